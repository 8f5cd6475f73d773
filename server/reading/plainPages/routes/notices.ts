import { printedText, readPrinted } from '@shared/ledger/printed'
import { shortCode } from '@shared/presentation/shortCode'
import type { NoticePage } from '@shared/contract/reading/site'
import { type PageCall, PageInstead, type PageRoute } from '@server/http/pageRoute'
import { appPaths } from '@server/platform/config/publicAddresses'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { noticePage, noticesNamed } from '@server/reading/site'
import { miniLink } from '../miniLink'
import { presentNotice } from '../presenters/notice'
import { presentChoice, presentWithdrawn } from '../presenters/removed'

const CODE = /^\d{7}$/

const unknown = () => notFound('notice-not-found')

/** Digits as they were typed from paper: `896 1965`, `896-1965`, full-width. */
const typed = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '')

/** Shows several notices of one code, each under its id. */
async function choiceOf({ services }: PageCall, code: string, ids: readonly string[]): Promise<never> {
  const pages = await Promise.all(ids.map(id => noticePage(services, id).catch(() => null)))
  const shown = pages.flatMap(page => (page ? [page.notice] : []))
  throw new PageInstead({ status: 300, page: presentChoice(code, shown, services.config.publicBaseUrl) })
}

/** Returns the id of the notice that an address names. @throws AppError 404; PageInstead */
async function requireNoticeAt(call: PageCall): Promise<string> {
  const named = call.params['code'] ?? ''
  const plain = typed(named)
  if (plain !== named && CODE.test(plain)) throw new PageInstead({ status: 301, location: `/n/${plain}` })
  const found = await noticesNamed(call.services.db, named)
  if (found.length > 1) return choiceOf(call, named, found.map(({ _id }) => _id)) // prettier-ignore
  const [one] = found
  if (!one) throw unknown()
  return one._id
}

/** Path of a notice: by its code, unless another public one has it too. */
async function pathOf(db: Db, id: string): Promise<string> {
  const code = shortCode(id)
  const sharing = await noticesNamed(db, code)
  return sharing.length > 1 ? `/n/${id}` : `/n/${code}`
}

function editionIn({ params }: PageCall): number | null {
  const { edition } = params
  if (edition === undefined) return null
  if (!/^[1-9]\d{0,4}$/.test(edition)) throw unknown()
  return Number(edition)
}

async function make(call: PageCall) {
  const { services } = call
  const edition = editionIn(call)
  const id = await requireNoticeAt(call)
  const [page, path]: [NoticePage, string] = await Promise.all([
    noticePage(services, id, edition ?? undefined),
    pathOf(services.db, id),
  ])
  const base = services.config.publicBaseUrl
  const now = services.clock.now()
  if (page.withdrawn) {
    throw new PageInstead({ status: 410, page: presentWithdrawn(page, path, base, now) })
  }
  return presentNotice({ page, path, edition, base, now, mini: services.config.wechat.urlLink })
}

/** The organisation of the one notice at an address; a choice of several is not kept. */
async function keptUnder({ services: { db }, params }: PageCall): Promise<string | null> {
  const found = await noticesNamed(db, params['code'] ?? '')
  return found.length === 1 ? found[0]!.orgCode : null
}

/** Leads from the code on a proof sheet 存证单 to its check in the app; a damaged one to the notice. */
function makeCheck({ params, query }: PageCall): never {
  const printed = readPrinted(query)
  if (printed) throw new PageInstead({ status: 301, location: appPaths.check(printedText(printed)) })
  if (!CODE.test(params['code'] ?? '')) throw unknown()
  throw new PageInstead({ status: 301, location: `/n/${params['code']}` })
}

/** Leads from the web into the mini program; where WeChat makes no link, to the notice in the web app. */
async function makeOpen(call: PageCall): Promise<never> {
  const id = await requireNoticeAt(call)
  const link = await miniLink(call.services, (await pathOf(call.services.db, id)).slice(1))
  throw new PageInstead({ status: 301, location: link ?? appPaths.notice(id) })
}

/** `/n/短码`: a notice, and `/n/短码/版`: an older edition of it. */
export const noticePages: readonly PageRoute[] = [
  {
    path: '/n',
    make: ({ query }) => {
      const code = typed(query['code'] ?? '')
      if (!CODE.test(code)) throw unknown()
      throw new PageInstead({ status: 301, location: `/n/${code}` })
    },
  },
  { path: '/n/:code', keptUnder, make },
  { path: '/n/:code/check', make: async call => makeCheck(call) },
  { path: '/n/:code/open', make: makeOpen },
  { path: '/n/:code/:edition', keptUnder, make },
]
