import { compareValues } from '.'
import type { ComparedField, Comparison, PresentedBlock } from '@shared/contract/disclosure/presentation'
import { cellWithUnit, totalText, unitOfTotal } from '@shared/presentation/document/units'
import { type Field, type Figure, pairFields } from './pairFields'

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
      return tableFields(block).map(row => ({ ...field(row.id, row.label, row.value), figures: row.figures }))
    default:
      return []
  }
}

type Table = Extract<PresentedBlock, { kind: 'table' }>
type RowField = Omit<Field, 'block'> & { figures: Figure[] }

const FIGURE = /^(-?[\d,]+(?:\.\d{1,2})?)(\D*)$/

/** Reads a figure with its unit; nothing where the text is none: `—`, `<3`. */
function figureOf(id: string, label: string, text: string): Figure[] {
  const [, digits, unit = ''] = FIGURE.exec(text) ?? []
  if (digits === undefined) return []
  return [{ id, label, unit, centi: Math.round(Number(digits.replace(/,/g, '')) * 100) }]
}

const rowFigures = (table: Table, cells: readonly string[]): Figure[] =>
  table.columns.flatMap((column, at) =>
    column.align === 'right'
      ? figureOf(column.id, column.label, cellWithUnit(table, column, cells[at] ?? ''))
      : [],
  )

/** Returns the fields of a table: totals first, then row by row. */
function tableFields(table: Table): RowField[] {
  const totals = table.totals.map(total => ({
    id: `total/${total.id}`,
    label: total.label,
    value: totalText(table, total),
    figures: figureOf(total.id, total.label, `${total.value.replace(/亩$/, '')}${unitOfTotal(table, total)}`),
  }))
  const rows = table.rows.map(row => ({
    id: `row/${row.id}`,
    label: row.cells.slice(0, 2).join(' '),
    value: row.cells
      .map((cell, index) => `${table.columns[index]?.label ?? ''} ${cell}`)
      .slice(2)
      .join('，'),
    figures: rowFigures(table, row.cells),
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

/** A compared field with the figures behind both values. */
export interface FigureField extends ComparedField {
  figures?: { village: readonly Figure[]; street: readonly Figure[] }
}

const figuresOf = (village: Field | null, street: Field | null): Pick<FigureField, 'figures'> =>
  [village, street].some(side => side !== null && side.figures === undefined)
    ? {}
    : { figures: { village: village?.figures ?? [], street: street?.figures ?? [] } }

function compareField(village: Field | null, street: Field | null): FigureField {
  const known = (village ?? street)!
  return {
    ...figuresOf(village, street),
    id: known.id,
    block: known.block,
    label: known.label,
    village: village?.value ?? null,
    street: street?.value ?? null,
    status: status(village, street),
  }
}

/** Which sides have disclosed, and which owe the disclosure at all. */
interface Sides {
  village: boolean
  street: boolean
  owes: Owes
}
export interface Owes {
  village: boolean
  street: boolean
}
const OWE_BOTH: Owes = { village: true, street: true }

function sentence(counts: Comparison['counts'], sides: Sides): string {
  const { village, street, owes } = sides
  if (!village && !street) return '村里和街道都还没有公开这一事项。'
  if (!street && !owes.street) return '这一项由村里公开，街道不用公开，没有可以对照的。'
  if (!village && !owes.village) return '这一项由街道公开，村里不用公开，没有可以对照的。'
  if (!street) return '街道还没有公开这一事项，暂时无法对照。'
  if (!village) return '村里还没有公开这一事项，暂时无法对照。'
  const said = [`${counts.same} 项一致`]
  if (counts.differs > 0) said.push(`${counts.differs} 项不一致`)
  if (counts.streetMissing > 0) said.push(`${counts.streetMissing} 项街道未公开`)
  if (counts.villageMissing > 0) said.push(`${counts.villageMissing} 项村里未公开`)
  return `${said.join('，')}。`
}

/** Returns the comparison of fields; `counted`: the fields as published, where they were folded since. */
export function comparisonOf(
  fields: readonly FigureField[],
  sides: Sides,
  counted: readonly FigureField[] = fields,
): Comparison {
  const both = sides.village && sides.street
  const count = (wanted: ComparedField['status']) =>
    both ? counted.filter(field => field.status === wanted).length : 0
  const counts = {
    same: count('same'),
    differs: count('differs'),
    villageMissing: count('village-missing'),
    streetMissing: count('street-missing'),
  }
  return {
    fields: fields.map(({ figures: _, ...field }) => (both ? field : { ...field, status: 'alone' as const })),
    counts,
    sentence: sentence(counts, sides),
  }
}

/**
 * Compares two presented records field by field 对照; null = that side has not disclosed. Rows are in the village's
 * order, followed by the street's extra ones.
 */
export const comparePresented = (
  village: readonly PresentedBlock[] | null,
  street: readonly PresentedBlock[] | null,
): Comparison =>
  comparisonOf(compareFields(village, street), {
    village: village !== null,
    street: street !== null,
    owes: OWE_BOTH,
  })

/** Pairs and compares the fields of two records, with the figures of tables. */
export const compareFields = (
  village: readonly PresentedBlock[] | null,
  street: readonly PresentedBlock[] | null,
): FigureField[] =>
  pairFields(fieldsOf(village), fieldsOf(street)).map(pair => compareField(pair.village, pair.street))
