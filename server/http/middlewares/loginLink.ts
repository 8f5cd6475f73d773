import type { AppMiddleware } from './context'

const LINK = /^\/login\/(ltk_[0-9a-z]{20})$/

/**
 * Sends a scanner that opens the code of the web login as an address to the page that confirms it. In the mini program a rule
 * of WeChat for `/login/` opens the page itself.
 */
export function loginLink(): AppMiddleware {
  return (ctx, next) => {
    const ticket = LINK.exec(ctx.path)?.[1]
    if (!ticket || ctx.method !== 'GET') return next()
    ctx.set('Cache-Control', 'no-store')
    ctx.redirect(`/#/packages/account/pages/confirm/index?ticket=${ticket}`)
  }
}
