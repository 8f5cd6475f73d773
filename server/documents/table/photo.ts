import { type TableContext, findTable } from '@server/domain/tableImport'
import { TABLES } from '@shared/facts/disclosure/tableColumns'
import type { TableImport, TableRead } from '@shared/contract/disclosure/tableImport'
import { loadSharp } from '../attachment/clean'
import { DocumentError } from '../documentError'
import { type SeenRow, gridsOfPages, rowsSeenOn } from '../grid/pageGrid'
import type { ReadPicture } from '../privacy/context'
import { readIn } from './readIn'

/** Pieces read less surely than this are marked for a person to look at. */
const SURE = 0.93
/** Size of the piece of the picture that is shown next to a row, in pixels, and its quality as JPEG. */
const PIECE = { width: 720, height: 120, quality: 45, margin: 6 }
const UNREAD = '照片没有读成表格：请把整张表拍正、拍清楚再试，或者在下面一行一行录入。'

type Photo = NonNullable<TableImport['photo']>

/** Cuts the rows out of the picture, in the order of `rows`. */
async function piecesOf(bytes: Buffer, page: ReadPicture, rows: readonly SeenRow[]): Promise<string[]> {
  const sharp = await loadSharp()
  const upright = await sharp(bytes).rotate().toBuffer()
  const { data, info } = await sharp(upright)
    .rotate(page.angle ?? 0)
    .resize(page.width, page.height, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pieces: string[] = []
  for (const { area } of rows) {
    const left = Math.max(0, Math.floor(area.left) - PIECE.margin)
    const top = Math.max(0, Math.floor(area.top) - PIECE.margin)
    const width = Math.min(info.width, Math.ceil(area.right) + PIECE.margin) - left
    const height = Math.min(info.height, Math.ceil(area.bottom) + PIECE.margin) - top
    const piece = await sharp(data, { raw: info })
      .extract({ left, top, width, height })
      .resize({ width: PIECE.width, height: PIECE.height, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: PIECE.quality })
      .toBuffer()
    pieces.push(piece.toString('base64'))
  }
  return pieces
}

/** The amount is in a column of its own, or in one of its direction 收入、支出. */
const AMOUNT = { field: 'amountFen', columns: ['amountFen', 'income', 'expense'] }

/** Where each field of the table may be in a row of the grid. */
function placesOf(page: ReadPicture, context: TableContext): (field: string) => number[] {
  const columns = findTable(gridsOfPages([page]), context.table)?.header.columns ?? []
  return field => {
    const names = field === AMOUNT.field ? AMOUNT.columns : [field]
    return columns.filter(({ column }) => names.includes(column.field)).map(({ at }) => at)
  }
}

const shownAs = (field: string, value: string): string =>
  field === 'direction' && (value === 'income' || value === 'expense') ? TABLES.directions[value][0] : value

interface Seen {
  row: TableRead['rows'][number]
  seen: SeenRow
  placesFor: (field: string) => number[]
  context: TableContext
}

/** The cells of a row as the form has them; one that was read less surely, left out, or of an unknown place, is not sure. */
const cellsOf = ({ row: { values }, seen, placesFor, context }: Seen): Photo[number]['cells'] =>
  TABLES.forms[context.table].columns.flatMap(({ field, header }) => {
    const scores = placesFor(field).flatMap(at => seen.scores[at] ?? [])
    const value = values[field] ?? ''
    if (header === null || (value === '' && placesFor(field).length === 0)) return []
    const isRead = value !== '' && scores.length > 0
    const isSure = field === 'direction' || (isRead && scores.every(score => score >= SURE))
    return [{ field, label: header, text: shownAs(field, value), sure: isSure }]
  })

/**
 * Reads a list or an account from a photograph of it 拍照填表: rows for a person to check, each with its piece of the
 * picture, unsure cells marked. Stores nothing.
 * @throws DocumentError
 */
export async function readTablePhoto(
  { bytes }: { bytes: Buffer },
  page: ReadPicture | null,
  context: TableContext,
): Promise<TableImport> {
  if (!page) throw new DocumentError('no-table', UNREAD)
  const grids = gridsOfPages([page])
  if (grids.every(({ rows }) => rows.length === 0)) throw new DocumentError('no-table', UNREAD)
  const read = readIn(grids, context)
  if (read.rows.length === 0) throw new DocumentError('empty-sheet', '找到了表头，但没有读出下面的行')
  const seen = rowsSeenOn(page)
  const placesFor = placesOf(page, context)
  const rows = read.rows.map((row, index) => ({ row, index, at: seen[row.row - 1]! }))
  const pieces = await piecesOf(
    Buffer.from(bytes),
    page,
    rows.map(({ at }) => at),
  )
  const photo: Photo = rows.map(({ row, index, at }) => ({
    index,
    piece: pieces[index]!,
    cells: cellsOf({ row, seen: at, placesFor, context }),
  }))
  return { ...read, wrongRows: null, photo }
}
