import { amountChanges, type AmountChange } from '@shared/content/amountChanges'
import { flatMap } from '@shared/common/lists'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { yuan } from '@shared/common/money'
import { toContent } from '../../draft/toContent'
import { draftFields } from '../../draft/faults'
import type { TableDraft } from '../../draft/fromTable'
import { columnOfField, listOf, rowsOf } from './columns'

/** Table of last period's notice that this one goes on from; null for the first. */
export function lastTable(block: TableDraft, last: NoticeContent | null): ContentBlock | null {
  const same = (last?.blocks ?? []).filter(
    one =>
      one.type === block.type &&
      (one.type !== 'sheet' || block.type !== 'sheet' || one.sheet === block.sheet),
  )
  return same.find(one => 'label' in one && one.label === block.label) ?? same[0] ?? null
}

export interface RowChange {
  /** Null: only last period had it. */
  row: number | null
  id: string | null
  label: string
  /** Null: only last period had it. */
  fen: number | null
  /** Null: last period had no such amount. */
  lastFen: number | null
}

/** Finds row and column of a changed amount; null for a total. */
function placeOf(block: TableDraft, field: string): { row: number; id: string } | null {
  const [, row, name] = new RegExp(`\\.${listOf(block)}\\.(\\d+)\\.(\\w+)$`).exec(field) ?? []
  if (row === undefined || name === undefined) return null
  return { row: Number(row), id: columnOfField(block, Number(row), name) }
}

/** Compares the rows with last period's: changed amounts, new ones, ones that are gone. Totals are left out. */
export function rowChanges(block: TableDraft, period: string, last: ContentBlock | null): RowChange[] {
  if (!last || rowsOf(block).length === 0) return []
  const draft = { title: '-', period, regards: '', nothing: false, nothingNote: '', blocks: [block] }
  const built = toContent(draft)
  const wrong = new Set(built.faults.map(({ field }) => field))
  const changes = amountChanges(built.content, { ...built.content, blocks: [last] })
  const draftField = draftFields(built.origins)
  return flatMap(changes, (change: AmountChange): RowChange[] => {
    const { field, label, fen, lastFen } = change
    if (field === null) return [{ row: null, id: null, label, fen, lastFen }]
    const at = draftField(`content.${field}`)
    const place = wrong.has(at) ? null : placeOf(block, at)
    return place ? [{ ...place, label, fen, lastFen }] : []
  })
}

/** Says a change in a narrow column: 新, +225.50, −579.00. */
export function shortWords({ fen, lastFen }: RowChange): string {
  if (lastFen === null) return '新'
  const difference = (fen ?? 0) - lastFen
  return `${difference > 0 ? '+' : '−'}${yuan(Math.abs(difference))}`
}

const weight = ({ fen, lastFen }: RowChange): number => Math.abs((fen ?? 0) - (lastFen ?? 0))

/** The changes of the largest amounts first. */
export const byWeight = (changes: readonly RowChange[]): RowChange[] =>
  [...changes].sort((a, b) => weight(b) - weight(a))
