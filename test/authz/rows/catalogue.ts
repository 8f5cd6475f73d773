import type { DraftPage } from '../../../shared/contract/catalogues/catalogueDraft'
import { FINANCE_FILE, NO_AREA_FILE, draftStoryOf } from '../../support/api/drafts'
import { type Row, type Story, at } from './row'
import { STREET_STAFF, VILLAGE_STAFF } from '../situations'

const CLERKS = ['clerk', 'clerk-2'] as const

const ofDraft =
  (step: string, make: (story: Story) => Promise<DraftPage>, body: object = {}): Row['prepare'] =>
  async story => {
    const { id, version } = await make(story)
    return { path: `/catalogue-drafts/${id}/${step}`, body: { version, ...body } }
  }

const open = async ({ server }: Story) => (await draftStoryOf(server).upload()).draft
const submitted = ({ server }: Story) => draftStoryOf(server).submitted()

const look =
  (step: string): Row['prepare'] =>
  async story => ({ path: `/catalogue-drafts/${(await open(story)).id}${step}` })

const ofRow =
  (step: string, body: object): Row['prepare'] =>
  async story => {
    const { id } = await open(story)
    const [row] = await draftStoryOf(story.server).rows(id)
    return { path: `/catalogue-draft-rows/${row!.id}${step}`, body: { version: row!.version, ...body } }
  }

/** Doubt of the damaged document number. */
async function doubt(story: Story) {
  const draft = await open(story)
  const [row] = await draftStoryOf(story.server).rows(draft.id)
  const { field, reasons } = row!.cells.find(({ state }) => state === 'uncertain')!
  return {
    path: `/catalogue-drafts/${draft.id}/accept`,
    body: { version: draft.version, field, reason: reasons.join('；') },
  }
}

const reads: Row[] = ['', '/rows', '/doubts', '/diff'].map(step => ({
  route: `GET /catalogue-drafts/:id${step}`,
  situation: 'a street’s',
  allowed: [...STREET_STAFF, 'district'],
  prepare: look(step),
}))

const ADDED = [{ field: 'path', text: '村级财务\n工程项目' }]

/** Drafts of the street’s catalogue: its clerks make them, a second person of the street puts them into force. */
export const CATALOGUE_ROWS: readonly Row[] = [
  {
    route: 'GET /orgs/:code/catalogues',
    situation: 'a street’s',
    allowed: [...STREET_STAFF, 'district'],
    prepare: at('/orgs/ST1/catalogues'),
  },
  {
    route: 'GET /orgs/:code/catalogues/drafts',
    situation: 'a street’s',
    allowed: [...STREET_STAFF, 'district'],
    prepare: async () => ({ path: '/orgs/ST1/catalogues/drafts' }),
  },
  {
    route: 'POST /orgs/:code/catalogues/drafts',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: async () => ({ path: '/orgs/ST1/catalogues/drafts', file: FINANCE_FILE }),
  },
  {
    route: 'POST /orgs/:code/catalogues/drafts',
    situation: 'a village’s own list: its committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async () => ({ path: '/orgs/V1/catalogues/drafts', file: FINANCE_FILE }),
  },
  {
    route: 'POST /orgs/:code/catalogues/drafts/text',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: async () => ({
      path: '/orgs/ST1/catalogues/drafts/text',
      body: { text: FINANCE_FILE.text.replaceAll(',', '\t'), name: '县里网页', area: '村级财务' },
    }),
  },
  ...reads,
  {
    route: 'PUT /catalogue-draft-rows/:id',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: ofRow('', { fixes: [{ field: 'deadline', text: '每月10日前' }] }),
  },
  {
    route: 'POST /catalogue-draft-rows/:id/drop',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: ofRow('/drop', { reason: '本街道没有' }),
  },
  {
    route: 'POST /catalogue-draft-rows/:id/restore',
    situation: 'a street’s, dropped',
    allowed: CLERKS,
    prepare: async story => {
      const { id } = await open(story)
      const drafts = draftStoryOf(story.server)
      const [row] = await drafts.rows(id)
      const body = { version: row!.version, reason: '本街道没有' }
      await drafts.done('clerk', 'POST', `/catalogue-draft-rows/${row!.id}/drop`, { body })
      return { path: `/catalogue-draft-rows/${row!.id}/restore`, body: { version: row!.version + 1 } }
    },
  },
  {
    route: 'POST /catalogue-drafts/:id/rows',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: ofDraft('rows', open, { cells: ADDED }),
  },
  {
    route: 'POST /catalogue-drafts/:id/accept',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: doubt,
  },
  {
    route: 'PUT /catalogue-drafts/:id/area',
    situation: 'a street’s, of no area',
    allowed: CLERKS,
    prepare: async ({ server }) => {
      const { draft } = await draftStoryOf(server).upload(NO_AREA_FILE)
      return {
        path: `/catalogue-drafts/${draft.id}/area`,
        body: { version: draft.version, area: '村级财务' },
      }
    },
  },
  {
    route: 'PUT /catalogue-drafts/:id/terms',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: ofDraft('terms', open, { effectiveFrom: '2026-11-01', successors: [] }),
  },
  {
    route: 'POST /catalogue-drafts/:id/submit',
    situation: 'a street’s, checked',
    allowed: CLERKS,
    prepare: async story => {
      const { id, version } = await submitted(story)
      await draftStoryOf(story.server).step(id, 'reopen')
      return { path: `/catalogue-drafts/${id}/submit`, body: { version: version + 1 } }
    },
  },
  {
    route: 'POST /catalogue-drafts/:id/reopen',
    situation: 'a street’s, submitted',
    allowed: STREET_STAFF,
    prepare: ofDraft('reopen', submitted),
  },
  {
    route: 'POST /catalogue-drafts/:id/discard',
    situation: 'a street’s',
    allowed: CLERKS,
    prepare: ofDraft('discard', open),
  },
  {
    route: 'POST /catalogue-drafts/:id/activate',
    situation: 'a street’s, imported by its clerk: another person',
    allowed: ['clerk-2', 'street-head'],
    prepare: async ({ server }) => {
      const drafts = draftStoryOf(server)
      const { id } = await drafts.submitted()
      const { against, draft } = await drafts.diff(id)
      return {
        path: `/catalogue-drafts/${id}/activate`,
        body: { version: draft.version, against },
      }
    },
  },
]
