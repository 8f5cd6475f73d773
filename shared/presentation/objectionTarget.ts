import type { ObjectionTarget } from '../contract/participation/objection'
import type { PresentedBlock } from '../contract/disclosure/presentation'
import { totalText } from './document/units'

/** The part of a notice that an objection refers to. */
export interface TargetView {
  /** Position without any content: 发放明细 第 3 行·金额. Safe to show to everybody without time limit. */
  place: string
  /** Content of that position, only for readers who may see the notice; null for the whole notice. */
  cells: string | null
}

type BlockOf<K extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: K }>

const WHOLE: TargetView = { place: '整条公示', cells: null }

function inTable(block: BlockOf<'table'>, rowId: string, columnId: string | undefined): TargetView | null {
  const total = block.totals.find(({ id }) => `total/${id}` === rowId)
  if (total) {
    return columnId ? null : { place: `${block.label}·${total.label}`, cells: totalText(block, total) }
  }
  const index = block.rows.findIndex(({ id }) => id === rowId)
  const row = block.rows[index]
  if (!row) return null
  const place = `${block.label} 第 ${index + 1} 行`
  if (!columnId) {
    const cells = row.cells.map((cell, at) => `${block.columns[at]?.label ?? ''} ${cell}`)
    return { place, cells: cells.join('，') }
  }
  const at = block.columns.findIndex(({ id }) => id === columnId)
  const column = block.columns[at]
  return column ? { place: `${place}·${column.label}`, cells: row.cells[at] ?? null } : null
}

function inBlock(block: PresentedBlock, rowId: string, columnId: string | undefined): TargetView | null {
  if (block.kind === 'table') return inTable(block, rowId, columnId)
  if (columnId) return null
  if (block.kind === 'facts') {
    const row = block.rows.find(({ id }) => id === rowId)
    return row ? { place: `${block.label}·${row.label}`, cells: row.value } : null
  }
  if (block.kind !== 'files') return null
  const file = block.files.find(({ id }) => id === rowId)
  return file
    ? { place: `${block.label}·第 ${block.files.indexOf(file) + 1} 个文件`, cells: file.name }
    : null
}

/**
 * Resolves an objection target in a presented record: the whole notice, a block, a row (or a total, `total/ID`)
 * or one amount in it. Null if the record has no such part.
 */
export function viewTarget(
  blocks: readonly PresentedBlock[],
  { blockId, rowId, columnId }: ObjectionTarget,
): TargetView | null {
  if (!blockId) return rowId || columnId ? null : WHOLE
  const block = blocks.find(({ id }) => id === blockId)
  if (!block) return null
  if (!rowId) return columnId ? null : { place: block.label, cells: null }
  return inBlock(block, rowId, columnId)
}
