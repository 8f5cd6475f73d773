import { createHash } from 'node:crypto'
import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'
import type { CatalogueRow, ParsedCatalogue, ParseWarning } from '@shared/contract/catalogues/catalogue'
import type { Grid } from '@server/domain/catalogue/grid'
import { readText } from '@server/domain/catalogue/linear'
import type { RecognisedTables } from '@server/domain/catalogue/recognised'
import { readTables } from '@server/domain/catalogue/tables'
import { readClipboard, readCsv } from '../grid/readCsv'
import { DocumentError } from '../documentError'
import { readDocx } from '../docx/readDocx'
import { decodeText } from '../encoding'
import { readHtml } from '../html/readHtml'
import { type DocumentKind, kindOf, type SeenKind, seenKindOf } from '../fileKind'
import { IMPORT_LIMITS } from '../limits'
import { gridsOfPages } from '../grid/pageGrid'
import type { ReadPicture } from '../privacy/context'
import { readXlsx } from '../xlsx/readXlsx'

export { DocumentError } from '../documentError'

/** An input file: its name (for the kind), its bytes and, for a workbook, the sheet to read. */
export interface CatalogueFile {
  file: string
  bytes: Buffer
  sheet?: string
  /** Also return the words of the source. */
  withSources?: boolean
  /** Of a picture or a scanned document: its pages as they were read; null is one that could not be read. */
  pages?: readonly (ReadPicture | null)[]
  /** Pages of a scanned document beyond those in `pages`. */
  pagesLeft?: number
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

const FROM_PICTURE = '从照片或扫描件上读出，请对照原件核对'
const NO_TABLE_SEEN =
  '照片或扫描件上没有读出目录的表格。请把整张表拍正、拍清楚再试，或上传原来的 Excel、Word 或网页'

/** Fields of a row that a draft checks. */
const FIELDS = [
  'displayNo',
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

/** Leaves every cell of a row open: figures and signs may be misread without a trace. */
function seenRow(row: CatalogueRow): CatalogueRow {
  const doubts = FIELDS.map(field => ({ field, reason: FROM_PICTURE }))
  return { ...row, uncertain: [...row.uncertain, ...doubts] }
}

function pageWarnings({ pages = [], pagesLeft = 0 }: CatalogueFile): ParseWarning[] {
  const unread = pages.filter(page => page === null).length + pagesLeft
  if (unread === 0) return []
  return [{ code: 'pages-unread', message: `有 ${unread} 页没有读出来，里面的事项要另外录入` }]
}

/** Reads a catalogue from pictures of its pages. @throws DocumentError */
function parsePages(input: CatalogueFile, kind: SeenKind): ParsedCatalogue {
  const { file, bytes, pages = [] } = input
  const grids = gridsOfPages(pages.filter(page => page !== null))
  const { title, areas, rows, warnings } = readTables(grids)
  if (rows.length === 0) throw new DocumentError('no-table', NO_TABLE_SEEN)
  refuseMany(rows.length)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    source: { file, kind, encoding: null, sha256 },
    title,
    areas,
    rows: rows.map(row => seenRow(input.withSources ? row : withoutSources(row))),
    warnings: [...warnings, ...pageWarnings(input)],
  }
}

/** Reads a catalogue file into rows. @throws DocumentError */
export async function parseCatalogueFile(input: CatalogueFile): Promise<ParsedCatalogue> {
  const { file, bytes } = input
  if (bytes.length > IMPORT_LIMITS.fileBytes) {
    throw new DocumentError('too-large', `文件太大，最多 ${UPLOAD_LIMIT.label}`)
  }
  const seen = input.pages && seenKindOf(bytes)
  if (seen) return parsePages(input, seen)
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
