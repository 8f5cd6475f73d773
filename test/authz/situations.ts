import type { WorkNoticePage } from '../../shared/contract/disclosure/noticeWorkflow'
import type { Row, Story } from './rows/row'

type Prepare = Row['prepare']

export const VILLAGE_STAFF = ['editor', 'editor-2', 'head', 'two-hats'] as const
export const STREET_STAFF = ['clerk', 'clerk-2', 'street-head'] as const

/** A notice in a state: of the village V1 written by `editor`, or of the street ST1 written by `clerk`. */
export const inVillage = {
  draft: (story: Story) => story.create('editor'),
  submitted: async (story: Story) => story.submit('editor', await story.create('editor')),
  signed: async (story: Story) =>
    story.agree('supervisor', await story.submit('editor', await story.create('editor'))),
  checked: async (story: Story) => story.step('editor', await story.create('editor'), 'check'),
  refused: async (story: Story) => story.object('supervisor', await inVillage.submitted(story), '凭证对不上'),
  met: async (story: Story) => story.meet('head', await inVillage.signed(story)),
  scheduled: async (story: Story) =>
    story.step('head', await inVillage.met(story), 'schedule', { publishAt: '2026-11-21T02:00:00.000Z' }),
  published: async (story: Story) => story.publish('head', await inVillage.signed(story)),
  correcting: async (story: Story) =>
    story.step('editor', await inVillage.published(story), 'correct', { reason: '金额写错了' }),
  ended: async (story: Story) => story.end(await inVillage.published(story)),
  confirmed: async (story: Story) => story.step('head', await inVillage.ended(story), 'confirm'),
}
export const inStreet = {
  draft: (story: Story) => story.create('clerk', { orgCode: 'ST1' }),
  submitted: async (story: Story) => story.submit('clerk', await story.create('clerk', { orgCode: 'ST1' })),
  signed: async (story: Story) => story.agree('clerk-2', await inStreet.submitted(story)),
}

export const step =
  (make: (story: Story) => Promise<WorkNoticePage>, name: string, more: object = {}): Prepare =>
  async story => {
    const { notice } = await make(story)
    return { path: `/notices/${notice.id}/${name}`, body: { version: notice.version, ...more } }
  }
