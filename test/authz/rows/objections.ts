import type { ObjectionPage } from '../../../shared/contract/participation/objection'
import { TEXT, SPENT, objectionStory, publishedNotice } from '../../support/api/objections'
import type { Row, Story } from './row'

const VILLAGE = ['editor', 'editor-2', 'head', 'two-hats', 'supervisor', 'supervisor-2'] as const
const STREET = ['clerk', 'clerk-2', 'street-head'] as const

/** Objections of `villager` to a notice that `editor` alone wrote, in every place where somebody can be asked. */
const made = {
  open: async ({ server }: Story) =>
    objectionStory(server).file('villager', (await publishedNotice(server)).notice.id),
  direct: async ({ server }: Story) =>
    objectionStory(server).file('villager', (await publishedNotice(server)).notice.id, { via: 'committee' }),
  held: async (story: Story) => {
    const before = story.server.services.textCheck
    story.server.services.textCheck = { judge: async () => 'review' }
    const page = await made.open(story)
    story.server.services.textCheck = before
    return page
  },
  answered: async (story: Story) => objectionStory(story.server).answer('head', await made.open(story)),
  town: async (story: Story) => objectionStory(story.server).escalate('villager', await made.answered(story)),
  county: async (story: Story) => {
    const { answer, escalate } = objectionStory(story.server)
    return escalate('villager', await answer('clerk', await made.town(story)))
  },
}

const step =
  (make: (story: Story) => Promise<ObjectionPage>, name: string, more: object = {}): Row['prepare'] =>
  async story => {
    const { objection } = await make(story)
    return { path: `/objections/${objection.id}/${name}`, body: { version: objection.version, ...more } }
  }

const answer = (make: (story: Story) => Promise<ObjectionPage>) => step(make, 'answer', { text: TEXT })

/** Verified people ask, the organisation answers, the supervising body looks at held texts, the objector has the last word. */
export const OBJECTION_ROWS: readonly Row[] = [
  {
    route: 'POST /notices/:id/objections',
    situation: 'a village’s notice: its verified people',
    allowed: ['villager'],
    prepare: async story => {
      const { notice } = await publishedNotice(story.server)
      return { path: `/notices/${notice.id}/objections`, body: { edition: 1, kind: 'amount', target: SPENT } }
    },
  },
  {
    route: 'GET /objections/:id',
    situation: 'of a villager, open',
    allowed: ['villager', ...VILLAGE, ...STREET, 'district'],
    unnamed: ['villager'],
    prepare: async story => ({ path: `/objections/${(await made.open(story)).objection.id}` }),
  },
  {
    route: 'GET /orgs/:code/objections',
    situation: 'a village’s',
    allowed: [...VILLAGE, ...STREET, 'district'],
    prepare: async () => ({ path: '/orgs/V1/objections' }),
  },
  {
    route: 'GET /orgs/:code/objections',
    situation: 'a street’s',
    allowed: [...STREET, 'district'],
    prepare: async () => ({ path: '/orgs/ST1/objections' }),
  },
  {
    route: 'POST /objections/:id/answer',
    situation: 'through the supervisors: they too, and the committee but for who wrote it alone',
    allowed: ['editor-2', 'head', 'two-hats', 'supervisor', 'supervisor-2'],
    prepare: answer(made.open),
  },
  {
    route: 'POST /objections/:id/answer',
    situation: 'asked directly: the committee',
    allowed: ['editor-2', 'head', 'two-hats'],
    prepare: answer(made.direct),
  },
  {
    route: 'POST /objections/:id/answer',
    situation: 'with the town',
    allowed: STREET,
    prepare: answer(made.town),
  },
  {
    route: 'POST /objections/:id/answer',
    situation: 'with the district',
    allowed: ['district'],
    prepare: answer(made.county),
  },
  {
    route: 'POST /objections/:id/release',
    situation: 'held: supervisors without a committee post',
    allowed: ['supervisor', 'supervisor-2'],
    prepare: step(made.held, 'release'),
  },
  {
    route: 'POST /objections/:id/refuse',
    situation: 'held: supervisors without a committee post',
    allowed: ['supervisor', 'supervisor-2'],
    prepare: step(made.held, 'refuse', { reason: '请只说事情本身。' }),
  },
  {
    route: 'POST /objections/:id/settle',
    situation: 'answered: the objector',
    allowed: ['villager'],
    prepare: step(made.answered, 'settle', { settled: true }),
  },
  {
    route: 'POST /objections/:id/escalate',
    situation: 'answered: the objector',
    allowed: ['villager'],
    prepare: step(made.answered, 'escalate'),
  },
  {
    route: 'POST /objections/:id/withdraw',
    situation: 'open: the objector',
    allowed: ['villager'],
    prepare: step(made.open, 'withdraw'),
  },
]
