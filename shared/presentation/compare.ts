import type { ComparedField, Comparison, PresentedBlock } from '../schemas/presentation'

interface Field {
  id: string
  block: string
  label: string
  value: string
}

/** Blocks that are derived from others, or that are the standard itself, are not compared. */
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

/** Totals first: they are what people ask for; then row by row. */
function tableFields(table: Extract<PresentedBlock, { kind: 'table' }>): Omit<Field, 'block'>[] {
  const totals = table.totals.map(total => ({
    id: `total/${total.id}`,
    label: total.label,
    value: total.value,
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

function fieldsOf(blocks: readonly PresentedBlock[] | null): Map<string, Field> {
  const compared = (blocks ?? []).filter(block => COMPARED.has(block.kind) && block.id !== STANDARD)
  return new Map(compared.flatMap(blockFields).map(field => [field.id, field]))
}

function status(village: Field | undefined, street: Field | undefined): ComparedField['status'] {
  if (!village) return 'village-missing'
  if (!street) return 'street-missing'
  return village.value === street.value ? 'same' : 'differs'
}

function compareField(id: string, village: Field | undefined, street: Field | undefined): ComparedField {
  const known = (village ?? street)!
  return {
    id,
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
 * 对照: compares two presented records field by field; null = that side has not disclosed.
 * Rows keep the village's order, then what only the street has.
 */
export function comparePresented(
  village: readonly PresentedBlock[] | null,
  street: readonly PresentedBlock[] | null,
): Comparison {
  const ours = fieldsOf(village)
  const theirs = fieldsOf(street)
  const ids = [...ours.keys(), ...[...theirs.keys()].filter(id => !ours.has(id))]
  const fields = ids.map(id => compareField(id, ours.get(id), theirs.get(id)))
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
