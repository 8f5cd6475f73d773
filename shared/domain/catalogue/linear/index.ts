import type { CatalogueRow, ParseWarning, Uncertainty } from '@shared/schemas/catalogue'
import type { Column } from '../header/roles'
import { foreignDoubts, rowWarnings } from '../quality'
import { buildRow } from '../rows/build'
import type { Carried } from '../rows/carry'
import { carryBlanks, losesMerge, nothingCarried, remember, resolveDitto } from '../rows/carry'
import { areaOfLine, sectionOf } from '../rows/sections'
import type { FieldName, SourceCell } from '../rows/source'
import { fieldOf } from '../rows/source'
import { areaOfTitle, titleOf } from '../rows/titles'
import type { RecognisedTables } from '../tables'
import { joinLayout } from '../text'
import type { Atom, AtomText } from './atoms'
import { readAtoms } from './atoms'
import { findHeader, readLinearHeader, standardColumns } from './header'
import type { Placed, PlacedRow } from './place'
import { placeRow } from './place'
import type { LinearRow } from './rows'
import { cutRows } from './rows'
import { ungluedAtoms } from './unglue'

const UNPROVED = '文本里看不出单元格的边界，按字词判断归列，请核对'
const CARRIED = '这一行没有写，可能是合并单元格，已按上一行填写，请核对'
const LOST_TICKS = '勾选的位置已丢失，看不出勾的是哪一栏'
const LIKELY_TICKS = '勾选格数与表头不完全一致，按顺序对应，请核对'

const GLUED: ParseWarning = {
  code: 'text-glued',
  message: '文字连成一片，没有单元格边界，可能漏行或错列，请对照原文逐条核对',
}

const CARRIED_FIELDS: readonly (FieldName | null)[] = ['deadline', 'subjects', 'channels']

interface Section {
  columns: Column[]
  atoms: Atom[]
  hasHeader: boolean
}

function cellOf(placed: Placed, carried: Carried, isLead: boolean): SourceCell {
  const { column, text, proved, missing } = placed
  const field = fieldOf(column)
  const above = carried.above?.get(column.index) ?? ''
  const base = { column, key: String(column.index) }
  if (missing && joinLayout(above) !== '' && (isLead || CARRIED_FIELDS.includes(field))) {
    return { ...base, text: above, inherited: true, doubt: CARRIED }
  }
  return { ...base, text, inherited: false, ...(!proved && { doubt: UNPROVED }) }
}

/** A missing first level comes from the row above only when a lower level is there. */
function isLead(placed: Placed, cells: readonly Placed[]): boolean {
  const path = cells.filter(({ column }) => column.role.kind === 'path' || column.role.kind === 'class')
  const at = path.indexOf(placed)
  return at >= 0 && path.slice(at + 1).some(({ missing }) => !missing)
}

const tickFields = (columns: readonly Column[]): FieldName[] => [
  ...new Set(
    columns
      .filter(
        ({ role }) =>
          role.kind.endsWith('-tick') ||
          role.kind === 'channel' ||
          ['levels', 'audience', 'mode'].includes(role.kind),
      )
      .flatMap(column => fieldOf(column) ?? []),
  ),
]

function tickDoubts(ticks: PlacedRow['ticks'], columns: readonly Column[]): Uncertainty[] {
  if (ticks === 'proved' || ticks === 'none') return []
  const reason = ticks === 'lost' ? LOST_TICKS : LIKELY_TICKS
  return tickFields(columns).map(field => ({ field, reason }))
}

/** Fields that were read without any proof of their place are doubtful even when they came out empty. */
const emptyDoubts = (cells: readonly Placed[]): Uncertainty[] =>
  cells.flatMap(({ column, proved, text }) => {
    const field = fieldOf(column)
    return !proved && field !== null && field !== 'area' && joinLayout(text) === ''
      ? [{ field, reason: UNPROVED }]
      : []
  })

/** Blank cells that were kept: in a file that shows lost merges they stand for the cell above. */
function fillBlanks(cells: SourceCell[], { layout, mergesLost }: TextState, carried: Carried): SourceCell[] {
  if (layout !== 'rows' && layout !== 'stream') return cells
  return carryBlanks(cells, carried, { keepsMerges: false, mergesLost })
}

/** The text with what its rows together show. */
interface TextState extends AtomText {
  mergesLost: boolean
  /** Cells ran into one another and were cut apart by their words. */
  glued: boolean
}

function showsLostMerges(rows: readonly LinearRow[], section: Section, { layout }: AtomText): boolean {
  if (layout !== 'rows' && layout !== 'stream') return false
  return rows.some(({ atoms }) => {
    const { cells } = placeRow(atoms, section.columns, layout, false)
    const kept = cells.filter(({ missing }) => !missing)
    return losesMerge(kept.map(cell => cellOf(cell, nothingCarried(), false)))
  })
}

function readRow(row: LinearRow, section: Section, text: TextState, carried: Carried): CatalogueRow {
  const isFirst = carried.above === undefined
  const { cells: placed, ticks } = placeRow(row.atoms, section.columns, text.layout, isFirst)
  const number = section.columns.find(({ role }) => role.kind === 'no')
  const ditto = placed.map(cell => resolveDitto(cellOf(cell, carried, isLead(cell, placed)), carried))
  const cells = fillBlanks(ditto, text, carried)
  const numbered: SourceCell[] = number
    ? [{ column: number, text: row.number ?? '', inherited: false, key: 'no' }, ...cells]
    : cells
  remember(carried, numbered)
  const breaks = text.layout === 'lines' || text.layout === 'blanks' ? 'layout' : 'written'
  const built = buildRow({ row: row.line, cells: numbered, breaks })
  const extra = [...emptyDoubts(placed), ...tickDoubts(ticks, section.columns), ...wholeDoubts(section, text)]
  return {
    ...built,
    uncertain: [...built.uncertain, ...extra.filter(isNew(built.uncertain)), ...foreignDoubts(built)],
  }
}

const UNKNOWN_WITHOUT_HEADER: readonly FieldName[] = ['audience', 'mode', 'levels']
const ALL_FIELDS: readonly FieldName[] = [
  'path',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
]

/** Doubts about every row of a text: without a header, or with cells run together. */
function wholeDoubts(section: Section, { glued }: TextState): Uncertainty[] {
  if (glued) return ALL_FIELDS.map(field => ({ field, reason: '文字连在一起，单元格是按字词切开的，请核对' }))
  if (section.hasHeader) return []
  return UNKNOWN_WITHOUT_HEADER.map(field => ({ field, reason: '文本里没有表头，看不出这一项' }))
}

const isNew =
  (known: readonly Uncertainty[]) =>
  ({ field }: Uncertainty): boolean =>
    !known.some(entry => entry.field === field)

/** Cuts off notes and lists of areas not involved, and takes out area titles. */
function withoutNotes(atoms: readonly Atom[], areas: string[], warnings: ParseWarning[]): Atom[] {
  const kept: Atom[] = []
  for (const atom of atoms) {
    const line = joinLayout(atom.text)
    const section = line.length >= 2 && line.length <= 60 ? sectionOf(line) : undefined
    if (section?.kind === 'note' || section?.kind === 'not-involved') {
      warnings.push({
        row: atom.line,
        code: `section-${section.kind}`,
        message: '从这一行起是说明，没有作为事项读入',
      })
      break
    }
    const area = /领域|領域/.test(line) && line.length <= 30 ? areaOfLine(line) : undefined
    if (area === undefined) kept.push(atom)
    else areas.push(area)
  }
  return kept
}

/** The tables of a text: each from its header to the next; a text without any header is read as one. */
function sectionsOf({ atoms }: AtomText): { sections: Section[]; above: string[] } {
  const sections: Section[] = []
  let start = findHeader(atoms, 0)
  if (start < 0) {
    return { sections: [{ columns: standardColumns(), atoms: [...atoms], hasHeader: false }], above: [] }
  }
  const above = atoms.slice(0, start).map(({ text }) => text)
  while (start >= 0) {
    const header = readLinearHeader(atoms, start)
    const next = findHeader(atoms, header.end)
    const body = atoms.slice(header.end, next < 0 ? undefined : next)
    sections.push({ columns: header.columns, atoms: body, hasHeader: true })
    start = next
  }
  return { sections, above }
}

/** Title lines of the next table stand at the end of the one before. */
function dropTitles(atoms: Atom[], areas: string[]): Atom[] {
  const kept = [...atoms]
  while (kept.length > 0) {
    const last = joinLayout(kept.at(-1)?.text ?? '')
    const isTitle =
      last === '' ||
      (/(?:目录|清单|一览表)(?:[(（].*[)）])?$/.test(last) && last.length > 8 && last.length < 60)
    if (!isTitle) return kept
    const area = areaOfTitle(last)
    if (area !== undefined) areas.push(area)
    kept.pop()
  }
  return kept
}

const sameColumns = (left: Section | undefined, right: Section): boolean =>
  left !== undefined &&
  left.columns.map(({ header }) => header.join()).join('|') ===
    right.columns.map(({ header }) => header.join()).join('|')

/** Recognises a catalogue in linearised text: pasted tables, one cell a line, pipes, running text. */
export function readText(source: string): RecognisedTables {
  const read = readAtoms(source)
  const atoms = ungluedAtoms(read.atoms, read.layout)
  const text = { ...read, atoms, glued: atoms.length > read.atoms.length }
  const { sections, above } = sectionsOf(text)
  const title = titleOf(above)
  const ofTitle = title === null ? undefined : areaOfTitle(title)
  const areas = ofTitle === undefined ? [] : [ofTitle]
  const warnings: ParseWarning[] = text.glued ? [GLUED] : []
  const rows: CatalogueRow[] = []
  let carried = nothingCarried()
  sections.forEach((section, index) => {
    if (!sameColumns(sections[index - 1], section)) carried = nothingCarried()
    const last = index === sections.length - 1
    const body = withoutNotes(last ? section.atoms : dropTitles(section.atoms, areas), areas, warnings)
    const cut = cutRows(body, text.layout, section.columns.length)
    const state = { ...text, mergesLost: showsLostMerges(cut, section, text) }
    for (const row of cut) {
      const built = readRow(row, section, state, carried)
      rows.push(built)
      warnings.push(...rowWarnings(built))
    }
  })
  return { title, areas: [...new Set(areas)], rows, warnings, tables: rows.length > 0 ? sections.length : 0 }
}
