import { POWER_FAULTS } from '@shared/texts/powerFaults'
import { type PowerFault, listFaults } from '@server/domain/power/check'
import { MOST_POWER_ITEMS, PowerFile, PowerItem } from '@shared/contract/power/item'
import { issuesOf } from '@server/domain/zodIssues'
import { DocumentError } from '../documentError'
import { kindOf } from '../fileKind'
import { type Place, pathOfFault, placeOfPath } from './faultPlaces'
import { type PowerBook, readPowerWorkbook } from './readWorkbook'

export { headerOfPath, describePlace } from './faultPlaces'
export { writePowerWorkbook } from './writeWorkbook'

/**
 * A fault with its position: the item's number in the file from 0, -1 for none; the field in it; its cell in a
 * workbook.
 */
export interface PlacedFault extends PowerFault {
  at: number
  path: string
  place: Place | null
}

/** A parsed power list: the well-formed items, and every fault of all items. */
export interface PowerRead {
  /** Number of items found, valid or not. */
  count: number
  items: PowerItem[]
  faults: PlacedFault[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Returns the items of one item, a list, or a file `{ items }`.
 * @throws DocumentError for anything else
 */
function itemsIn(value: unknown): unknown[] {
  const list = isObject(value) && Array.isArray(value.items) ? value.items : value
  const items = Array.isArray(list) ? list : [list]
  if (items.length > MOST_POWER_ITEMS) {
    throw new DocumentError(
      'too-large',
      `文件里有 ${items.length} 个事项，一份清单最多 ${MOST_POWER_ITEMS} 个`,
    )
  }
  if (items.length > 0 && items.every(isObject)) return items
  throw new DocumentError('no-table', '文件里没有事项：应是一个事项、一组事项，或 { "items": […] }')
}

/** Describes where in an item a shape fault is, with the step's name if it is inside one. */
function placeOf(item: Record<string, unknown>, field: string): string {
  const [head, index, ...rest] = field.split('.')
  if (head !== 'steps' || index === undefined || !Array.isArray(item.steps)) return `“${field}”`
  const step: unknown = item.steps[Number(index)]
  const name = isObject(step) ? textOf(step.name) || textOf(step.id) : ''
  return `环节“${name || Number(index) + 1}”${rest.length > 0 ? `的“${rest.join('.')}”` : ''}`
}

/** Maximum number of shape faults reported per item. */
const MOST_FAULTS = 100

interface Shape {
  item: PowerItem | null
  faults: (PowerFault & { path: string })[]
}

function shapeOf(item: Record<string, unknown>): Shape {
  const { success, data, error } = PowerItem.safeParse(item, { reportInput: true })
  if (success) return { item: data, faults: [] }
  const code = textOf(item.code)
  const name = textOf(item.name) || code || '（无名）'
  const issues = error.issues.flatMap(issuesOf).slice(0, MOST_FAULTS)
  const faults = issues.map(({ field = '', message }) => ({
    item: code,
    code: 'shape' as const,
    message: `事项“${name}”，${placeOf(item, field)}：${POWER_FAULTS.shape}（${message}）`,
    path: field,
  }))
  return { item: null, faults }
}

/** Returns the number of a fault's item in the file: of duplicate codes the later one. */
const numberOf = (items: readonly (PowerItem | null)[], { item, code }: PowerFault): number => {
  const is = (one: PowerItem | null) => one?.code === item
  return code === 'code-duplicate' ? items.findLastIndex(is) : items.findIndex(is)
}

const bookFault = (code: 'stray' | 'column-unknown', place: Place): PlacedFault => ({
  item: '',
  code,
  message: `${POWER_FAULTS[code]}。`,
  at: -1,
  path: '',
  place,
})

/** Checks items as written: first their shape, then all rules. */
export function readPowerItems(value: unknown, book: PowerBook | null = null): PowerRead {
  const read = itemsIn(value).map(item => shapeOf(item as Record<string, unknown>))
  const placed = (fault: PowerFault, at: number, path: string): PlacedFault => {
    const rows = book?.rows[at]
    return { ...fault, at, path, place: rows ? placeOfPath(rows, path) : null }
  }
  const all = read.map(({ item }) => item)
  const items = all.filter(item => item !== null)
  const unsound = read.flatMap(({ faults }, at) =>
    faults.map(({ path, ...fault }) => placed(fault, at, path)),
  )
  const broken = listFaults(items).map(fault => {
    const at = numberOf(all, fault)
    return placed(fault, at, pathOfFault(all[at] ?? { steps: [] }, fault))
  })
  const stray = [
    ...(book?.unknown ?? []).map(place => bookFault('column-unknown', place)),
    ...(book?.strays ?? []).map(place => bookFault('stray', place)),
  ]
  return { count: read.length, items, faults: [...stray, ...unsound, ...broken] }
}

/**
 * Parses the core list's files by their schema.
 * @throws ZodError
 */
export const powerItemsOf = (files: readonly unknown[]): PowerItem[] =>
  files.flatMap(file => PowerFile.parse(file).items)

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw new DocumentError('unreadable', '不是完整的 JSON，可能没有保存完')
  }
}

/**
 * Reads a power list 小微权力清单 from JSON or from the exported workbook.
 * @throws DocumentError
 */
export async function readPowerFile(file: string, bytes: Buffer): Promise<PowerRead> {
  if (/\.json$/i.test(file)) {
    if (bytes.length === 0) throw new DocumentError('empty-file', '文件是空的（0 字节）')
    return readPowerItems(json(bytes))
  }
  if (kindOf(file, bytes) !== 'xlsx') {
    throw new DocumentError('unknown-kind', '小微权力清单请用 .json 或导出的 .xlsx 文件')
  }
  const book = await readPowerWorkbook(bytes)
  return readPowerItems(book.items, book)
}
