import type { Read } from '@server/domain/readRecords'
import { InputError } from './command'
import { readInput } from './io'

const MAX_BYTES = 100 * 1024 * 1024

/**
 * Parses JSON text.
 * @throws InputError `bad-json`
 */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new InputError('bad-json', `${what}不是完整的 JSON，读不懂。`)
  }
}

/**
 * Reads FILE as JSON.
 * @throws InputError `unreadable`, `too-large`, `bad-json`
 */
export async function readJsonFile(file: string): Promise<unknown> {
  return parseJson((await readInput(file, MAX_BYTES)).toString('utf8'), `文件 ${file} `)
}

/**
 * Returns what was read.
 * @throws InputError `invalid-input` with every fault
 */
export function valueOf<T>(read: Read<T>, what: string): T {
  if (read.ok) return read.value
  const { faults } = read
  throw new InputError('invalid-input', `${what}有 ${faults.length} 处不对，请按提示逐项改正。`, faults)
}
