import type { Authorised } from '@server/platform/access/caller'
import { ROSTER_RULES } from '@shared/facts/people/residencyRules'
import { errorText } from '@shared/texts/errors'
import type { FileResidencyClaim } from '@shared/contract/people/roster'
import { AppError, conflict } from '@server/platform/errors'
import { nameOf } from '@server/documents/roster'
import type { Services } from '@server/platform/services'
import type { Writes } from '@server/platform/store/db'
import { singleWrites } from '@server/platform/store/transaction'
import { identityHash, sameHash } from '../identityHash'
import { ClaimAttempts } from '../models/claimAttempts'
import { RosterVersions, type RosterVersionRow } from '../models/rosterVersions'
import { RosterEntries, type RosterEntryRow } from '../models/rosterEntries'
import type { OrgRow } from '@server/people/orgs'

type Given = Pick<FileResidencyClaim, 'name' | 'idTail' | 'phone'>

/** Person of the roster that matches the claimer's details. */
export interface RosterMatch {
  name: string
  group: string | null
  person: string
  /** null where either side has no phone. */
  phoneMatches: boolean | null
}

const HOUR = 3_600_000

function locked(until: Date, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return new AppError(429, 'residence-locked', [], errorText('residence-locked'), {
    'Retry-After': String(seconds),
  })
}

interface Tries {
  count: number
  /** End of the window. */
  until: Date
}

/** Counts an attempt before anything is compared; a window begins with its first attempt. Runs outside any transaction. */
async function countTry(attempts: Writes, _id: string, now: Date): Promise<Tries> {
  const before = await attempts.of(ClaimAttempts).findById(_id).lean().exec()
  if (before && before.until <= now) await attempts.of(ClaimAttempts).deleteOne({ _id, until: before.until })
  const until = new Date(now.getTime() + ROSTER_RULES.tries.windowHours * HOUR)
  await attempts
    .of(ClaimAttempts)
    .updateOne({ _id }, { $inc: { count: 1 }, $setOnInsert: { until } }, { upsert: true })
  const row = await attempts.of(ClaimAttempts).findById(_id).lean().exec()
  return { count: row?.count ?? 1, until: row?.until ?? until }
}

/**
 * Returns how many tries the account has left. A name that many have guessed at leaves each account one try: accounts
 * cannot lock out the person whose name it is.
 * @throws AppError 429 `residence-locked`
 */
function triesLeft(account: Tries, name: Tries, now: Date): number {
  const { perAccount, perName } = ROSTER_RULES.tries
  const most = name.count > perName ? 1 : perAccount
  if (account.count > most) throw locked(account.until, now)
  return most - account.count
}

/** Finds all people of that name whose ID tail matches; takes the same time without a match. */
function agreeing(entries: readonly RosterEntryRow[], tail4: string, tail6: string | null): RosterEntryRow[] {
  const nobody = sameHash(null, tail4)
  const found = entries.filter(entry =>
    tail6 && entry.tail6 ? sameHash(entry.tail6, tail6) : sameHash(entry.tail4, tail4),
  )
  return nobody ? [] : found
}

const mismatch = (left: number) =>
  new AppError(422, 'residence-mismatch', [], `${errorText('residence-mismatch')}还可以试 ${left} 次。`)

/**
 * Finds the person of the village's roster by name and ID tail. Limits attempts by account and by name against guessing four
 * digits. Must not run in a transaction: a failed attempt must stay counted.
 * @throws AppError 409 `roll-missing`; 422 `residence-mismatch`, `residence-ambiguous`; 429 `residence-locked`
 */
export async function matchRoster(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  { actor }: Authorised<'residencyClaim.file'>,
  org: OrgRow,
  given: Given,
): Promise<RosterMatch> {
  const book = await db.of(RosterVersions).findById(org._id).lean<RosterVersionRow>().exec()
  if (!book) throw conflict('roll-missing')
  const attempts = singleWrites(db)
  const now = clock.now()
  const name = nameOf(given.name)
  const hash = (part: 'name' | 'tail4' | 'tail6' | 'phone', ...values: string[]) =>
    identityHash(config.identityKey, book.salt, part, ...values)
  const account = `account:${actor.id}`
  const byName = `name:${org._id}:${hash('name', name)}`
  const left = triesLeft(await countTry(attempts, account, now), await countTry(attempts, byName, now), now)

  const tail = given.idTail.toUpperCase()
  const entries = await db.of(RosterEntries).find({ orgCode: org._id, name }).lean<RosterEntryRow[]>().exec()
  const found = agreeing(
    entries,
    hash('tail4', name, tail.slice(-4)),
    tail.length === 6 ? hash('tail6', name, tail) : null,
  )
  const [match, rival] = found
  if (!match) throw mismatch(left)
  if (rival) throw new AppError(422, 'residence-ambiguous')
  await attempts.of(ClaimAttempts).deleteOne({ _id: account })
  await attempts.of(ClaimAttempts).deleteOne({ _id: byName })
  const phoneMatches = given.phone && match.phone ? sameHash(match.phone, hash('phone', given.phone)) : null
  return { name: match.name, group: match.group, person: match.person, phoneMatches }
}
