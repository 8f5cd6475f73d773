/** Independent check of the attachments in a `data export`: each file that a recorded edition names is there, byte by byte. */
import crypto from 'node:crypto'
import fs from 'node:fs'
import type { Fault } from './verifyLedger'

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

function rowOf(line: string): Row {
  try {
    const value: unknown = JSON.parse(line)
    return isRow(value) ? value : {}
  } catch {
    return {}
  }
}

/** Reads a collection line by line; an absent one is empty. */
function* rowsIn(place: string, name: string): Generator<Row> {
  const file = `${place}/collections/${name}.jsonl`
  if (!fs.existsSync(file)) return
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) if (line !== '') yield rowOf(line)
}

const numberOf = (value: unknown): number =>
  Number(isRow(value) ? (value.$numberInt ?? value.$numberLong ?? value.$numberDouble) : value)

/** Finds every file that a content names: an object with a hash and a size. */
function* filesIn(value: unknown): Generator<{ sha256: string; bytes: number }> {
  if (!isRow(value)) return
  if (typeof value.sha256 === 'string' && 'bytes' in value && 'mime' in value) {
    yield { sha256: value.sha256, bytes: numberOf(value.bytes) }
  }
  for (const member of Object.values(value)) yield* filesIn(member)
}

/** Returns hash and size of the stored pieces of each file; the pieces go by their number, in whatever order they come. */
function storedFiles(place: string): Map<string, { sha256: string; bytes: number }> {
  const pieces = new Map<string, [number: number, bytes: Buffer][]>()
  for (const { sha256, number, content } of rowsIn(place, 'fileChunks')) {
    const binary = isRow(content) && isRow(content.$binary) ? String(content.$binary.base64) : ''
    const known = pieces.get(String(sha256)) ?? []
    pieces.set(String(sha256), [...known, [numberOf(number), Buffer.from(binary, 'base64')]])
  }
  return new Map(
    [...pieces].map(([named, parts]) => {
      const hash = crypto.createHash('sha256')
      const sorted = parts.toSorted(([one], [other]) => one - other)
      for (const [, part] of sorted) hash.update(part)
      const bytes = sorted.reduce((sum, [, part]) => sum + part.length, 0)
      return [named, { sha256: hash.digest('hex'), bytes }]
    }),
  )
}

/** Compares the stored files with what the recorded editions, which the ledger commits to, say of them. */
export function verifyFiles(place: string): Fault[] {
  const stored = storedFiles(place)
  const indexes = new Map<string, number>()
  for (const { noticeId, edition, index, event } of rowsIn(place, 'ledgerEntries')) {
    const isEdition = event === 'publish' || event === 'correct'
    if (isEdition) indexes.set(`${String(noticeId)}/${numberOf(edition)}`, numberOf(index))
  }
  const faults: Fault[] = []
  for (const { noticeId, edition, content } of rowsIn(place, 'publications')) {
    const index = indexes.get(`${String(noticeId)}/${numberOf(edition)}`) ?? 0
    for (const { sha256, bytes } of filesIn(content)) {
      const found = stored.get(sha256)
      const message = found ? '附件和公开时的不一样：被换过。' : '公开的附件不见了。'
      if (found?.sha256 !== sha256 || found.bytes !== bytes) faults.push({ index, code: 'file', message })
    }
  }
  return faults
}
