import type { AppMiddleware } from './context'
import { unauthorized } from '@server/platform/errors'
import type { Actor } from '@server/platform/access/actor'
import type { Claims } from '@server/platform/access/tokens'
import type { Services } from '@server/platform/services'

const BEARER = /^Bearer ([\w-]+\.[\w-]*\.[\w-]*)$/

/** Loads the actor of a token; null when its session has ended. */
export type Authenticate = (services: Services, claims: Claims) => Promise<Actor | null>

/** Authenticates the person: account and token version come from the token, name and roles from the database. */
export function auth(services: Services, authenticate: Authenticate): AppMiddleware {
  return async (ctx, next) => {
    const header = ctx.get('Authorization')
    if (!header) throw unauthorized('login-required')
    const token = BEARER.exec(header)?.[1]
    if (!token) throw unauthorized('token-invalid')
    const actor = await authenticate(services, services.tokens.verify(token))
    if (!actor) throw unauthorized('session-ended')
    ctx.state.actor = actor
    await next()
  }
}
