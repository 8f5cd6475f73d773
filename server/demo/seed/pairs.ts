import { recipientTotals } from '@shared/content/statement'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'

/**
 * Relation of the street's disclosure to the village's of the same item and period: identical, another amount, one
 * row fewer, another label, or missing on one side.
 */
export type Pairing = 'same' | 'amount' | 'row' | 'label' | 'street-silent' | 'village-silent'

/** Cycle of pairings, so that every street has each kind. */
const CYCLE: readonly Pairing[] = [
  'same',
  'amount',
  'same',
  'row',
  'street-silent',
  'same',
  'label',
  'amount',
  'village-silent',
  'row',
]

/** Returns the pairing of the nth pair; `unbroken`: the village's side is never missing. */
export function pairingOf(nth: number, unbroken: boolean): Pairing {
  const pairing = CYCLE[nth % CYCLE.length]!
  return unbroken && pairing === 'village-silent' ? 'same' : pairing
}

const HUNDRED_YUAN = 10_000
const OTHER_LABELS: Readonly<Record<string, string>> = {
  申请办法: '申请方式',
  时间进度: '项目进度',
  民主理财小组意见: '民主理财意见',
  帮扶措施: '主要帮扶措施',
}

type Recipients = Extract<ContentBlock, { type: 'recipients' }>
type Money = Extract<ContentBlock, { type: 'money' }>

function summed(block: Recipients): Recipients {
  const totals = recipientTotals(block)
  return { ...block, totalPersons: totals.persons, totalFen: totals.fen }
}

const balanced = (block: Money): Money => ({
  ...block,
  closingFen: block.lines.reduce(
    (sum, line) => sum + (line.direction === 'income' ? line.amountFen : -line.amountFen),
    block.openingFen,
  ),
})

function otherAmount(block: ContentBlock): ContentBlock {
  if (block.type === 'recipients') {
    const rows = block.rows.map((row, index) =>
      index === 1 ? { ...row, amountFen: row.amountFen + HUNDRED_YUAN } : row,
    )
    return summed({ ...block, rows })
  }
  if (block.type === 'money') {
    const last = block.lines.length - 1
    const lines = block.lines.map((line, index) =>
      index === last ? { ...line, amountFen: line.amountFen + HUNDRED_YUAN } : line,
    )
    return balanced({ ...block, lines })
  }
  return block
}

function oneRowLess(block: ContentBlock): ContentBlock {
  if (block.type === 'recipients') return summed({ ...block, rows: block.rows.slice(0, -1) })
  if (block.type === 'money') return balanced({ ...block, lines: block.lines.slice(0, -1) })
  return block
}

const otherLabel = (block: ContentBlock): ContentBlock =>
  block.type === 'facts'
    ? {
        ...block,
        entries: block.entries.map(entry => ({ ...entry, label: OTHER_LABELS[entry.label] ?? entry.label })),
      }
    : block

const CHANGES: Partial<Record<Pairing, (block: ContentBlock) => ContentBlock>> = {
  amount: otherAmount,
  row: oneRowLess,
  label: otherLabel,
}

/** Returns the street's version of the village's content; null if the street has none. */
export function streetVersion(content: NoticeContent, pairing: Pairing): NoticeContent | null {
  if (pairing === 'street-silent') return null
  const change = CHANGES[pairing]
  return change ? { ...content, blocks: content.blocks.map(change) } : content
}
