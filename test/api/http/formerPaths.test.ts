import { randomUUID } from 'node:crypto'
import { CONTRACT } from '@shared/contract'
import type { ErrorBody } from '@shared/contract/common'
import { FORMER_PATHS, presentPath } from '@server/http/formerPaths'
import { API_PREFIX } from '@server/http/mount'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { ITEMS, buildWorld, tokenOf } from '../../support/api/world'

/**
 * The paths of b6dd4a5 that have another name now, as its mini program asks them; its import without a check by cell is
 * gone.
 */
const FORMER_ROUTES = `
GET /orgs/:code/findings
GET /findings/:id
POST /findings/:id/comment
POST /findings/:id/order
POST /findings/:id/answer
POST /findings/:id/accept
GET /orgs/:code/desk
GET /orgs/:code/desk/cell
GET /orgs/:code/desk/export
GET /orgs/:code/desk/cases
POST /orgs/:code/splits/:id/answer
GET /orgs/:code/roll
POST /orgs/:code/roll
GET /orgs/:code/list
POST /orgs/:code/list/adopt
POST /orgs/:code/list/lines
PUT /orgs/:code/list/lines
POST /orgs/:code/list/remove
POST /orgs/:code/list/activate
POST /orgs/:code/list/remarks
GET /orgs/:code/events
POST /orgs/:code/events
POST /events/:id/retract
GET /orgs/:code/claims
POST /claims/:id/confirm
POST /claims/:id/refuse
POST /claims/:id/end
GET /me/residence
POST /me/residence
POST /me/relatives
`
  .trim()
  .split('\n')

const presentRoute = (former: string) => {
  const [method = '', path = ''] = former.split(' ')
  return `${method} ${presentPath(API_PREFIX + path).slice(API_PREFIX.length)}`
}

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('formerpaths')
  await buildWorld(server.db)
})
afterAll(() => server.close())

test('every former path has a present one, and no path of the contract is taken for a former one', () => {
  expect(FORMER_ROUTES.map(presentRoute).filter(route => !Object.hasOwn(CONTRACT, route))).toEqual([])
  const taken = Object.keys(CONTRACT).filter(route => presentRoute(route) !== route)
  expect(taken).toEqual([])
  const unused = FORMER_PATHS.filter(
    ([former]) => !FORMER_ROUTES.some(route => route.split(' ')[1]!.startsWith(former)),
  )
  expect(unused).toEqual([])
})

test.each(FORMER_ROUTES)('%s answers as its present path', async former => {
  const ask = async (route: string) => {
    const [method = '', path = ''] = route.split(' ')
    const place = path.replace(':code', 'V1').replace(':id', 'unknown')
    const body = method === 'GET' ? {} : { body: {} }
    const answer = await server.ask<ErrorBody>(method, place, { token: tokenOf(server, 'head'), ...body })
    // A file has no JSON.
    if (answer.status < 400) return [answer.status, answer.body ?? answer.headers.get('content-disposition')]
    const { requestId: _requestId, ...error } = answer.body.error
    return [answer.status, error]
  }
  const present = await ask(presentRoute(former))
  expect(await ask(former)).toEqual(present)
  // A path that no route has: neither of them.
  expect(present).not.toMatchObject([404, { code: 'not-found' }])
})

test('a write that is repeated under the other path is known', async () => {
  const key = randomUUID()
  const body = { version: 0, keys: [ITEMS.finance.key] }
  const adopt = (place: string) =>
    server.ask('POST', `/orgs/V1/${place}/adopt`, { token: tokenOf(server, 'editor'), body, key })
  const first = await adopt('list')
  const again = await adopt('village-catalogue')
  expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 200, 'true'])
  expect(again.body).toEqual(first.body)
})

test('no former path is documented', async () => {
  const { text } = await server.ask('GET', '/openapi.json')
  expect(text).toContain('/orgs/{code}/discrepancies')
  expect(
    FORMER_ROUTES.filter(route => text.includes(`"${route.split(' ')[1]!.replace(/:(\w+)/g, '{$1}')}"`)),
  ).toEqual([])
})
