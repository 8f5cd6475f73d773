import { POWER_FAULTS } from '@shared/i18n/powerFaults'
import { type PowerFault, listFaults } from '@shared/domain/microPower/check'
import { PowerFile, PowerItem } from '@shared/schemas/microPower'
import { AppError } from '../../errors'
import { parseRequest } from '../../middlewares/guard'
import { DocumentError } from '../catalogue/documentError'
import { kindOf } from '../catalogue/kind'
import { readPowerBook } from './readBook'

export { writePowerBook } from './writeBook'

/** A list that was read: the items whose shape is sound, and every fault of all of them. */
export interface PowerRead {
  /** Items that were found, sound or not. */
  count: number
  items: PowerItem[]
  faults: PowerFault[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One item, a list of them, or a file `{ items }`. @throws DocumentError for anything else */
function itemsIn(value: unknown): unknown[] {
  const list = isObject(value) && Array.isArray(value.items) ? value.items : value
  const items = Array.isArray(list) ? list : [list]
  if (items.length > 0 && items.every(isObject)) return items
  throw new DocumentError('no-table', '文件里没有事项：应是一个事项、一组事项，或 { "items": […] }')
}

/** Where in an item a fault of shape lies, in words: the step's name when it lies in one. */
function placeOf(item: Record<string, unknown>, field: string): string {
  const [head, index, ...rest] = field.split('.')
  if (head !== 'steps' || index === undefined || !Array.isArray(item.steps)) return `“${field}”`
  const step: unknown = item.steps[Number(index)]
  const name = isObject(step) ? textOf(step.name) || textOf(step.id) : ''
  return `环节“${name || Number(index) + 1}”${rest.length > 0 ? `的“${rest.join('.')}”` : ''}`
}

function shapeOf(item: Record<string, unknown>): { item: PowerItem | null; faults: PowerFault[] } {
  try {
    const { body } = parseRequest({ body: PowerItem }, { params: undefined, query: undefined, body: item })
    return { item: body, faults: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const code = textOf(item.code)
    const name = textOf(item.name) || code || '（无名）'
    const faults = error.details.map(({ field = '', message }): PowerFault => ({
      item: code,
      code: 'shape',
      message: `事项“${name}”，${placeOf(item, field)}：${POWER_FAULTS.shape}（${message}）`,
    }))
    return { item: null, faults }
  }
}

/** Checks items as they stand written: their shape first, then everything that the rules demand. */
export function readPowerItems(value: unknown): PowerRead {
  const read = itemsIn(value).map(item => shapeOf(item as Record<string, unknown>))
  const items = read.flatMap(({ item }) => item ?? [])
  return {
    count: read.length,
    items,
    faults: [...read.flatMap(({ faults }) => faults), ...listFaults(items)],
  }
}

/** Everything the core list says of itself is read by its schema. @throws ZodError */
export const powerItemsOf = (files: readonly unknown[]): PowerItem[] =>
  files.flatMap(file => PowerFile.parse(file).items)

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw new DocumentError('unreadable', '不是完整的 JSON，可能没有保存完')
  }
}

/** Reads a list 小微权力清单 from JSON or from the exported workbook. @throws DocumentError */
export async function readPowerFile(file: string, bytes: Buffer): Promise<PowerRead> {
  if (/\.json$/i.test(file)) {
    if (bytes.length === 0) throw new DocumentError('empty-file', '文件是空的（0 字节）')
    return readPowerItems(json(bytes))
  }
  if (kindOf(file, bytes) !== 'xlsx') {
    throw new DocumentError('unknown-kind', '小微权力清单请用 .json 或导出的 .xlsx 文件')
  }
  return readPowerItems(await readPowerBook(bytes))
}
