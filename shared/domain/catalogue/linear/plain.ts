import type { CatalogueRow, ParseWarning } from '@shared/schemas/catalogue'
import { rowWarnings } from '../quality'
import { areaOfLine } from '../rows/areas'
import { buildRow } from '../rows/build'
import { nothingCarried, remember, resolveDitto } from '../rows/carry'
import { titleOf } from '../rows/titles'
import type { RecognisedTables } from '../tables'
import { readList } from './list'
import { readRecords } from './records'

const ONLY_A_LIST: ParseWarning = {
  code: 'text-list',
  message: '文本只是编号清单，没有公开内容、时限等栏目',
}

/** Items written as labelled lines: every value stands beside its label. */
export function readLabelled(source: string): RecognisedTables | undefined {
  const records = readRecords(source)
  if (!records) return undefined
  const carried = nothingCarried()
  const rows = records.map(({ line, cells }) => {
    const resolved = cells.map(cell => resolveDitto(cell, carried))
    remember(carried, resolved)
    return buildRow({ row: line, cells: resolved, breaks: 'written' })
  })
  const areas = records.flatMap(({ cells }) =>
    cells.filter(({ column }) => column.role.kind === 'area').map(({ text }) => areaOfLine(text) ?? text),
  )
  return { title: null, areas: [...new Set(areas)], rows, warnings: rows.flatMap(rowWarnings), tables: 1 }
}

/** A plain numbered list: numbers and names, nothing else. */
export function readPlainList(source: string): RecognisedTables | undefined {
  const items = readList(source)
  if (!items) return undefined
  const rows = items.map(({ line, number, path }): CatalogueRow => ({
    ...buildRow({ row: line, cells: [], breaks: 'written' }),
    displayNo: number,
    path,
    inherited: path.length > 1 ? ['path'] : [],
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
