import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import { ACCOUNT_ROWS } from './accounts'
import { DRAFT_ROWS } from './drafts'
import { DUTY_ROWS } from './obligations'
import { FINDING_ROWS } from './discrepancies'
import { OBJECTION_ROWS } from './objections'
import { LIST_ROWS } from './villageCatalogues'
import { PROOF_ROWS, boardPhotoFile } from './proofs'
import { CASE_ROWS, PUBLIC_CASE_ROWS } from './cases'
import { POWER_ROWS, PUBLIC_POWER_ROWS } from './powers'
import { ROLL_ROWS } from './roster'
import { NOTICE_ROWS } from './notices'
import { type Story, STREET_STAFF, VILLAGE_STAFF, inStreet, inVillage, step } from '../situations'
import { ITEMS, type Person, financeContent } from '../../support/api/world'

/** One line of the matrix: a request in a situation, and who alone may do it. */
export interface Row {
  /** Method and path as the route declares them. */
  route: string
  /** Whose, and in which state. */
  situation: string
  /** People who may; everybody else who is logged in gets 403, everybody who is not gets 401. */
  allowed: readonly Person[]
  /** Makes the situation anew and gives the request. */
  prepare(story: Story): Promise<{
    path: string
    body?: unknown
    file?: { name: string; text: string; fields?: Record<string, string> }
  }>
}

const edit =
  (make: (story: Story) => Promise<WorkNoticePage>): Row['prepare'] =>
  async story => {
    const { notice } = await make(story)
    return { path: `/notices/${notice.id}`, body: { version: notice.version, content: financeContent() } }
  }

const create = (orgCode: string): Row['prepare'] => {
  const body = { orgCode, itemId: ITEMS.finance._id, content: financeContent() }
  return async () => ({ path: '/notices', body })
}

const preview = (orgCode: string): Row['prepare'] => {
  const body = { orgCode, itemId: ITEMS.finance._id, content: financeContent() }
  return async () => ({ path: '/work/mask-preview', body })
}

const TEXT_FILE = { name: '村规民约.txt', text: '一、遵纪守法。' }
const textFile = (orgCode: string): Row['prepare'] => {
  return async () => ({ path: `/orgs/${orgCode}/files`, file: TEXT_FILE })
}

/** A published notice of V1 that names a file; gives the file's hash. */
async function publishedFile(story: Story, of: Parameters<Story['attach']>[1] = TEXT_FILE): Promise<string> {
  const file = await story.attach('editor', of)
  const content = financeContent()
  content.blocks.push({ type: 'attachments', label: '附件', files: [file] })
  const draft = await story.create('editor', { content })
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  return file.sha256
}

const at =
  (path: string): Row['prepare'] =>
  async () => ({ path })

const afterPublication =
  (path: string): Row['prepare'] =>
  async story => {
    await inVillage.published(story)
    return { path }
  }

const TABLE = `/catalogue-items/${ITEMS.finance._id}/table`

/** The template of an item's table, and the table filled in. */
const tableRows = (org: string, situation: string, allowed: readonly Person[]): Row[] => [
  {
    route: 'GET /catalogue-items/:id/table',
    situation,
    allowed,
    prepare: at(`${TABLE}?org=${org}&period=2026-10&table=money`),
  },
  {
    route: 'POST /catalogue-items/:id/table',
    situation,
    allowed,
    prepare: async () => ({
      path: TABLE,
      file: {
        name: '账.csv',
        text: '日期,事项,收入,支出\n2026-10-05,光伏收益,100,',
        fields: { org, period: '2026-10', table: 'money' },
      },
    }),
  },
]

const agree = { opinion: 'agree' }

/** Every request that needs a person. */
export const STAFF_ROWS: readonly Row[] = [
  {
    route: 'GET /orgs/:code/work',
    situation: 'a village’s',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', 'district'],
    prepare: at('/orgs/V1/work'),
  },
  {
    route: 'GET /orgs/:code/work',
    situation: 'a street’s',
    allowed: [...STREET_STAFF, 'district'],
    prepare: at('/orgs/ST1/work'),
  },
  {
    route: 'GET /orgs/:code/work',
    situation: 'a community’s under another street',
    allowed: ['community-editor', 'district', 'other-district'],
    prepare: at('/orgs/V9/work'),
  },
  {
    route: 'GET /work/:id',
    situation: 'a village’s draft',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', 'district'],
    prepare: async story => ({ path: `/work/${(await inVillage.draft(story)).notice.id}` }),
  },
  {
    route: 'GET /work/:id',
    situation: 'a street’s draft',
    allowed: [...STREET_STAFF, 'district'],
    prepare: async story => ({ path: `/work/${(await inStreet.draft(story)).notice.id}` }),
  },
  {
    route: 'GET /catalogue-items/:id/form',
    situation: 'for a village',
    allowed: VILLAGE_STAFF,
    prepare: at(`/catalogue-items/${ITEMS.finance._id}/form?org=V1`),
  },
  {
    route: 'GET /catalogue-items/:id/form',
    situation: 'for a street',
    allowed: STREET_STAFF,
    prepare: at(`/catalogue-items/${ITEMS.finance._id}/form?org=ST1`),
  },
  ...tableRows('V1', 'for a village', VILLAGE_STAFF),
  ...tableRows('ST1', 'for a street', STREET_STAFF),
  {
    route: 'POST /work/mask-preview',
    situation: 'for a village',
    allowed: VILLAGE_STAFF,
    prepare: preview('V1'),
  },
  {
    route: 'POST /work/mask-preview',
    situation: 'for a street',
    allowed: STREET_STAFF,
    prepare: preview('ST1'),
  },
  {
    route: 'POST /orgs/:code/files',
    situation: 'a village’s',
    allowed: VILLAGE_STAFF,
    prepare: textFile('V1'),
  },
  {
    route: 'POST /orgs/:code/files',
    situation: 'a street’s',
    allowed: STREET_STAFF,
    prepare: textFile('ST1'),
  },
  {
    route: 'GET /orgs/:code/files/:sha256',
    situation: 'a village’s, not public',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', 'district'],
    prepare: async story => ({
      path: `/orgs/V1/files/${(await story.attach('editor', TEXT_FILE)).sha256}`,
    }),
  },
  { route: 'POST /notices', situation: 'for a village', allowed: VILLAGE_STAFF, prepare: create('V1') },
  { route: 'POST /notices', situation: 'for a street', allowed: STREET_STAFF, prepare: create('ST1') },
  {
    route: 'PUT /notices/:id',
    situation: 'a village’s draft',
    allowed: VILLAGE_STAFF,
    prepare: edit(inVillage.draft),
  },
  {
    route: 'PUT /notices/:id',
    situation: 'a street’s draft',
    allowed: STREET_STAFF,
    prepare: edit(inStreet.draft),
  },
  {
    route: 'POST /notices/:id/submit',
    situation: 'a village’s draft',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.draft, 'submit'),
  },
  {
    route: 'POST /notices/:id/submit',
    situation: 'a street’s draft',
    allowed: STREET_STAFF,
    prepare: step(inStreet.draft, 'submit'),
  },
  {
    route: 'POST /notices/:id/sign-off',
    situation: 'a village’s, handed in: supervisors without a committee post',
    allowed: ['supervisor', 'supervisor-2'],
    prepare: step(inVillage.submitted, 'sign-off', agree),
  },
  {
    route: 'POST /notices/:id/sign-off',
    situation: 'a street’s, handed in: anybody of the street but the writer',
    allowed: ['clerk-2', 'street-head'],
    prepare: step(inStreet.submitted, 'sign-off', agree),
  },
  ...NOTICE_ROWS,
  {
    route: 'POST /ledger/erasures',
    situation: 'an edition of a village: its head alone, no administrator',
    allowed: ['head'],
    prepare: async story => {
      const { notice } = await inVillage.published(story)
      const { id: noticeId, edition } = notice
      return { path: '/ledger/erasures', body: { noticeId, edition, basis: '个人信息保护法第四十七条' } }
    },
  },
  {
    route: 'GET /orgs/:code/catalogues',
    situation: 'a street’s',
    allowed: [...STREET_STAFF, 'district'],
    prepare: at('/orgs/ST1/catalogues'),
  },
  ...DRAFT_ROWS,
  ...LIST_ROWS,
  ...POWER_ROWS,
  ...CASE_ROWS,
  ...ROLL_ROWS,
  ...ACCOUNT_ROWS,
  ...OBJECTION_ROWS,
  ...FINDING_ROWS,
  ...PROOF_ROWS,
  ...DUTY_ROWS,
]

/** Requests that anybody may make, logged in or not: they must answer the same. */
export const PUBLIC_ROWS: readonly Omit<Row, 'allowed'>[] = [
  { route: 'GET /meta', situation: '', prepare: at('/meta') },
  { route: 'GET /home', situation: '', prepare: at('/home?org=V1') },
  { route: 'GET /orgs', situation: '', prepare: at('/orgs') },
  { route: 'GET /orgs/:code', situation: '', prepare: at('/orgs/V1') },
  { route: 'GET /orgs/:code/notices', situation: '', prepare: at('/orgs/V1/notices') },
  { route: 'GET /orgs/:code/catalogue', situation: '', prepare: at('/orgs/V1/catalogue') },
  {
    route: 'GET /catalogues/:id/export',
    situation: '',
    prepare: at('/catalogues/cat_village000001/export?format=html'),
  },
  { route: 'GET /categories', situation: '', prepare: at('/categories') },
  {
    route: 'GET /catalogue-items/:id',
    situation: '',
    prepare: at(`/catalogue-items/${ITEMS.finance._id}?org=V1`),
  },
  { route: 'GET /orgs/:code/finance', situation: '', prepare: at('/orgs/V1/finance') },
  {
    route: 'GET /orgs/:code/finance/package',
    situation: '',
    prepare: at('/orgs/V1/finance/package?year=2026'),
  },
  {
    route: 'GET /orgs/:code/finance/export',
    situation: '',
    prepare: at('/orgs/V1/finance/export?year=2026&format=csv'),
  },
  { route: 'GET /orgs/:code/payouts', situation: '', prepare: at('/orgs/V1/payouts?category=subsidy') },
  {
    route: 'GET /orgs/:code/payouts/export',
    situation: '',
    prepare: at('/orgs/V1/payouts/export?category=subsidy&format=csv'),
  },
  {
    route: 'GET /orgs/:code/finance/class',
    situation: '',
    prepare: at('/orgs/V1/finance/class?class=income'),
  },
  { route: 'GET /orgs/:code/columns', situation: '', prepare: at('/orgs/V1/columns') },
  {
    route: 'GET /orgs/:code/columns/:key',
    situation: '',
    prepare: at(`/orgs/V1/columns/${ITEMS.finance.key}`),
  },
  {
    route: 'GET /orgs/:code/columns/:key/export',
    situation: '',
    prepare: at(`/orgs/V1/columns/${ITEMS.finance.key}/export?format=json`),
  },
  { route: 'GET /search', situation: '', prepare: at(`/search?org=V1&q=${encodeURIComponent('财务')}`) },
  {
    route: 'GET /notices/:id',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}` }),
  },
  {
    route: 'GET /notices/:id/alongside',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}/alongside` }),
  },
  {
    route: 'GET /notices/:id/ledger',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}/ledger` }),
  },
  { route: 'GET /canned-reasons', situation: '', prepare: at('/canned-reasons') },
  {
    route: 'GET /notices/:id/objections',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}/objections` }),
  },
  {
    route: 'GET /notices/:id/export',
    situation: 'published',
    prepare: async story => ({
      path: `/notices/${(await inVillage.published(story)).notice.id}/export?format=csv`,
    }),
  },
  {
    route: 'GET /notices/:id/wall',
    situation: 'published',
    prepare: async story => ({
      path: `/notices/${(await inVillage.published(story)).notice.id}/wall?form=broadcast`,
    }),
  },
  {
    route: 'GET /files/:sha256',
    situation: 'named by a live publication',
    prepare: async story => ({ path: `/files/${await publishedFile(story)}` }),
  },
  {
    route: 'GET /files/:sha256/pictures/:size',
    situation: 'named by a live publication',
    prepare: async story => ({
      path: `/files/${await publishedFile(story, await boardPhotoFile())}/pictures/list`,
    }),
  },
  ...PUBLIC_POWER_ROWS,
  ...PUBLIC_CASE_ROWS,
  { route: 'GET /ledger/export', situation: '', prepare: afterPublication('/ledger/export') },
  { route: 'GET /ledger/checkpoint', situation: '', prepare: afterPublication('/ledger/checkpoint') },
  {
    route: 'GET /ledger/consistency',
    situation: '',
    prepare: afterPublication('/ledger/consistency?from=0&to=1'),
  },
]

/** Routes that every logged-in person has for themselves, and those that make a login; told in auth, roll and inbox.test.ts. */
export const OWN_ROUTES = [
  'GET /me',
  'GET /me/household',
  'GET /me/residence',
  'POST /me/residence',
  'POST /me/relatives',
  'GET /me/objections',
  'GET /me/inbox',
  'GET /me/inbox/unread',
  'POST /me/inbox/read-all',
  'POST /me/inbox/:id/read',
  'GET /me/subscriptions',
  'PUT /me/subscriptions',
  'POST /me/consents',
  'POST /auth/wechat',
  'POST /auth/refresh',
  'POST /auth/logout',
  'POST /auth/second-factor/enrol',
  'POST /auth/second-factor/verify',
]
