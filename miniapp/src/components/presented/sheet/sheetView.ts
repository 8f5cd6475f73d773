import { flatMap } from '@shared/common/lists'
import { scaled } from '@shared/presentation/document/figures'
import type { PartOf, SheetGroup, SheetRow } from '@shared/presentation/document'

type Sheet = PartOf<'sheet'>
type File = PartOf<'files'>['files'][number]

/** A row with its group. */
export interface Entry {
  group: SheetGroup
  row: SheetRow
}

/** What a reader asks of a sheet: rows that hold some words, the largest amount first. */
export interface Wish {
  words: string
  byAmount: boolean
}

/** Figures are found with and without their thousands marked. */
const bare = (text: string): string => text.replace(/[\s,，]/g, '')

/** A name whose later characters are covered: 王*, 王*兰. */
const COVERED = /^[\u4e00-\u9fff][*＊某\u4e00-\u9fff]*[*＊某][*＊某\u4e00-\u9fff]*$/
const FULL_NAME = /^[\u4e00-\u9fff]{2,4}$/

/** Whether a covered name can be the one typed in full; compared on this phone, nothing is sent. */
export function mayBe(covered: string, name: string): boolean {
  if (!COVERED.test(covered) || !FULL_NAME.test(name)) return false
  const first = covered.charAt(0)
  const last = covered.charAt(covered.length - 1)
  return name.startsWith(first) && (/[*＊某]/.test(last) || name.endsWith(last))
}

const holds = ({ group, row }: Entry, words: string): boolean =>
  bare([group.label, ...row.cells].filter(Boolean).join('|')).includes(words) ||
  row.cells.some(cell => cell !== null && mayBe(cell, words))

function amountOf({ columns }: Sheet, { cells }: SheetRow): number {
  const figures = flatMap(columns, ({ role, unit }, at) =>
    role === 'amount' && unit !== '人' && unit !== '户' ? (scaled(cells[at]) ?? []) : [],
  )
  return Math.max(-1, ...figures.map(Math.abs))
}

/** Rows of a sheet as wished; without a wish all of them, as the record has them. */
export function entriesOf(sheet: Sheet, { words, byAmount }: Wish): Entry[] {
  const all = flatMap(sheet.groups, group => group.rows.map(row => ({ group, row })))
  const wanted = bare(words)
  const found = wanted === '' ? all : all.filter(entry => holds(entry, wanted))
  if (!byAmount) return found
  const sized = found.map((entry, at) => ({ entry, at, amount: amountOf(sheet, entry.row) }))
  return sized.sort((a, b) => b.amount - a.amount || a.at - b.at).map(({ entry }) => entry)
}

/** First row of the window that holds a position. */
export const windowOf = (at: number, size: number): number => Math.floor(Math.max(0, at) / size) * size

/** Pictures of the voucher 凭证 of a row of accounts, by the name that the record gives to them. */
export function photosOf({ columns }: Sheet, { cells }: SheetRow, files: readonly File[]): File[] {
  const cellOf = (id: string) => cells[columns.findIndex(column => column.id === id)] ?? null
  const [day, item, voucher] = ['date', 'item', 'voucher'].map(cellOf)
  if (!day || !item) return []
  const named = `${day} ${item}${voucher ? `（凭证 ${voucher}）` : ''}`
  return files.filter(({ name }) => name.startsWith(named) && /^(?:第 \d+ 张)?(?:\.\w+)?$/.test(name.slice(named.length))) // prettier-ignore
}
