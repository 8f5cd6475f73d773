import { createHash } from 'node:crypto'
import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'
import type { CatalogueRow, ParsedCatalogue } from '@shared/contract/catalogues/catalogue'
import type { Grid } from '@server/domain/catalogue/grid'
import { readText } from '@server/domain/catalogue/linear'
import type { RecognisedTables } from '@server/domain/catalogue/recognised'
import { readTables } from '@server/domain/catalogue/tables'
import { readClipboard, readCsv } from '../grid/readCsv'
import { DocumentError } from '../documentError'
import { readDocx } from '../docx/readDocx'
import { decodeText } from '../encoding'
import { readHtml } from '../html/readHtml'
import { type DocumentKind, kindOf } from '../fileKind'
import { IMPORT_LIMITS } from '../limits'
import { readXlsx } from '../xlsx/readXlsx'

export { DocumentError } from '../documentError'

/** An input file: its name (for the kind), its bytes and, for a workbook, the sheet to read. */
export interface CatalogueFile {
  file: string
  bytes: Buffer
  sheet?: string
  /** Also return the words of the source. */
  withSources?: boolean
}

interface Content {
  grids: Grid[]
  /** Running text, used when no table is recognised. */
  text: string
  encoding: string | null
}

const DECLARED = /charset\s*=\s*["']?([\w-]+)/i

async function readContent({ bytes, sheet }: CatalogueFile, kind: DocumentKind): Promise<Content> {
  if (kind === 'xlsx') return { grids: await readXlsx(bytes, sheet), text: '', encoding: null }
  if (kind === 'docx') return { ...(await readDocx(bytes)), encoding: null }
  const declared = bytes.subarray(0, 2048).toString('latin1').match(DECLARED)?.[1]
  const { text, encoding } = decodeText(bytes, declared)
  if (kind === 'html') return { ...readHtml(text), encoding }
  return { grids: kind === 'csv' ? readCsv(text) : readClipboard(text), text, encoding }
}

/**
 * Reads running text whose cells are not separated.
 * @throws DocumentError `too-large`
 */
function readRunningText(text: string): RecognisedTables {
  const { textCharacters, textLine } = IMPORT_LIMITS
  if (text.length > textCharacters || text.split('\n').some(line => line.length > textLine)) {
    throw new DocumentError('too-large', '没有找到表格，文字又太长，请存成表格（.xlsx 或 .csv）后再上传')
  }
  return readText(text)
}

function recognise({ grids, text }: Content): RecognisedTables {
  const tables = readTables(grids)
  const found = tables.rows.length > 0 || text.trim() === '' ? tables : readRunningText(text)
  if (found.rows.length > 0) return found
  if (found.tables + tables.tables === 0) {
    throw new DocumentError('no-table', '没有找到公开目录的表头（如“公开事项”“公开内容”“公开时限”）')
  }
  throw new DocumentError('empty-sheet', '找到了表头，但表里没有事项')
}

/**
 * Refuses too many rows; checked on the raw tables, then on the result.
 * @throws DocumentError `too-large`
 */
function refuseMany(count: number): void {
  const most = IMPORT_LIMITS.catalogueRows
  if (count <= most) return
  throw new DocumentError('too-large', `目录有 ${count} 行，一个文件最多 ${most} 行，请按领域分成几个文件`)
}

const withoutSources = ({ sources: _sources, ...row }: CatalogueRow): CatalogueRow => row

/** Reads a catalogue file into rows. @throws DocumentError */
export async function parseCatalogueFile(input: CatalogueFile): Promise<ParsedCatalogue> {
  const { file, bytes } = input
  if (bytes.length > IMPORT_LIMITS.fileBytes) {
    throw new DocumentError('too-large', `文件太大，最多 ${UPLOAD_LIMIT.label}`)
  }
  const kind = kindOf(file, bytes)
  const content = await readContent(input, kind)
  refuseMany(content.grids.reduce((sum, grid) => sum + grid.rows.length, 0))
  const { title, areas, rows: read, warnings } = recognise(content)
  refuseMany(read.length)
  const rows = input.withSources ? read : read.map(withoutSources)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { source: { file, kind, encoding: content.encoding, sha256 }, title, areas, rows, warnings }
}

/** A file read as a whole and by its sheets: each sheet names its own area. */
export interface CatalogueTables {
  whole: ParsedCatalogue
  tables: ParsedCatalogue[]
}

/**
 * Reads a catalogue file into rows, once as a whole and once by its sheets.
 * @throws DocumentError
 */
export async function readCatalogueTables(input: CatalogueFile): Promise<CatalogueTables> {
  const whole = await parseCatalogueFile(input)
  const sheets = [...new Set(whole.rows.flatMap(row => row.sheet ?? []))]
  if (sheets.length < 2) return { whole, tables: [whole] }
  const tables: ParsedCatalogue[] = []
  for (const sheet of sheets) tables.push(await parseCatalogueFile({ ...input, sheet }))
  return { whole, tables }
}
