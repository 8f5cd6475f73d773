import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Db, Tx } from '@server/platform/store/db'
import { randomBytes } from 'node:crypto'
import { trusted } from 'mongoose'
import type { RosterReport } from '@shared/contract/people/roster'
import { AppError, conflict } from '@server/platform/errors'
import type { RosterPersonRead, RosterRead } from '@server/documents/roster'
import { identityHash } from '../identityHash'
import { isDuplicate } from '@server/platform/store/transaction'
import { readUpload } from '@server/platform/worker/readUpload'
import { RosterEntries, type RosterEntryRow } from '../models/rosterEntries'
import { ResidencyClaims } from '../models/residencyClaims'
import { RosterVersions, type RosterVersionRow } from '../models/rosterVersions'
import { newId } from '@server/platform/store/collection'
import type { OrgRow } from '@server/people/orgs'

const BATCH = 500
const SALT_BYTES = 16

type Hashed = Omit<RosterEntryRow, '_id' | 'orgCode' | 'changedAt'>

/**
 * Reads and checks a roster file before anything is stored.
 * @throws AppError 422 `roll-unreadable`, or `roll-refused` with every fault by row
 */
export async function prepareRoster(file: { name: string; bytes: Buffer }): Promise<RosterRead> {
  const read = await readUpload('roll-unreadable', 'readRoll', file.name, file.bytes)
  if (read.issues.length > 0) throw new AppError(422, 'roll-refused', read.issues)
  return read
}

function hashed(key: string, salt: string, { name, group, tail, phone }: RosterPersonRead): Hashed {
  const tail4 = identityHash(key, salt, 'tail4', name, tail.slice(-4))
  const tail6 = tail.length === 6 ? identityHash(key, salt, 'tail6', name, tail) : null
  const phoneHash = phone && identityHash(key, salt, 'phone', phone)
  return { name, group, person: tail6 ?? tail4, tail4, tail6, phone: phoneHash }
}

interface Difference {
  added: Hashed[]
  changed: { entry: RosterEntryRow; next: Hashed }[]
  removed: RosterEntryRow[]
  unchanged: number
}

const differs = (entry: RosterEntryRow, next: Hashed) =>
  entry.group !== next.group || entry.phone !== next.phone || entry.tail6 !== next.tail6

const canBe = (entry: RosterEntryRow, next: Hashed) =>
  entry.tail6 === null || next.tail6 === null || entry.tail6 === next.tail6

/** Compares the old roster with the new one. A person known by four characters of the ID stays the same when six arrive. */
function difference(before: readonly RosterEntryRow[], now: readonly Hashed[]): Difference {
  const left = new Map<string, RosterEntryRow[]>()
  for (const entry of before) left.set(entry.tail4, [...(left.get(entry.tail4) ?? []), entry])
  const result: Difference = { added: [], changed: [], removed: [], unchanged: 0 }
  for (const person of now) {
    const rivals = left.get(person.tail4) ?? []
    const entry = rivals.find(one => one.tail6 === person.tail6) ?? rivals.find(one => canBe(one, person))
    if (!entry) {
      result.added.push(person)
      continue
    }
    left.set(
      person.tail4,
      rivals.filter(one => one !== entry),
    )
    const next = { ...person, person: entry.person, tail6: person.tail6 ?? entry.tail6 }
    if (differs(entry, next)) result.changed.push({ entry, next })
    else result.unchanged += 1
  }
  result.removed = [...left.values()].flat()
  return result
}

function batches<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / BATCH)
  return Array.from({ length: count }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH))
}

async function store(tx: Tx, orgCode: string, { added, changed, removed }: Difference): Promise<void> {
  const changedAt = tx.now
  for (const part of batches(removed)) {
    await tx.of(RosterEntries).deleteMany({ _id: trusted({ $in: part.map(entry => entry._id) }) })
  }
  for (const { entry, next } of changed) {
    await tx.of(RosterEntries).updateOne({ _id: entry._id }, { $set: { ...next, changedAt } })
  }
  for (const part of batches(added)) {
    await tx
      .of(RosterEntries)
      .insertMany(part.map(person => ({ ...person, _id: newId('rol'), orgCode, changedAt })))
  }
}

/** Counts the removed people who were verified; their claims stay until staff end them. */
async function verifiedAmong(db: Db, removed: readonly RosterEntryRow[]) {
  let count = 0
  for (const { orgCode, person } of removed) {
    if (await db.of(ResidencyClaims).exists({ orgCode, person, holds: true })) count += 1
  }
  return count
}

/** Raises the roster's version by compare-and-set: of two concurrent uploads one fails. */
async function bumpVersion(tx: Tx, before: RosterVersionRow | null, next: RosterVersionRow): Promise<void> {
  const conflicted = conflict('roll-conflict')
  if (before) {
    const { modifiedCount } = await tx
      .of(RosterVersions)
      .updateOne({ _id: next._id, version: before.version }, { $set: next })
    if (modifiedCount !== 1) throw conflicted
    return
  }
  await tx
    .of(RosterVersions)
    .create([next])
    .catch((error: unknown) => {
      throw isDuplicate(error, 'rosterVersions') ? conflicted : error
    })
}

interface Comparison {
  book: RosterVersionRow | null
  salt: string
  found: Difference
  counts: Omit<RosterReport, 'warnings'>
}

async function compared(
  db: Db,
  identityKey: string,
  orgCode: string,
  { people }: RosterRead,
): Promise<Comparison> {
  const book = await db.of(RosterVersions).findById(orgCode).lean<RosterVersionRow>().exec()
  const salt = book?.salt ?? randomBytes(SALT_BYTES).toString('hex')
  const before = await db.of(RosterEntries).find({ orgCode }).lean<RosterEntryRow[]>().exec()
  const now = people.map(person => hashed(identityKey, salt, person))
  const found = difference(before, now)
  const { added, changed, removed, unchanged } = found
  const counts = {
    total: now.length,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged,
    removedVerified: await verifiedAmong(db, removed),
  }
  return { book, salt, found, counts }
}

/** Says what a roster file would change, without storing anything. */
export async function previewRoster(
  db: Db,
  _by: Authorised<'roster.import'>,
  identityKey: string,
  org: OrgRow,
  read: RosterRead,
): Promise<RosterReport> {
  const { counts } = await compared(db, identityKey, org._id, read)
  return { ...counts, warnings: read.warnings }
}

/**
 * Replaces the village's roster 村民名册 by the file: adds, updates and removes people. Stores names and groups in clear, ID
 * tails and phones only as keyed hashes.
 * @throws AppError 409 `roll-conflict`
 */
export async function importRoster(
  tx: Tx,
  by: Authorised<'roster.import'>,
  identityKey: string,
  org: OrgRow,
  read: RosterRead,
): Promise<RosterReport> {
  const { book, salt, found, counts } = await compared(tx, identityKey, org._id, read)
  await bumpVersion(tx, book, {
    _id: org._id,
    salt,
    version: (book?.version ?? 0) + 1,
    people: counts.total,
    importedAt: tx.now,
    importedBy: by.actor.id,
  })
  await store(tx, org._id, found)
  await audit(tx, by, { orgCode: org._id, id: org._id }, counts)
  return { ...counts, warnings: read.warnings }
}
