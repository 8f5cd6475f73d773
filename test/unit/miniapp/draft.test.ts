import { faultsOf } from '../../../miniapp/src/packages/staff/draft/faults'
import { parseCount, parseYuan } from '../../../shared/figures/parse'
import { yuan } from '../../../shared/common/money'
import { toContent } from '../../../miniapp/src/packages/staff/draft/toContent'
import { emptyLine, emptyRecipient, toDraft } from '../../../miniapp/src/packages/staff/draft/toDraft'
import type { NoticeDraft } from '../../../miniapp/src/packages/staff/draft/types'
import { CATEGORIES } from '../../../shared/facts/disclosure/categories'
import { NoticeContent } from '../../../shared/contract/disclosure/notice'

const content: NoticeContent = {
  title: '2026年10月村级财务收支公开',
  period: '2026-10',
  blocks: [
    { type: 'text', label: '说明', text: '原始凭证可到村委会查阅。' },
    { type: 'facts', label: '公开内容', entries: [{ label: '民主理财小组意见', value: '同意公开。' }] },
    {
      type: 'money',
      label: '收支明细',
      openingFen: -12_345,
      lines: [
        {
          date: '2026-10-05',
          direction: 'income',
          item: '光伏收益',
          amountFen: 551_500,
          handler: '陈*',
          voucher: '001',
        },
        { date: '2026-10-07', direction: 'expense', item: '保洁员劳务费', amountFen: 5 },
      ],
      closingFen: 539_150,
    },
    {
      type: 'recipients',
      label: '发放明细',
      rows: [
        {
          name: '张*',
          group: '第一村民小组',
          scheme: '高龄津贴',
          standard: '每月50元',
          persons: 2,
          amountFen: 30_000,
        },
      ],
      totalPersons: 2,
      totalFen: 30_000,
    },
    {
      type: 'attachments',
      label: '附件',
      files: [{ name: '凭证.pdf', mime: 'application/pdf', bytes: 12, sha256: 'a'.repeat(64) }],
    },
  ],
}

const blank: NoticeDraft = {
  title: '标题',
  period: '2026-10',
  regards: '',
  nothing: false,
  nothingNote: '',
  blocks: [],
}

describe('amounts as people type them', () => {
  it.each([
    ['1234.5', 123_450],
    ['1,234.50 元', 123_450],
    ['１，２３４．５０', 123_450],
    ['0.05', 5],
    ['-3', -300],
    ['9999999999999.99', 999_999_999_999_999],
  ])('%s', (typed, fen) => expect(parseYuan(typed)).toBe(fen))

  it.each(['', 'abc', '1.234', '1.2.3', '--3', '12345678901234', '1e3'])('refuses %p', typed =>
    expect(parseYuan(typed)).toBeNull(),
  )

  it.each([0, 5, 123_450, -99])('writes %p fen so that it reads back', fen =>
    expect(parseYuan(yuan(fen))).toBe(fen),
  )

  it('counts are whole', () => {
    expect([parseCount('３'), parseCount('12'), parseCount('1.5'), parseCount('')]).toEqual([
      3,
      12,
      null,
      null,
    ])
  })
})

describe('a stored content and its draft', () => {
  it('is the same content again after editing nothing', () => {
    const built = toContent(toDraft(content, []))
    expect(built.faults).toEqual([])
    expect(built.content).toEqual(content)
    expect(NoticeContent.parse(built.content)).toEqual(content)
  })

  it.each(CATEGORIES.map(category => [category.name, category.blocks] as const))(
    'has a place for every block of the template of %s',
    (_name, templates) => {
      const draft = toDraft({ title: '标题', period: '2026Q3', blocks: [] }, templates)
      const wanted = templates.map(({ type }) => (type === 'attachments' ? 'kept' : type))
      expect(new Set(draft.blocks.map(block => block.type))).toEqual(new Set(wanted))
    },
  )

  it('has a field for every element that is asked for, beside those that a case has filled in', () => {
    const { blocks: templates } = CATEGORIES.find(({ code }) => code === 'social-assistance')!
    const given = { label: '环节', value: '公布结果' }
    const draft = toDraft(
      {
        title: '标题',
        period: '2026-11-30',
        blocks: [{ type: 'facts', label: '公开内容', entries: [given] }],
      },
      templates,
    )
    const labels = draft.blocks.flatMap(block =>
      block.type === 'facts' ? block.entries.map(({ label }) => label) : [],
    )
    expect(labels).toEqual(['环节', '救助标准', '申请办法', '监督电话'])
  })

  it('keeps 本期无发生 with its note', () => {
    const nothing: NoticeContent = { ...content, blocks: [{ type: 'nothing', note: '本月没有支出。' }] }
    expect(toContent(toDraft(nothing, [])).content).toEqual(nothing)
  })
})

describe('faults', () => {
  it('tells all that can be seen without the server, each at its field', () => {
    const draft: NoticeDraft = {
      ...blank,
      title: ' ',
      blocks: [
        {
          type: 'money',
          label: '收支明细',
          openingFen: '',
          closingFen: 'x',
          lines: [emptyLine(), { ...emptyLine(), item: '修路' }],
        },
        {
          type: 'recipients',
          label: '发放明细',
          rows: [{ ...emptyRecipient(), name: '张*', persons: '许多' }],
          totalPersons: '1',
          totalFen: '0',
        },
      ],
    }
    expect(toContent(draft).faults.map(fault => fault.field)).toEqual([
      'draft.title',
      'blocks.0.lines.1.date',
      'blocks.0.lines.1.amountFen',
      'blocks.0.openingFen',
      'blocks.0.closingFen',
      'blocks.1.rows.0.scheme',
      'blocks.1.rows.0.persons',
      'blocks.1.rows.0.amountFen',
    ])
  })

  it('says so when nothing was written at all', () => {
    expect(toContent(blank).faults).toEqual([expect.objectContaining({ field: 'draft.blocks' })])
  })

  it('brings the server’s issues to the fields in which they were typed, past empty blocks and lines', () => {
    const draft: NoticeDraft = {
      ...blank,
      blocks: [
        { type: 'text', label: '说明', text: '' },
        {
          type: 'money',
          label: '收支明细',
          openingFen: '0',
          closingFen: '0',
          lines: [emptyLine(), { ...emptyLine(), date: '2026-10-05', item: '修路', amountFen: '3' }],
        },
      ],
    }
    const { content: sent, origins } = toContent(draft)
    expect(sent.blocks).toHaveLength(1)
    const issue = (field: string | undefined) => ({ code: 'x', field, message: field ?? '' })
    const faults = faultsOf(
      [
        'content.blocks.0.lines.0.date',
        'content.blocks.0.closingFen',
        'content.title',
        'itemId',
        undefined,
      ].map(issue),
      origins,
    )
    expect(faults.map(fault => fault.field)).toEqual([
      'blocks.1.lines.1.date',
      'blocks.1.closingFen',
      'draft.title',
      'itemId',
      '',
    ])
  })
})
