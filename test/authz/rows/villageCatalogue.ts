import { draftStoryOf } from '../../support/api/drafts'
import { confirmSame, listStoryOf } from '../../support/api/villageCatalogues'
import { ITEMS } from '../../support/api/world'
import type { Row, Story } from './row'
import { STREET_STAFF, VILLAGE_STAFF } from '../situations'

const GUIDES = STREET_STAFF
const line = { area: '村务公开', path: ['村规民约'], elements: [], deadline: null }
const FILE = {
  name: '东一村村务公开目录.csv',
  text: '序号,公开事项,公开时限\n1,村规民约,长期公开\n2,印章管理,长期公开',
}

const to =
  (path: string, body: object): Row['prepare'] =>
  async () => ({ path: `/orgs/${path}`, body })

/** The activation of the list, with a reason for each item that it leaves out. */
async function activation(server: Story['server'], version: number) {
  const { leftOut } = await listStoryOf(server).diff()
  const reasons = leftOut.map(({ key }) => ({ key, reason: '村里没有这类事项' }))
  return { path: '/orgs/V1/village-catalogue/activate', body: { version, reasons } }
}

const LINE = 'PUT /orgs/:code/village-catalogue/items'

/** The list is the village's own; the street suggests and aligns. */
export const LIST_ROWS: readonly Row[] = [
  {
    route: 'GET /orgs/:code/village-catalogue',
    situation: 'a village’s',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...GUIDES, 'district'],
    prepare: async () => ({ path: '/orgs/V1/village-catalogue' }),
  },
  {
    route: 'GET /orgs/:code/village-catalogue/diff',
    situation: 'a village’s',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...GUIDES, 'district'],
    prepare: async () => ({ path: '/orgs/V1/village-catalogue/diff' }),
  },
  {
    route: 'POST /orgs/:code/village-catalogue/adopt',
    situation: 'a village’s: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: to('V1/village-catalogue/adopt', { version: 0, keys: [ITEMS.finance.key] }),
  },
  {
    route: 'POST /orgs/:code/village-catalogue/items',
    situation: 'a village’s: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: to('V1/village-catalogue/items', { version: 0, ...line }),
  },
  {
    route: LINE,
    situation: 'a village’s: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async ({ server }) => {
      const { version } = await listStoryOf(server).adopt()
      return {
        path: '/orgs/V1/village-catalogue/items',
        body: { version, key: ITEMS.finance.key, elements: ['收支明细'], deadline: '每月10日前' },
      }
    },
  },
  {
    route: 'POST /orgs/:code/village-catalogue/remove',
    situation: 'a village’s: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async ({ server }) => {
      const { version } = await listStoryOf(server).adopt()
      return {
        path: '/orgs/V1/village-catalogue/remove',
        body: { version, key: ITEMS.finance.key, reason: '本村没有' },
      }
    },
  },
  {
    route: 'POST /orgs/:code/village-catalogue/apply',
    situation: 'a village’s, of its checked draft: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async ({ server }) => {
      const drafts = draftStoryOf(server)
      const { draft } = await drafts.upload(FILE, 'editor', 'V1')
      await drafts.acceptAll(draft.id, 'editor')
      const { draft: now, listVersion } = await drafts.diff(draft.id)
      return {
        path: '/orgs/V1/village-catalogue/apply',
        body: { draft: draft.id, version: now.version, listVersion },
      }
    },
  },
  {
    route: 'POST /orgs/:code/village-catalogue/activate',
    situation: 'a village’s, altered by its editor: head or supervisor',
    allowed: ['head', 'supervisor', 'supervisor-2', 'two-hats'],
    prepare: async ({ server }) => {
      const { version } = await listStoryOf(server).adopt()
      return activation(server, version)
    },
  },
  {
    route: 'POST /orgs/:code/village-catalogue/activate',
    situation: 'a village’s, altered by its head too: another one',
    allowed: ['supervisor', 'supervisor-2', 'two-hats'],
    prepare: async ({ server }) => {
      const story = listStoryOf(server)
      const { version } = await story.adopt()
      const altered = { version, key: ITEMS.finance.key, elements: [], deadline: '每月10日前' }
      await story.done('head', 'PUT', '/orgs/V1/village-catalogue/items', altered)
      return activation(server, version + 1)
    },
  },
  {
    route: 'POST /orgs/:code/village-catalogue/remarks',
    situation: 'a village’s: the street that guides it',
    allowed: GUIDES,
    prepare: to('V1/village-catalogue/remarks', { text: '建议采用耕地地力保护补贴', key: ITEMS.subsidy.key }),
  },
  {
    route: 'POST /village-catalogues/remarks',
    situation: 'a village’s: the street that guides it',
    allowed: GUIDES,
    prepare: async () => ({
      path: '/village-catalogues/remarks',
      body: { villages: [{ id: 'V1' }], text: '建议采用耕地地力保护补贴', key: ITEMS.subsidy.key },
    }),
  },
  {
    route: 'GET /orgs/:code/alignment',
    situation: 'of a village: the street that guides it',
    allowed: [...GUIDES, 'district'],
    prepare: async () => ({ path: '/orgs/ST1/alignment?village=V1' }),
  },
  {
    route: 'GET /orgs/:code/alignment/villages',
    situation: 'of a street',
    allowed: [...STREET_STAFF, 'district'],
    prepare: async () => ({ path: '/orgs/ST1/alignment/villages' }),
  },
  {
    route: 'POST /orgs/:code/links',
    situation: 'of a village: the street that guides it, never the village',
    allowed: GUIDES,
    prepare: async ({ server }) => {
      const [key] = await listStoryOf(server).listInForce('粮食直补发放')
      return {
        path: '/orgs/ST1/links',
        body: { village: 'V1', decisions: [confirmSame(key!, ITEMS.subsidy.key)] },
      }
    },
  },
]
