import type { ErrorBody } from '@shared/contract/common'
import type { PageText } from '@server/platform/pages/pageCache'
import type { Services } from '@server/platform/services'
import type { RouteDb } from '@server/platform/store/db'

/** A request for a page; parameters and query as they came. */
export interface PageCall {
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  services: Omit<Services, 'db'> & { db: RouteDb }
}

/** A page for readers without scripts 无脚本网页: GET or HEAD, without login, answered as HTML, XML or text. */
export interface PageRoute {
  /** Path from the root, with `:name` for parameters. */
  path: string
  /** Returns the organisation whose stamp versions the whole page, which is then cached; null: it is not. */
  keptUnder?(call: PageCall): Promise<string | null>
  /** Kept nowhere, not even by the browser that shows it. */
  unkept?: true
  /** @throws AppError, shown as a page; PageInstead */
  make(call: PageCall): Promise<PageText>
}

/** What answers in place of a page, uncached: a page of another status, or the address where it is. */
export class PageInstead extends Error {
  constructor(readonly answer: { status: 300 | 410; page: PageText } | { status: 301; location: string }) {
    super('another answer in place of the page')
  }
}

/** The pages of every room, and the page of an error. */
export interface PlainPages {
  routes: readonly PageRoute[]
  /** Writes an error as a page. `status`: HTTP status. */
  errorPage(status: number, error: ErrorBody['error']): string
}
