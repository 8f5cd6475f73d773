import { sheetForm } from '@shared/facts/disclosure/sheets'
import type { BlockDraft, Fault, NoticeDraft } from './types'

const ROW = /^blocks\.(\d+)\.(?:lines|rows)\.(\d+)(?:\.|$)/

/** A sentence that names its row already: of the server, or of an imported sheet. */
const NAMES_ROW = /第 ?\d+ ?[行笔项块份个格]/

/** Names a row of a table as its frame in the form does: 第 3 笔, 第 2 行, the line of a statement. */
function rowName(block: BlockDraft, index: number): string | null {
  if (block.type === 'money') return `第 ${index + 1} 笔`
  if (block.type === 'recipients') return `第 ${index + 1} 行`
  if (block.type !== 'sheet') return null
  const form = sheetForm(block.sheet)
  return form.kind === 'register' ? `第 ${index + 1} ${form.row}` : (form.lines[index]?.name ?? null)
}

/** Names the table too when the notice has several. */
const tableName = (block: BlockDraft, blocks: readonly BlockDraft[]): string => {
  const tables = blocks.filter(({ type }) => type === 'money' || type === 'recipients' || type === 'sheet')
  return tables.length > 1 && 'label' in block ? `“${block.label}”` : ''
}

/** Returns the sentence of a fault with the row that it is in: 第 3 笔：请填写日期。 */
export function placedSentence({ field, message }: Fault, { blocks }: NoticeDraft): string {
  const [, blockAt, rowAt] = ROW.exec(field) ?? []
  const block = blocks[Number(blockAt)]
  const row = block ? rowName(block, Number(rowAt)) : null
  return !block || row === null || NAMES_ROW.test(message)
    ? message
    : `${tableName(block, blocks)}${row}：${message}`
}
