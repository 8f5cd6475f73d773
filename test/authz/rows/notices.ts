import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import { ITEMS, MEETING, type Person, financeContent } from '../../support/api/world'
import { publishedTwice } from '../../support/api/publishedTwice'
import { type Row, type Story, at } from './row'
import { STREET_STAFF, VILLAGE_STAFF, inStreet, inVillage, step } from '../situations'

const LEAK = { reason: '名单里误带了证件号码', leaked: ['id'], persons: 3, measures: '已撤下并告知本人' }
const words = { text: '请核对收支明细' }
const agree = { opinion: 'agree' }

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

/** Every step of a notice, and what the town may say. */
export const NOTICE_ROWS: readonly Row[] = [
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
  {
    route: 'POST /notices/:id/check',
    situation: 'a village’s draft',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.draft, 'check'),
  },
  {
    route: 'POST /notices/:id/meeting',
    situation: 'a village’s, signed: the committee',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.signed, 'meeting', MEETING),
  },
  {
    route: 'POST /notices/:id/publish',
    situation: 'a village’s, fixed by the meeting: the committee',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.met, 'publish'),
  },
  {
    route: 'POST /notices/:id/publish',
    situation: 'a street’s, signed: anybody of the street but the signer',
    allowed: ['clerk', 'street-head'],
    prepare: step(inStreet.signed, 'publish'),
  },
  {
    route: 'POST /notices/:id/schedule',
    situation: 'a village’s, fixed by the meeting: the committee',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.met, 'schedule', { publishAt: '2026-11-21T02:00:00.000Z' }),
  },
  {
    route: 'POST /notices/:id/unschedule',
    situation: 'a village’s, scheduled: the committee',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.scheduled, 'unschedule'),
  },
  {
    route: 'POST /notices/:id/correct',
    situation: 'a village’s, public: the committee, never the town',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.published, 'correct', { reason: '金额写错了' }),
  },
  {
    route: 'POST /notices/:id/recall',
    situation: 'a village’s, handed in: the committee, not the supervisors',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.submitted, 'recall'),
  },
  {
    route: 'POST /notices/:id/recall',
    situation: 'a street’s, signed',
    allowed: STREET_STAFF,
    prepare: step(inStreet.signed, 'recall'),
  },
  {
    route: 'POST /notices/:id/discard',
    situation: 'a village’s draft',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.draft, 'discard'),
  },
  {
    route: 'POST /notices/:id/discard',
    situation: 'a village’s, refused by its supervisors: the town sees it and may not',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.refused, 'discard'),
  },
  {
    route: 'POST /notices/:id/cancel-correction',
    situation: 'a village’s correction, begun: the committee, never the town',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.correcting, 'cancel-correction'),
  },
  {
    route: 'POST /notices/:id/withdraw-duplicate',
    situation: 'a village’s, published twice: the committee, never the town',
    allowed: VILLAGE_STAFF,
    prepare: async story => {
      const { copy, kept } = await publishedTwice(story)
      const body = { version: copy.notice.version, instead: kept.notice.id }
      return { path: `/notices/${copy.notice.id}/withdraw-duplicate`, body }
    },
  },
  {
    route: 'POST /notices/:id/withdraw',
    situation: 'a village’s, public: the committee, never the town',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.published, 'withdraw', LEAK),
  },
  {
    route: 'POST /notices/:id/confirm',
    situation: 'a village’s, its period over: the head alone',
    allowed: ['head'],
    prepare: step(inVillage.ended, 'confirm'),
  },
  {
    route: 'POST /notices/:id/archive',
    situation: 'a village’s, confirmed',
    allowed: VILLAGE_STAFF,
    prepare: step(inVillage.confirmed, 'archive', { volume: '2026-12' }),
  },
  {
    route: 'POST /notices/archive',
    situation: 'a village’s, confirmed',
    allowed: VILLAGE_STAFF,
    prepare: async story => {
      const { notice } = await inVillage.confirmed(story)
      const { id, version } = notice
      return { path: '/notices/archive', body: { notices: [{ id, version }], volume: '2026-12' } }
    },
  },
  {
    route: 'POST /notices/:id/order',
    situation: 'a village’s, public: its own street alone',
    allowed: STREET_STAFF,
    prepare: step(inVillage.published, 'order', { reason: '与街道目录要求不一致' }),
  },
  {
    route: 'POST /notices/:id/comment',
    situation: 'a village’s draft: the town does not see it',
    allowed: [],
    prepare: async story => ({
      path: `/notices/${(await inVillage.draft(story)).notice.id}/comment`,
      body: words,
    }),
  },
  {
    route: 'POST /notices/:id/comment',
    situation: 'a village’s, signed: its own street alone',
    allowed: STREET_STAFF,
    prepare: async story => ({
      path: `/notices/${(await inVillage.signed(story)).notice.id}/comment`,
      body: words,
    }),
  },
  {
    route: 'POST /notices/:id/remind',
    situation: 'a village’s, refused by its supervisors: its own street alone',
    allowed: STREET_STAFF,
    prepare: async story => ({
      path: `/notices/${(await inVillage.refused(story)).notice.id}/remind`,
      body: words,
    }),
  },
  {
    route: 'GET /work/:id',
    situation: 'a village’s, refused: its own street sees it too',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', 'district', ...STREET_STAFF],
    prepare: async story => ({ path: `/work/${(await inVillage.refused(story)).notice.id}` }),
  },
  {
    route: 'GET /orgs/:code/work',
    situation: 'a village’s refused ones: its own street sees them too',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', 'district', ...STREET_STAFF],
    prepare: async () => ({ path: '/orgs/V1/work?state=refused' }),
  },
  {
    route: 'GET /orgs/:code/work/waiting',
    situation: 'a village’s: its own street sees what the supervisors have spoken on',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', 'district', ...STREET_STAFF],
    prepare: async () => ({ path: '/orgs/V1/work/waiting' }),
  },
  {
    route: 'GET /orgs/:code/work/waiting',
    situation: 'a street’s',
    allowed: [...STREET_STAFF, 'district'],
    prepare: async () => ({ path: '/orgs/ST1/work/waiting' }),
  },
]
