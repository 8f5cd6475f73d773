import { documentOf, type PartOf } from '@shared/presentation/document'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { NoticePage, OrgPage } from '@shared/contract/reading/site'
import { accountsOf, blocksOf, householdsOf } from '../print/contents'

const LONG_NAME = '防汛沙袋、应急照明、排水泵租赁以及转移安置群众临时住处的各项支出'

/** The part of a record of a kind. */
function partOf<Kind extends 'chart' | 'sheet'>(content: NoticeContent, kind: Kind): PartOf<Kind> {
  const part = documentOf(blocksOf(content)).find(one => one.kind === kind)
  if (!part) throw new Error(`the record has no ${kind}`)
  return part as PartOf<Kind>
}

/** Accounts whose money block is changed. */
function accountsWith(
  rows: number,
  change: (money: Extract<NoticeContent['blocks'][number], { type: 'money' }>) => void,
): NoticeContent {
  const content = accountsOf(rows)
  content.blocks.forEach(block => block.type === 'money' && change(block))
  return content
}

const usual = accountsOf(12)
const few = accountsWith(3, money => {
  money.openingFen = 0
  money.closingFen = money.lines.reduce(
    (sum, { direction, amountFen }) => sum + (direction === 'income' ? amountFen : -amountFen),
    0,
  )
})
const huge = accountsWith(3, money => {
  money.lines.forEach(line => {
    line.item = LONG_NAME
    line.amountFen = 12_345_678_901_234
  })
  money.openingFen = 50_000_000_000_000
  money.closingFen = 50_000_000_000_000 - 12_345_678_901_234
})
const wrong = accountsWith(3, money => {
  money.closingFen += 10_000
})

export const CHARTS = {
  usual: [partOf(usual, 'chart'), partOf(usual, 'sheet')],
  few: [partOf(few, 'chart'), partOf(few, 'sheet')],
  huge: [partOf(huge, 'chart'), partOf(huge, 'sheet')],
} as const

export const SHEETS = {
  accounts: partOf(accountsOf(10), 'sheet'),
  huge: partOf(huge, 'sheet'),
  wrong: partOf(wrong, 'sheet'),
  households: partOf(householdsOf(6), 'sheet'),
  many: partOf(householdsOf(2_000), 'sheet'),
}

/** A sheet without a row. */
export const EMPTY_SHEET: PartOf<'sheet'> = {
  ...SHEETS.households,
  groups: [],
  count: 0,
  totals: [],
  proof: null,
}

const figureText = (yuan: number): string => `${yuan.toLocaleString('en-US')}.00`

/** A year by months of some figures in 元, each with its word. */
function yearOf(
  id: string,
  label: string,
  figures: readonly (readonly [what: string, word: string, yuan: (month: number) => number])[],
): PartOf<'chart'> {
  const months = Array.from({ length: 12 }, (_, at) => at + 1)
  const most = Math.max(...months.flatMap(month => figures.map(([, , yuan]) => yuan(month))))
  const bars = months.flatMap(month =>
    figures.map(([what, word, yuan]) => ({
      id: `2026-${String(month).padStart(2, '0')}|${what}`,
      label: `${month}月 ${word}`.trim(),
      text: figureText(yuan(month)),
      permille: Math.round((yuan(month) / most) * 1000),
    })),
  )
  return { kind: 'chart', id, label, unit: '元', bars }
}

const incomeOf = (month: number): number => 12_000 + ((month * 13_700) % 46_000)
const expenseOf = (month: number): number => 9_000 + ((month * 7_300) % 12_000)

export const FLOWS = yearOf('flows', '每期收入和支出', [
  ['income', '收入', incomeOf],
  ['expense', '支出', expenseOf],
])
export const BALANCES = yearOf('balances', '每期期末余额', [
  ['balance', '', month => 268_000 + month * 17_000],
])

export const ORG: OrgPage = {
  code: 'XQ-DH-LX-V01',
  name: '柳湾村',
  kind: 'village',
  parentCode: 'XQ-DH-LX',
  words: { affairs: '村务', residents: '村民', place: '村' },
  ancestors: [
    { code: 'XQ-DH', name: '东和新城', kind: 'county' },
    { code: 'XQ-DH-LX', name: '柳溪街道', kind: 'street' },
  ],
  contacts: [{ name: '赵守信', jobTitle: '村务监督委员会主任', phone: '029-0000 1101' }],
} as unknown as OrgPage

/** The page of a notice that is not what was published. */
export const ALTERED = {
  notice: { id: '01JN0000000000000000000000', edition: 1 },
  org: ORG,
} as unknown as NoticePage
