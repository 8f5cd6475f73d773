import type { AppMiddleware } from './context'
import { unauthorized } from '@server/platform/errors'
import { loadActor } from '@server/people/accounts/queries/actor'
import type { Services } from '@server/platform/services'

const BEARER = /^Bearer ([\w-]+\.[\w-]*\.[\w-]*)$/

/** Authenticates the person: account and token version come from the token, name and roles from the database. */
export function auth(services: Services): AppMiddleware {
  return async (ctx, next) => {
    const header = ctx.get('Authorization')
    if (!header) throw unauthorized('login-required')
    const token = BEARER.exec(header)?.[1]
    if (!token) throw unauthorized('token-invalid')
    const actor = await loadActor(services, services.tokens.verify(token))
    if (!actor) throw unauthorized('session-ended')
    ctx.state.actor = actor
    await next()
  }
}
