import { ROUTES } from '../../../server/compose'
import type { Route } from '../../../server/http/route'
import { PUBLIC_ROWS, STAFF_ROWS } from '../../authz/rows'
import type { TestServer } from '../api/testServer'
import { storyOf, tokenOf } from '../api/world'
import { OWN_SAMPLES } from '../faults/ownSamples'
import { UNIFIED_SAMPLES } from '../faults/loginSamples'
import type { Request } from '../faults/samples'

export const nameOf = (route: Route) => `${route.method.toUpperCase()} ${route.path}`

/** A sound request for a route, by somebody who may, in a situation made for it. */
export async function soundRequest(server: TestServer, route: Route): Promise<Request> {
  const name = nameOf(route)
  const method = route.method.toUpperCase()
  const story = storyOf(server)
  const staff = STAFF_ROWS.find(row => row.route === name && row.allowed.length > 0)
  if (staff) {
    const { path, ...sent } = await staff.prepare(story)
    return { method, path, asking: { token: tokenOf(server, staff.allowed[0]!), ...sent } }
  }
  const open = PUBLIC_ROWS.find(row => row.route === name)
  if (open) {
    const { path } = await open.prepare(story)
    return { method, path, asking: {} }
  }
  const own = [...OWN_SAMPLES, ...UNIFIED_SAMPLES].find(sample => sample.route === name)
  if (own) return (await own.prepare(server))()
  if (route.path.includes(':') || method !== 'GET') throw new Error(`no sound request for ${name}`)
  return { method, path: route.path, asking: { token: tokenOf(server, 'villager') } }
}

export { ROUTES }
