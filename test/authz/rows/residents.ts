import { confirmedClaim, pendingClaim, rollText } from '../../support/api/roster'
import type { Row } from './row'

const COMMITTEE = ['editor', 'editor-2', 'head', 'two-hats'] as const
const VILLAGE = [...COMMITTEE, 'supervisor', 'supervisor-2'] as const
const FILE = { name: '名册.csv', text: rollText('farmer', 'elder') }

/** The roll is the village's own; a claim is decided by those who know the people. */
export const ROSTER_ROWS: readonly Row[] = [
  {
    route: 'POST /orgs/:code/roster',
    situation: 'a village’s',
    allowed: COMMITTEE,
    prepare: async () => ({ path: '/orgs/V1/roster', file: FILE }),
  },
  {
    route: 'POST /orgs/:code/roster',
    situation: 'a street has no roll',
    allowed: [],
    prepare: async () => ({ path: '/orgs/ST1/roster', file: FILE }),
  },
  {
    route: 'POST /orgs/:code/roster/preview',
    situation: 'a village’s',
    allowed: COMMITTEE,
    prepare: async () => ({ path: '/orgs/V1/roster/preview', file: FILE }),
  },
  {
    route: 'GET /orgs/:code/roster',
    situation: 'a village’s',
    allowed: COMMITTEE,
    prepare: async () => ({ path: '/orgs/V1/roster' }),
  },
  {
    route: 'GET /orgs/:code/residency-claims',
    situation: 'a village’s',
    allowed: VILLAGE,
    prepare: async () => ({ path: '/orgs/V1/residency-claims' }),
  },
  ...(['confirm', 'refuse'] as const).map((decision): Row => ({
    route: `POST /residency-claims/:id/${decision}`,
    situation: 'of a stranger to the village',
    allowed: VILLAGE,
    prepare: async story => {
      const claim = await pendingClaim(story.server)
      const reason = decision === 'refuse' ? { reason: '没有这个人' } : {}
      return { path: `/residency-claims/${claim.id}/${decision}`, body: { version: 1, ...reason } }
    },
  })),
  {
    route: 'POST /residency-claims/:id/end',
    situation: 'of a confirmed villager',
    allowed: VILLAGE,
    prepare: async story => {
      const claim = await confirmedClaim(story.server)
      return { path: `/residency-claims/${claim.id}/end`, body: { version: 2, reason: '已经迁出' } }
    },
  },
]
