import type { CatalogueRow, ParseWarning } from '@shared/contract/catalogues/catalogue'
import { rowWarnings } from '../quality'
import { areaOfTitle } from '../rows/areas'
import { nothingCarried } from '../rows/carry'
import { missingColumns } from '../rows/missing'
import { FIELD_NAMES } from '../rows/source'
import { titleOf } from '../rows/titles'
import { type RecognisedTables, withoutOnlyArea } from '../recognised'
import { type AtomText, type TextLayout, isBlankAtom, readAtoms } from './atoms'
import { splitTwoRows } from './doubleRows'
import { readLabelled, readPlainList } from './plain'
import { readRow, showsLostMerges } from './readRow'
import { cutRows } from './rows'
import {
  type AreaLine,
  type Section,
  areaAmong,
  dropTitles,
  sameColumns,
  sectionsOf,
  withoutNotes,
} from './sections'
import { ungluedAtoms } from './unglue'

const GLUED: ParseWarning = {
  code: 'text-glued',
  message: '文字连成一片，没有单元格边界，可能漏行或错列，请对照原文逐条核对',
}

const withArea = (row: CatalogueRow, areas: readonly AreaLine[]): CatalogueRow => {
  const area = areas.filter(({ line }) => line <= row.row).at(-1)
  return area ? { ...row, area: area.name } : row
}

/** Reports missing columns if the layout separates header words; other layouts get doubts instead. */
const missingWarnings = ({ columns, hasHeader }: Section, layout: TextLayout): ParseWarning[] =>
  hasHeader && layout !== 'lines' && layout !== 'blanks'
    ? missingColumns(columns).map(field => ({
        field,
        code: 'column-missing',
        message: `表中没有“${FIELD_NAMES[field]}”一列`,
      }))
    : []

/** Checks for a piped table that dropped its blank cells: cells are separated, but their count proves less. */
const withoutBlanks = ({ layout, atoms }: AtomText): boolean =>
  (layout === 'rows' || layout === 'stream') && !atoms.some(isBlankAtom)

/** Reads a text whose cells are assigned to columns: piped tables, one cell per line, fragments, running text. */
function readCells(source: string): RecognisedTables {
  const read = readAtoms(source)
  const atoms = ungluedAtoms(read.atoms, read.layout)
  const text = { ...read, atoms, glued: atoms.length > read.atoms.length }
  const { sections, above } = sectionsOf(atoms)
  const list = sections.some(({ hasHeader }) => hasHeader) ? undefined : readPlainList(source)
  if (list) return list
  const title = titleOf(above)
  const area = (title === null ? undefined : areaOfTitle(title)) ?? areaAmong(above)
  const areas: AreaLine[] = area === undefined ? [] : [{ line: 0, name: area }]
  const warnings: ParseWarning[] = text.glued ? [GLUED] : []
  const rows: CatalogueRow[] = []
  let carried = nothingCarried()
  sections.forEach((section, index) => {
    if (index === 0) warnings.push(...missingWarnings(section, text.layout))
    if (!sameColumns(sections[index - 1], section)) carried = nothingCarried()
    const own = index === sections.length - 1 ? section.atoms : dropTitles(section.atoms, areas)
    const body = withoutNotes({ atoms: own, layout: text.layout }, areas, warnings)
    const cut = cutRows(body, text.layout, section.columns.length).flatMap(row =>
      splitTwoRows(row, section.columns),
    )
    const placing = { ...text, layout: withoutBlanks(text) ? ('cells' as const) : text.layout }
    const state = { ...placing, mergesLost: showsLostMerges(cut, section, placing) }
    rows.push(...cut.map(row => withArea(readRow(row, section, state, carried), areas)))
  })
  warnings.push(...rows.flatMap(rowWarnings))
  const names = [...new Set(areas.map(({ name }) => name))]
  const tables = rows.length > 0 ? sections.length : 0
  return { title, areas: names, rows: withoutOnlyArea(rows, names), warnings, tables }
}

const PAGE_END =
  /^\s*(?:[【\[]?\s*(?:打印|关闭|關閉|返回|分享)|上一[篇条]|下一[篇条]|[^|｜]{0,12}(?:版权所有|版權所有|网站标识码|ICP备|公网安备|技术支持|浏览次数|阅读次数)|(?:主办|承办|主办单位|承办单位)[:：])/

/** Removes the web page's footer lines: 【打印】【关闭】, 版权所有 … */
function withoutPageEnd(source: string): string {
  const lines = source.split('\n')
  const last = lines.findLastIndex(line => line.trim() !== '' && !PAGE_END.test(line))
  return lines.slice(0, last + 1).join('\n')
}

/** Recognises a catalogue in linearised text: labelled lines, a numbered list, or cells in any line layout. */
export function readText(source: string): RecognisedTables {
  const text = withoutPageEnd(source)
  return readLabelled(text) ?? readCells(text)
}
