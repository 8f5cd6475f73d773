import { fromLast } from '../../../miniapp/src/packages/staff/draft/fromLast'
import { compareWithLast } from '../../../miniapp/src/packages/staff/draft/marks'
import { toContent } from '../../../miniapp/src/packages/staff/draft/toContent'
import { emptyLine, toDraft } from '../../../miniapp/src/packages/staff/draft/toDraft'
import type { DraftOf, NoticeDraft } from '../../../miniapp/src/packages/staff/draft/types'
import type { TemplateBlock } from '../../../shared/contract/catalogues/category'
import type { NoticeContent } from '../../../shared/contract/disclosure/notice'

const template = (type: TemplateBlock['type'], label: string, elements: string[] = []): TemplateBlock => ({
  type,
  label,
  required: false,
  help: '',
  answers: [],
  elements: elements.map(name => ({ label: name, required: false })),
})
const TEMPLATES = [
  template('money', '收支明细'),
  template('facts', '公开内容', ['理财小组意见', '监督电话', '情况']),
  template('recipients', '发放明细'),
  template('text', '说明'),
]
const FILES = template('attachments', '附件')
const last: NoticeContent = {
  title: '2026年9月财务收支',
  period: '2026-09',
  blocks: [
    {
      type: 'money',
      label: '财务收支明细',
      openingFen: 10_000,
      lines: [
        { date: '2026-09-05', direction: 'income', item: '土地租金', amountFen: 50_000, voucher: '001' },
        { date: '2026-09-12', direction: 'expense', item: '道路清扫', amountFen: 20_000, handler: '陈*' },
      ],
      closingFen: 40_000,
    },
    {
      type: 'facts',
      label: '公开内容',
      entries: [
        { label: '理财小组意见', value: '同意' },
        { label: '监督电话', value: '029-0000 1101' },
        { label: '情况', value: '9月支出最大的一笔是道路清扫。' },
        { label: '旧要素', value: '旧' },
      ],
    },
    { type: 'text', label: '说明', text: '凭证可查。' },
    {
      type: 'attachments',
      label: '附件',
      files: [{ name: '9月.pdf', mime: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) }],
    },
  ],
}
const begun: NoticeDraft = {
  ...toDraft({ title: '2026年10月财务收支', period: '2026-10', blocks: [] }, TEMPLATES),
}
const moneyOf = ({ blocks }: NoticeDraft) => blocks.find(block => block.type === 'money') as DraftOf<'money'>

describe('用上期的内容', () => {
  const draft = fromLast(begun, TEMPLATES, last)

  test('title and period stay; lines come as kinds of entries, with the former amount to look at', () => {
    expect([draft.title, draft.period]).toEqual(['2026年10月财务收支', '2026-10'])
    expect(moneyOf(draft)).toEqual({
      type: 'money',
      label: '收支明细',
      openingFen: '400.00',
      lines: [
        { ...emptyLine(), direction: 'income', item: '土地租金', lastFen: '500.00' },
        { ...emptyLine(), item: '道路清扫', lastFen: '200.00' },
      ],
      closingFen: '',
    })
  })

  test('what somebody attested, words about that month, texts and files are never copied', () => {
    expect(draft.blocks.find(block => block.type === 'facts')).toMatchObject({
      entries: [
        { label: '理财小组意见', value: '' },
        { label: '监督电话', value: '029-0000 1101' },
        { label: '情况', value: '' },
      ],
    })
    expect(draft.blocks.find(block => block.type === 'text')).toMatchObject({ text: '' })
    expect(draft.blocks.map(({ type }) => type)).toEqual(['money', 'facts', 'recipients', 'text'])
  })

  test('files that were handed in for this period stay', () => {
    const own = {
      type: 'kept' as const,
      block: last.blocks[3] as Extract<NoticeContent['blocks'][number], { type: 'attachments' }>,
    }
    const filled = fromLast({ ...begun, blocks: [...begun.blocks, own] }, TEMPLATES, last)
    expect(filled.blocks.at(-1)).toBe(own)
    const once = fromLast({ ...begun, blocks: [...begun.blocks, own] }, [...TEMPLATES, FILES], last)
    expect(once.blocks.filter(({ type }) => type === 'kept')).toEqual([own])
  })

  test('after 本期无发生 comes 本期无发生, and back', () => {
    const nothing: NoticeContent = { ...last, blocks: [{ type: 'nothing', note: '无' }] }
    expect(fromLast(begun, TEMPLATES, nothing)).toMatchObject({ nothing: true, nothingNote: '无' })
    expect(fromLast({ ...begun, nothing: true }, TEMPLATES, last).nothing).toBe(false)
  })
})

describe('what differs from last period', () => {
  const typed = (change: (money: DraftOf<'money'>) => void): NoticeDraft => {
    const draft = structuredClone(fromLast(begun, TEMPLATES, last))
    for (const line of moneyOf(draft).lines) line.amountFen = line.lastFen ?? ''
    change(moneyOf(draft))
    return draft
  }
  const compared = (draft: NoticeDraft) => compareWithLast(toContent(draft), last)

  test('a changed amount is marked at its field in the form, an unchanged one is not', () => {
    const draft = typed(money => {
      money.lines.unshift(emptyLine())
      money.lines[2]!.amountFen = '1,400'
    })
    const { marks, gone } = compared(draft)
    expect([...marks].filter(([field]) => field.includes('lines'))).toEqual([
      ['blocks.0.lines.2.amountFen', '比上期 +1,200.00 元'],
    ])
    expect(gone).toEqual([])
  })

  test('half an amount has no mark; a line taken out is told', () => {
    const draft = typed(money => {
      money.lines[0]!.amountFen = '5x'
      money.lines.pop()
    })
    const { marks, gone } = compared(draft)
    expect([...marks.keys()]).toEqual([])
    expect(gone).toEqual(['支出 道路清扫：上期有 200.00 元，本期没有'])
  })

  test('a form without a line is not scolded for what it lacks', () => {
    expect(compared(begun).gone).toEqual([])
  })
})
