import { tokenOf } from '../../support/api/world'
import { coreItem } from '../../support/power/core'
import type { PublicRow, Row, Story } from './row'
import { STREET_STAFF, VILLAGE_STAFF } from '../situations'

const ADOPTION = {
  version: 0,
  model: 0,
  meeting: '村民代表会议',
  on: '2026-05-08',
  inForce: '2026-05-10',
}

/** The village V1 has adopted the model list. */
export const adoptPowers = ({ server }: Story) =>
  server.ask('POST', '/orgs/V1/powers/adopt', { token: tokenOf(server, 'head'), body: ADOPTION })

const LIST_FILE = { name: '清单.json', text: JSON.stringify({ items: [coreItem('BM-01')] }) }
const READERS = [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...STREET_STAFF, 'district'] as const

/** Micro-power lists: the village's own, nobody adopts for it; the model is the street's. */
export const POWER_ROWS: readonly Row[] = [
  {
    route: 'POST /orgs/:code/powers/adopt',
    situation: 'a village’s: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async () => ({ path: '/orgs/V1/powers/adopt', body: ADOPTION }),
  },
  {
    route: 'POST /orgs/:code/powers/adopt',
    situation: 'a street’s model: the street alone',
    allowed: STREET_STAFF,
    prepare: async () => ({ path: '/orgs/ST1/powers/adopt', body: ADOPTION }),
  },
  {
    route: 'GET /orgs/:code/powers/model',
    situation: 'a village’s: whoever reads its cases',
    allowed: READERS,
    prepare: async () => ({ path: '/orgs/V1/powers/model' }),
  },
  {
    route: 'GET /orgs/:code/powers/model',
    situation: 'a street’s: the street alone',
    allowed: STREET_STAFF,
    prepare: async () => ({ path: '/orgs/ST1/powers/model' }),
  },
  {
    route: 'POST /orgs/:code/powers/read',
    situation: 'a village’s: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async () => ({ path: '/orgs/V1/powers/read', file: LIST_FILE }),
  },
  {
    route: 'POST /orgs/:code/powers/switch',
    situation: 'a village’s: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async story => {
      await adoptPowers(story)
      return { path: '/orgs/V1/powers/switch', body: { version: 1, code: 'CG-01', reason: '本村没有这类事' } }
    },
  },
]

export const PUBLIC_POWER_ROWS: readonly PublicRow[] = [
  {
    route: 'GET /orgs/:code/powers',
    situation: '',
    prepare: async () => ({ path: '/orgs/V1/powers' }),
  },
  ...['handbook.pdf', 'wall.pdf'].map(name => ({
    route: `GET /orgs/:code/powers/${name}`,
    situation: '',
    prepare: async () => ({ path: `/orgs/V1/powers/${name}` }),
  })),
  {
    route: 'GET /orgs/:code/powers/export',
    situation: '',
    prepare: async () => ({ path: '/orgs/V1/powers/export?format=json' }),
  },
  {
    route: 'GET /orgs/:code/powers/:itemCode/chart.svg',
    situation: '',
    prepare: async () => ({ path: '/orgs/V1/powers/XM-01/chart.svg' }),
  },
  {
    route: 'GET /orgs/:code/powers/:itemCode',
    situation: '',
    prepare: async () => ({ path: '/orgs/V1/powers/XM-01' }),
  },
]
