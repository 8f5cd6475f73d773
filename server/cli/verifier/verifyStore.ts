/** Independent check of a `data export` against its ledger: attachments, recorded rows and the audit log 操作日志. */
import fs from 'node:fs'
import { canonical, type Fault, hexOf, isRow, type Row } from './verifyLedger'

type Piece = { sha256: string; bytes: number }
/** Every row of these has an entry, once the ledger covers rows at all. */
const RECORDED = ['orgs', 'roleGrants', 'objections', 'objectionEvents', 'removals', 'auditBlocks']
const fault = (code: string, message: string, index: unknown = 0): Fault => ({ index: Number(index), code, message }) // prettier-ignore
const nameOf = (...parts: unknown[]): string => parts.map(String).join('/')
/** Converts the database's Extended JSON to plain JSON: numbers, and instants as ISO text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isRow(value)) return value
  if ('$date' in value) return new Date(plain(value.$date) as number).toISOString()
  const number = value.$numberInt ?? value.$numberLong ?? value.$numberDouble
  if (number !== undefined) return Number(number)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}

/** Reads the rows of a collection by their ids; an absent collection is empty, an unreadable line an empty row. */
export function rowsOf(place: string, name: string): Row[] {
  const file = `${place}/collections/${name}.jsonl`
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const rowIn = (line: string): Row => {
    try {
      return Object(plain(JSON.parse(line))) as Row
    } catch {
      return {}
    }
  }
  return lines.map(rowIn).sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1))
}

/** Finds every file that a content names: an object with a hash and a size. */
function* filesIn(value: unknown): Generator<Piece> {
  if (value !== Object(value)) return
  if (isRow(value) && typeof value.sha256 === 'string' && 'bytes' in value && 'mime' in value) yield value as Piece // prettier-ignore
  for (const member of Object.values(value as object)) yield* filesIn(member)
}

/** Compares the stored pieces of files with what the recorded editions, which the ledger commits to, say of them. */
export function verifyFiles(place: string): Fault[] {
  const pieces = new Map<unknown, [number: number, bytes: Buffer][]>()
  for (const { sha256, number, content } of rowsOf(place, 'fileChunks')) {
    const { base64 } = Object((content as Row | undefined)?.$binary) as Row
    pieces.set(sha256, [...(pieces.get(sha256) ?? []), [number as number, Buffer.from(String(base64), 'base64')]]) // prettier-ignore
  }
  const entries = rowsOf(place, 'ledgerEntries').filter(({ erases, basis }) => erases === null && basis === null) // prettier-ignore
  const indexes = new Map(entries.map(({ noticeId, edition, index }) => [nameOf(noticeId, edition), index]))
  const faults: Fault[] = []
  for (const { noticeId, edition, content } of rowsOf(place, 'publications')) {
    for (const { sha256, bytes } of filesIn(content)) {
      const parts = pieces.get(sha256)?.sort(([one], [other]) => one - other)
      const found = Buffer.concat((parts ?? []).map(([, part]) => part))
      const message = parts ? '附件和公开时的不一样：被换过。' : '公开的附件不见了。'
      const same = parts && hexOf(found) === sha256 && found.length === bytes
      if (!same) faults.push(fault('file', message, indexes.get(nameOf(noticeId, edition))))
    }
  }
  return faults
}

/** Compares every recorded row with the newest entry that names it. A ledger without such entries is an older one. */
export function verifyRecords(place: string): Fault[] {
  const salts = new Map(rowsOf(place, 'ledgerSecrets').map(row => [row._id, Object(row.salts) as Row]))
  const newest = new Map<string, { index: unknown; hash: unknown; salt: unknown }>()
  for (const { _id, index, format, commitments } of rowsOf(place, 'ledgerEntries')) {
    for (const [id, hash] of Object.entries((format === 'mingbai-entry-2' && commitments) || {})) {
      newest.set(id, { index, hash, salt: salts.get(_id)?.[id] })
    }
  }
  const faults: Fault[] = []
  for (const name of newest.size > 0 ? RECORDED : []) {
    for (const row of rowsOf(place, name)) {
      const id = nameOf(name, row._id)
      const { index, hash, salt } = newest.get(id) ?? {}
      const same = hexOf(canonical([salt, id, row])) === hash
      if (!newest.delete(id)) faults.push(fault('record', `没有登记过：${id}。`))
      else if (!same) faults.push(fault('record', `和登记时的不一样：${id}。`, index))
    }
  }
  return faults.concat([...newest].map(([id, one]) => fault('record', `登记过的不见了：${id}。`, one.index)))
}

/** Follows the chain through the audit log: each line's hash covers that of the line before. */
export function verifyAudit(place: string): Fault[] {
  const rows = new Map(rowsOf(place, 'auditEntries').map(row => [row._id, row]))
  let [head, end, sound] = ['', '', true]
  for (const { previous, entries, until, head: told } of rowsOf(place, 'auditBlocks')) {
    sound &&= previous === head
    for (const id of Object(entries) as string[]) {
      head = hexOf(head + canonical(rows.get(id) ?? null))
      end = nameOf(until, id)
      rows.delete(id)
    }
    sound &&= told === head
  }
  const late = [...rows.values()].some(({ at, _id }) => nameOf(at, _id) <= end)
  return sound && !late ? [] : [fault('audit', '操作日志被改过、删过或者补写过。')]
}
