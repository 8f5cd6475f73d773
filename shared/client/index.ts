import type { FinanceClassPage, FinanceYear } from '../contract/reading/financeYear'
import type { Me, Session } from '../contract/people/auth'
import type {
  Checkpoint,
  ConsistencyProof,
  EraseEdition,
  Erasure,
  NoticeProof,
} from '../contract/disclosure/ledger'
import type {
  AlongsidePage,
  CataloguePage,
  CategoryList,
  Feed,
  Home,
  ItemPage,
  Meta,
  NoticePage,
  OrgList,
  OrgPage,
  SearchPage,
  SearchQuery,
} from '../contract/reading/site'
import type {
  CatalogueVersions,
  NoticeForm,
  WaitingWork,
  WorkList,
  WorkNoticePage,
} from '../contract/disclosure/noticeWorkflow'
import type { PayoutPage } from '../contract/reading/payout'
import type { MaskPreview, MaskPreviewRequest } from '../contract/disclosure/privacy'
import { accountMethods } from './accounts'
import { noticeCalls } from './notices'
import {
  type HttpAnswer,
  type HttpRequest,
  type PageOptions,
  type Tokens,
  type WriteOptions,
  createCaller,
} from './call'
import { matrixMethods } from './matrix'
import { messageMethods } from './messages'
import { objectionMethods, rosterMethods } from './objections'
import { type HttpUpload, type StoreOptions, type Upload, fileMethods } from './files'
import { tableMethods } from './tables'
import { villageListMethods } from './villageCatalogues'
import { powerMethods } from './powers'
import { draftMethods } from './catalogueDrafts'
import { discrepancyMethods } from './discrepancies'
import { channelMethods } from './channels'
import { columnMethods } from './columns'

export { ApiError } from './errors'
export { caseFilePath } from './files'
export type { HttpAnswer, HttpRequest, HttpUpload, PageOptions, StoreOptions, Tokens, WriteOptions }

export interface ClientOptions<File = unknown> {
  /** Sends one HTTP request. Rejects only when no answer came. */
  request: (request: HttpRequest) => Promise<HttpAnswer>
  /** Sends one file as multipart field `file`; needed for files and imports only. */
  upload?: Upload<File>
  /** Address of the API, e.g. `/api/v1` or `http://127.0.0.1:8080/api/v1`. */
  baseUrl: string
  /** Where the tokens are kept. */
  tokens: Tokens
}

const segment = encodeURIComponent

/**
 * The typed client of the API: one method for each route. Every method resolves with the answer's body
 * or throws ApiError. An expired access token is renewed once and the call repeated.
 */
export function createClient<File = unknown>(options: ClientOptions<File>) {
  const caller = createCaller(options)
  const { call, read, write, renew } = caller
  const { tokens } = options

  async function session(path: string, body: unknown): Promise<Session> {
    const made = await call<Session>({ method: 'POST', path, body, anonymous: true })
    await tokens.save({ access: made.accessToken, refresh: made.refreshToken })
    return made
  }

  /** One file as a write of its own. */
  function sendFile<Body>(path: string, file: File, key: WriteOptions): Promise<Body> {
    const { upload } = options
    if (!upload) throw new Error('createClient was given no `upload`')
    return call<Body>({ method: 'POST', path, idempotencyKey: key.idempotencyKey }, request =>
      upload({ ...request, file }),
    )
  }

  return {
    ...accountMethods(caller),
    ...fileMethods<File>(caller, options),
    ...discrepancyMethods(caller),
    ...columnMethods(caller),
    ...channelMethods(caller),
    ...matrixMethods(caller),
    ...messageMethods(caller),
    ...objectionMethods(caller),
    ...tableMethods<File>(caller, options.upload),
    ...villageListMethods<File>(caller, options.upload),
    ...powerMethods<File>(caller, options),
    ...draftMethods<File>(caller, options),
    ...rosterMethods<File>(caller, options.upload && sendFile),
    /** A file that only the logged-in may have; `save` sends the request and keeps what comes. */
    download: async (path: string, save: ClientOptions['request']): Promise<void> => {
      await call({ method: 'GET', path }, save)
    },
    meta: () => read<Meta>('/meta'),
    home: (query: { org?: string } = {}) => read<Home>('/home', query),
    orgs: () => read<OrgList>('/orgs'),
    org: (code: string) => read<OrgPage>(`/orgs/${segment(code)}`),
    categories: () => read<CategoryList>('/categories'),
    feed: (code: string, query: PageOptions & { category?: string; period?: string } = {}) =>
      read<Feed>(`/orgs/${segment(code)}/notices`, query),
    notice: (id: string, query: { edition?: number } = {}) =>
      read<NoticePage>(`/notices/${segment(id)}`, query),
    /** 财务年档: a year of published accounts, by default the newest. */
    financeClass: (code: string, query: { year?: number; class: string; period?: string; key?: string }) =>
      read<FinanceClassPage>(`/orgs/${segment(code)}/finance/class`, query),
    financeYear: (code: string, query: { year?: number } = {}) =>
      read<FinanceYear>(`/orgs/${segment(code)}/finance`, query),
    /** 发放汇总: a year's lists of one category, gathered; by default the newest year. */
    payouts: (code: string, query: { category: string; year?: number }) =>
      read<PayoutPage>(`/orgs/${segment(code)}/payouts`, query),
    alongside: (id: string) => read<AlongsidePage>(`/notices/${segment(id)}/alongside`),
    catalogue: (code: string) => read<CataloguePage>(`/orgs/${segment(code)}/catalogue`),
    item: (id: string, query: { org?: string } = {}) =>
      read<ItemPage>(`/catalogue-items/${segment(id)}`, query),
    search: (query: PageOptions & Omit<SearchQuery, 'limit' | 'cursor'>) =>
      read<SearchPage>('/search', query),

    /** The newest checkpoint of the ledger 存证; 404 `ledger-empty` before the first publication. */
    checkpoint: () => read<Checkpoint>('/ledger/checkpoint'),
    /** Proof that the ledger has only grown between two sizes; judged by shared/ledger/verify. */
    consistency: (query: { from: number; to: number }) =>
      read<ConsistencyProof>('/ledger/consistency', query),
    /** 核验: what proves a notice's edition, by default the newest; judged by shared/ledger/verify. */
    noticeProof: (id: string, query: { edition?: number } = {}) =>
      read<NoticeProof>(`/notices/${segment(id)}/ledger`, query),

    /** 依法删除: erases the words of a published edition; the head's right alone. */
    eraseEdition: (body: EraseEdition, key: WriteOptions) =>
      write<Erasure>('POST', '/ledger/erasures', body, key.idempotencyKey),

    /** Trades the code of `wx.login` (or of a test login) for a session, and keeps its tokens. */
    loginWechat: (code: string) => session('/auth/wechat', { code }),
    /** Renews the session now. Rejects when the refresh token is no longer good. */
    refresh: () => renew(),
    /** Ends the session here and on the server. */
    logout: async (): Promise<void> => {
      const refreshToken = (await tokens.load())?.refresh
      await tokens.clear()
      if (!refreshToken) return
      await call({ method: 'POST', path: '/auth/logout', body: { refreshToken }, anonymous: true })
    },
    me: () => read<Me>('/me'),

    workList: (code: string, query: PageOptions & { state?: string } = {}) =>
      read<WorkList>(`/orgs/${segment(code)}/work`, query),
    /** What is not done yet of an organisation's notices, the first due first. */
    waitingWork: (code: string) => read<WaitingWork>(`/orgs/${segment(code)}/work/waiting`),
    workNotice: (id: string) => read<WorkNoticePage>(`/work/${segment(id)}`),
    form: (itemId: string, query: { org: string; period?: string }) =>
      read<NoticeForm>(`/catalogue-items/${segment(itemId)}/form`, query),
    /** 遮盖预览: what a content would look like to the public. Nothing is kept. */
    maskPreview: (body: MaskPreviewRequest) =>
      call<MaskPreview>({ method: 'POST', path: '/work/mask-preview', body }),
    ...noticeCalls(write),
    catalogueVersions: (code: string) => read<CatalogueVersions>(`/orgs/${segment(code)}/catalogues`),
  }
}

export type Client = ReturnType<typeof createClient>
