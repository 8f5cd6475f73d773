import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { ask, errorOf, openWorld, signed, story } from '../../../support/api/workDesk'
import { financeContent } from '../../../support/api/world'

/** What reviewers are shown of a correction and of a second submission, and that a correction has to correct. */
openWorld('what-changed')

const REASON = { reason: '余额写错，按台账更正' }

/** The statement with another voucher and another opinion of the finance group. */
function mended(voucher: string, opinion = '已审核，属实'): NoticeContent {
  const content = financeContent()
  const [money] = content.blocks
  if (money?.type !== 'money') throw new Error('the statement begins with its money')
  const lines = money.lines.map((line, index) => (index === 1 ? { ...line, voucher } : line))
  const facts = {
    type: 'facts' as const,
    label: '公开内容',
    entries: [{ label: '民主理财小组意见', value: opinion }],
  }
  return { ...content, blocks: [{ ...money, lines }, facts] }
}

const brief = ({ comparisons }: WorkNoticePage) =>
  comparisons.map(({ against, edition, changes }) => [
    against,
    edition,
    changes.map(({ place, label, before, after }) => `${place} ${label} ${before ?? '—'}→${after ?? '—'}`),
  ])

test('a first submission has nothing to be compared with; a second one has the first', async () => {
  const handed = await story.submit('editor', await story.create('editor'))
  expect(handed.comparisons).toEqual([])
  const refused = await story.object('supervisor', handed, '凭证 002 对不上')
  expect(refused.comparisons).toEqual([])
  const draft = await story.edit('editor', refused, mended('022'))
  const voucher = ['submission', 1, ['收支明细 第 2 笔 凭证号 002→022']]
  expect(brief(draft)).toEqual([voucher])
  const again = await story.submit('editor', draft)
  expect(brief(again)).toEqual([voucher])
  const agreed = await story.agree('supervisor', again)
  expect(brief(await story.meet('head', agreed))).toEqual([voucher])
})

test('a correction is shown against the edition, a second submission of it against both', async () => {
  const first = await story.publish('head', await signed())
  expect(first.comparisons).toEqual([])
  const begun = await story.step('editor', first, 'correct', REASON)
  expect(brief(begun)).toEqual([['edition', 1, ['公开内容 民主理财小组意见 已审核，属实→—']]])
  const handed = await story.submit('editor', await story.edit('editor', begun, mended('022')))
  expect(brief(handed)).toEqual([['edition', 1, ['收支明细 第 2 笔 凭证号 002→022']]])
  const refused = await story.object('supervisor', handed, '应为 023')
  const again = await story.submit('editor', await story.edit('editor', refused, mended('023')))
  expect(brief(again)).toEqual([
    ['edition', 1, ['收支明细 第 2 笔 凭证号 002→023']],
    ['submission', 2, ['收支明细 第 2 笔 凭证号 022→023']],
  ])
  const second = await story.publish('head', await story.agree('supervisor', again))
  expect(second).toMatchObject({ notice: { edition: 2, state: 'published' }, comparisons: [] })
})

test('a correction that says what is public already is refused, with or without a new opinion', async () => {
  const begun = await story.step('editor', await story.publish('head', await signed()), 'correct', REASON)
  const opened = begun.notice.content.blocks.find(block => block.type === 'facts')
  expect(opened).toMatchObject({ entries: [{ label: '民主理财小组意见', value: '' }] })
  const same = await story.edit('editor', begun, financeContent())
  expect(same.issues.map(({ code }) => code)).toEqual(['correction-unchanged'])
  const answer = await ask('editor', 'POST', `/notices/${same.notice.id}/submit`, {
    version: same.notice.version,
  })
  expect([answer.status, errorOf(answer.body).details]).toEqual([
    422,
    [
      {
        code: 'correction-unchanged',
        field: 'content',
        message: '更正的内容和第 1 版没有不同。请改好再送审；不用改的，请取消更正。',
      },
    ],
  ])
  const other = await story.edit('editor', same, mended('002', '第 2 笔没有附件'))
  expect((await story.submit('editor', other)).notice.state).toBe('submitted')
})

test('words withdrawn for a leak are not quoted again, and may not be published again', async () => {
  const first = await story.publish('head', await signed())
  const withdrawn = await story.step('editor', first, 'withdraw', {
    reason: '误带了证件号码',
    leaked: ['id'],
    persons: 1,
    measures: '已撤下并告知本人',
  })
  const begun = await story.step('editor', withdrawn, 'correct', REASON)
  const same = await story.edit('editor', begun, financeContent())
  expect(same.issues.map(({ code }) => code)).toEqual(['correction-unchanged'])
  const draft = await story.edit('editor', same, mended('022'))
  const [comparison] = draft.comparisons
  expect(comparison).toMatchObject({
    against: 'edition',
    withheld: true,
    changes: [{ place: '收支明细 第 2 笔', label: '凭证号', before: null, after: '022' }],
  })
})
