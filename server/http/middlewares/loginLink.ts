import { CALLBACK_PATH } from '@server/platform/identity'
import type { AppMiddleware } from './context'

const TICKET = /^\/login\/(ltk_[0-9a-z]{20})$/
const PAGES = '/#/packages/account/pages'

/** Returns the page of the H5 app that an address of the login leads to; null for every other address. */
function pageOf(path: string, query: string): string | null {
  const ticket = TICKET.exec(path)?.[1]
  if (ticket) return `${PAGES}/confirm/index?ticket=${ticket}`
  return path === CALLBACK_PATH ? `${PAGES}/unified/index?${query}` : null
}

/**
 * Leads addresses of the login to their pages: the code of the web login, opened by a scanner that is not the mini program (there a
 * rule of WeChat for `/login/` opens the page itself), and the return from the unified identity.
 */
export function loginLink(): AppMiddleware {
  return (ctx, next) => {
    const page = ctx.method === 'GET' ? pageOf(ctx.path, ctx.querystring) : null
    if (!page) return next()
    ctx.set('Cache-Control', 'no-store')
    ctx.redirect(page)
  }
}
