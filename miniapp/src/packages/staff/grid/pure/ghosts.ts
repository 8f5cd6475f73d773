import type { TableDraft } from '../../draft/fromTable'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { type CellChange, cellText } from './columns'
import { nextNumber } from './fill'

type MoneyBlock = Extract<NoticeContent['blocks'][number], { type: 'money' }>

/** Proposals for a row that is being written, by column; shown in grey and taken over by Tab or Enter. */
export interface Ghosts {
  item?: { text: string; side: 'income' | 'expense' }
  handler?: string
  voucher?: string
}

/** The item of last period that the row is likely to be: the first that starts so and that no other row has. */
function itemGhost(block: TableDraft, row: number, last: MoneyBlock): Ghosts['item'] {
  if (block.type !== 'money') return undefined
  const typed = cellText(block, row, 'item').trim()
  const used = new Set(block.lines.filter((_, index) => index !== row).map(({ item }) => item.trim()))
  const found = last.lines.find(({ item }) => item !== typed && item.startsWith(typed) && !used.has(item))
  return found && { text: found.item, side: found.direction }
}

/**
 * Proposes how a row of an account goes on: an item of last period, the handler of the row above, the next number of a
 * voucher. A row without a day is not begun and has no proposals.
 */
export function ghostsOf(block: TableDraft, row: number, last: MoneyBlock | null): Ghosts {
  if (block.type !== 'money' || cellText(block, row, 'date').trim() === '') return {}
  const item = last ? itemGhost(block, row, last) : undefined
  const empty = (id: string) => cellText(block, row, id).trim() === ''
  const handler = row > 0 && empty('handler') ? cellText(block, row - 1, 'handler').trim() : ''
  const voucher = row > 0 && empty('voucher') ? nextNumber(cellText(block, row - 1, 'voucher')) : null
  return { ...(item && { item }), ...(handler && { handler }), ...(voucher && { voucher }) }
}

/** Cells that Enter takes over with a finished row: handler and voucher. */
export function takenWithRow(block: TableDraft, row: number, ghosts: Ghosts): CellChange[] {
  const paid = cellText(block, row, 'income') !== '' || cellText(block, row, 'expense') !== ''
  if (!paid) return []
  return (['handler', 'voucher'] as const)
    .filter(id => ghosts[id])
    .map(id => ({ row, id, text: ghosts[id] ?? '' }))
}
