import type { CatalogueRow, ParseWarning } from '@shared/contract/catalogues/catalogue'
import { foreignDoubts, rowWarnings } from '../quality'
import { areaOfLine } from '../rows/areas'
import { buildRow } from '../rows/build'
import { type Carried, nothingCarried, remember, resolveDitto } from '../rows/carry'
import { sectionOf } from '../rows/sections'
import { titleOf } from '../rows/titles'
import { type RecognisedTables, withoutOnlyArea } from '../recognised'
import { joinLayout } from '../text'
import { readList } from './list'
import { type LabelledRecord, readRecords } from './records'

const ONLY_A_LIST: ParseWarning = {
  code: 'text-list',
  message: '文本只是编号清单，没有公开内容、时限等栏目',
}

/** Content of the lines before records: the title of the text, and the current area or class. */
export interface Heads {
  title: string | null
  area: string | undefined
  className: string | null
}

const readHeading = (heads: Heads, line: string): Heads => {
  const section = sectionOf(line)
  if (section.kind === 'area') {
    const isTitle = heads.title === null && titleOf([line]) !== null && /目录|目錄|清单|清單/.test(line)
    return { title: isTitle ? line : heads.title, area: section.name, className: null }
  }
  if (section.kind === 'class') return { ...heads, className: section.name }
  return heads.title === null && section.kind === 'other' ? { ...heads, title: titleOf([line]) } : heads
}

export const NO_HEADS: Heads = { title: null, area: undefined, className: null }

/** Returns the row of an item written with labels. */
export function labelledRow({ line, cells }: LabelledRecord, heads: Heads, carried: Carried): CatalogueRow {
  const resolved = cells.map(cell => resolveDitto(cell, carried))
  remember(carried, resolved)
  const row = buildRow({ row: line, cells: resolved, breaks: 'written' })
  const named = resolved.find(({ column }) => column.role.kind === 'area')?.text
  const area = named === undefined ? heads.area : (areaOfLine(named) ?? joinLayout(named))
  const path = heads.className === null ? row.path : [heads.className, ...row.path]
  const inherited = heads.className === null ? row.inherited : [...row.inherited, 'path']
  const uncertain = [...row.uncertain, ...foreignDoubts(row)]
  return { ...row, ...(area !== undefined && { area }), path, inherited, uncertain }
}

/** Reads items written as labelled lines, each value next to its label. */
export function readLabelled(source: string): RecognisedTables | undefined {
  const records = readRecords(source)
  if (!records) return undefined
  const carried = nothingCarried()
  let heads = NO_HEADS
  const rows = records.map(record => {
    const before = heads.area
    heads = record.headings.reduce(readHeading, heads)
    if (heads.area !== before) carried.above = undefined
    return labelledRow(record, heads, carried)
  })
  const areas = [...new Set(rows.flatMap(({ area }) => area ?? []))]
  const warnings = rows.flatMap(rowWarnings)
  return { title: heads.title, areas, rows: withoutOnlyArea(rows, areas), warnings, tables: 1 }
}

/** Reads a plain numbered list of numbers and names. */
export function readPlainList(source: string): RecognisedTables | undefined {
  const items = readList(source)
  if (!items) return undefined
  const rows = items.map(({ line, number, path }): CatalogueRow => ({
    ...buildRow({ row: line, cells: [], breaks: 'written' }),
    displayNo: number,
    path,
    inherited: path.length > 1 ? ['path'] : [],
    uncertain: [],
  }))
  const first = source.split('\n', 1)
  return {
    title: titleOf(first),
    areas: [],
    rows,
    warnings: [ONLY_A_LIST, ...rows.flatMap(rowWarnings)],
    tables: 1,
  }
}
