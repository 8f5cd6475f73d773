import { ROUTES } from '../../../server/compose'
import { STAFF_ROWS } from '../../authz/rows'
import type { Asking, TestServer } from '../api/testServer'
import { storyOf, tokenOf } from '../api/world'
import { OWN_SAMPLES } from './ownSamples'

/** A request that is sent, as `server.ask` takes it. */
export interface Request {
  method: string
  path: string
  asking: Asking
}

/** One command in one situation, by somebody who may. */
export interface Sample {
  /** Method and path as the route declares them. */
  route: string
  situation: string
  /** True: ends in one transaction with its `Idempotency-Key`. */
  write: boolean
  /** Makes the situation; gives what makes the request, the same one each time as far as it may be repeated. */
  prepare(server: TestServer): Promise<() => Request>
  /** What a failure may leave behind all the same, as `profileOf` counts it. */
  mayLeave?: Record<string, number>[]
}

const keyOf = (route: (typeof ROUTES)[number]) => `${route.method.toUpperCase()} ${route.path}`

/** Routes that change something by their user's wish. */
export const WRITES: readonly string[] = ROUTES.filter(route => route.write).map(keyOf)

/** Every situation of the authorisation matrix in which a write is allowed. */
const FROM_MATRIX: readonly Sample[] = STAFF_ROWS.filter(
  row => WRITES.includes(row.route) && row.allowed.length > 0,
).map(({ route, situation, allowed, prepare }) => ({
  route,
  situation,
  write: true,
  prepare: async server => {
    const { path, ...sent } = await prepare(storyOf(server))
    const asking = { token: tokenOf(server, allowed[0]!), ...sent }
    return () => ({ method: route.split(' ')[0]!, path, asking })
  },
}))

export const SAMPLES: readonly Sample[] = [...FROM_MATRIX, ...OWN_SAMPLES]
