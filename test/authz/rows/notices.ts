import { MEETING } from '../../support/api/world'
import type { Row } from '.'
import { STREET_STAFF, VILLAGE_STAFF, inStreet, inVillage, step } from '../situations'

const LEAK = { reason: '名单里误带了证件号码', leaked: ['id'], persons: 3, measures: '已撤下并告知本人' }
const words = { text: '请核对收支明细' }

/** Every step of a notice after it was signed, and what the town may say. */
export const NOTICE_ROWS: readonly Row[] = [
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
