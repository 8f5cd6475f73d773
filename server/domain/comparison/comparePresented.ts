import { compareValues } from '.'
import type { ComparedField, Comparison, PresentedBlock } from '@shared/contract/disclosure/presentation'
import { totalText } from '@shared/presentation/units'
import { type Field, pairFields } from './pairFields'

/** Kinds of blocks that are compared; derived blocks and the standard itself are not. */
const COMPARED = new Set<PresentedBlock['kind']>(['facts', 'text', 'table', 'files'])
const STANDARD = 'standard'

function blockFields(block: PresentedBlock): Field[] {
  const field = (id: string, label: string, value: string) => ({
    id: `${block.id}/${id}`,
    block: block.label,
    label,
    value,
  })
  switch (block.kind) {
    case 'facts':
      return block.rows.filter(row => !row.missing).map(row => field(row.id, row.label, row.value))
    case 'text':
      return [field('text', block.label, block.paragraphs.join('\n'))]
    case 'files':
      return block.files.map(file =>
        field(file.id, file.name, `${file.size}，校验码 ${file.sha256.slice(0, 12)}`),
      )
    case 'table':
      return tableFields(block).map(row => field(row.id, row.label, row.value))
    default:
      return []
  }
}

/** Returns the fields of a table: totals first, then row by row. */
function tableFields(table: Extract<PresentedBlock, { kind: 'table' }>): Omit<Field, 'block'>[] {
  const totals = table.totals.map(total => ({
    id: `total/${total.id}`,
    label: total.label,
    value: totalText(table, total),
  }))
  const rows = table.rows.map(row => ({
    id: `row/${row.id}`,
    label: row.cells.slice(0, 2).join(' '),
    value: row.cells
      .map((cell, index) => `${table.columns[index]?.label ?? ''} ${cell}`)
      .slice(2)
      .join('，'),
  }))
  return [...totals, ...rows]
}

const fieldsOf = (blocks: readonly PresentedBlock[] | null): Field[] =>
  (blocks ?? []).filter(block => COMPARED.has(block.kind) && block.id !== STANDARD).flatMap(blockFields)

/** Compares values, not notation: 3.5万元 and 35,000元 are equal. */
function status(village: Field | null, street: Field | null): ComparedField['status'] {
  if (!village) return 'village-missing'
  if (!street) return 'street-missing'
  return compareValues(village, street).relation === 'same' ? 'same' : 'differs'
}

function compareField(village: Field | null, street: Field | null): ComparedField {
  const known = (village ?? street)!
  return {
    id: known.id,
    block: known.block,
    label: known.label,
    village: village?.value ?? null,
    street: street?.value ?? null,
    status: status(village, street),
  }
}

function sentence(counts: Comparison['counts'], sides: { village: boolean; street: boolean }): string {
  if (!sides.village && !sides.street) return '村里和街道都还没有公开这一事项。'
  if (!sides.street) return '街道还没有公开这一事项，暂时无法对照。'
  if (!sides.village) return '村里还没有公开这一事项，暂时无法对照。'
  const said = [`${counts.same} 项一致`]
  if (counts.differs > 0) said.push(`${counts.differs} 项不一致`)
  if (counts.streetMissing > 0) said.push(`${counts.streetMissing} 项街道未公开`)
  if (counts.villageMissing > 0) said.push(`${counts.villageMissing} 项村里未公开`)
  return `${said.join('，')}。`
}

/**
 * Compares two presented records field by field 对照; null = that side has not disclosed. Rows are in the village's
 * order, followed by the street's extra ones.
 */
export function comparePresented(
  village: readonly PresentedBlock[] | null,
  street: readonly PresentedBlock[] | null,
): Comparison {
  const pairs = pairFields(fieldsOf(village), fieldsOf(street))
  const fields = pairs.map(pair => compareField(pair.village, pair.street))
  const count = (wanted: ComparedField['status']) => fields.filter(field => field.status === wanted).length
  const counts = {
    same: count('same'),
    differs: count('differs'),
    villageMissing: count('village-missing'),
    streetMissing: count('street-missing'),
  }
  return {
    fields,
    counts,
    sentence: sentence(counts, { village: village !== null, street: street !== null }),
  }
}
