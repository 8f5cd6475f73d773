import { randomBytes } from 'node:crypto'
import type { LedgerFact, RecordFact } from './chain'
import {
  COMMITTED_FIELDS,
  type CommittedValues,
  type Salts,
  commitment,
  commitmentsOf,
} from '@shared/ledger/entry'
import { presentationOf } from '@shared/presentation/version'
import type { LedgerEntry } from '@shared/contract/disclosure/ledger'
import type { PublicationRow } from '@server/disclosure/publications'
import type { RecordedRow } from '@server/platform/store/recorded'

const SALT_BYTES = 32

/** A fact to be recorded, with the salts that open its commitments. */
export interface SaltedFact {
  fact: LedgerFact | RecordFact
  /** Null where there are no commitments. */
  salts: Record<string, string> | null
}

const freshSalt = () => randomBytes(SALT_BYTES).toString('hex')

const freshSalts = () =>
  Object.fromEntries(COMMITTED_FIELDS.map(field => [field, freshSalt()])) as unknown as Salts

export type PublishedEdition = Omit<PublicationRow, '_id' | 'grams' | 'live'>

/** Returns the values of a publication to which an entry commits. */
export const committedValues = (publication: PublishedEdition): CommittedValues => ({
  title: publication.title,
  sentence: publication.sentence,
  content: publication.content,
  presentedSha256: publication.sha256,
  foldedSha256: publication.foldedSha256,
  author: publication.author,
  signOff: publication.signOff,
  reason: publication.reason,
  meeting: publication.meeting,
  publicity: publication.publicity,
  presentation: presentationOf(publication),
})

/** Returns the ledger fact of a published edition 公开, or of a corrected one 更正公开. */
export function publicationFact(publication: PublishedEdition): SaltedFact {
  const { orgCode, noticeId, edition, itemId, itemKey, category, period, regards, signOff } = publication
  const publishedAt = publication.publishedAt.toISOString()
  const salts = freshSalts()
  const fact: LedgerFact = {
    org: orgCode,
    event: edition === 1 ? 'publish' : 'correct',
    noticeId,
    edition,
    itemId,
    itemKey,
    category,
    period,
    regards,
    publishedAt,
    recordedAt: publishedAt,
    signOff: signOff && { body: signOff.body, role: signOff.role, opinion: signOff.opinion, at: signOff.at },
    commitments: commitmentsOf(salts, committedValues(publication)),
    erases: null,
    basis: null,
  }
  return { fact, salts }
}

/** Returns the ledger fact of a recorded edition's withdrawal 撤回 or erasure by law 依法删除. */
export function laterFact(
  entry: LedgerEntry,
  { event, basis, at }: { event: 'withdraw' | 'erase'; basis: string; at: Date },
): SaltedFact {
  const { org, noticeId, edition, itemId, itemKey, category, period, regards, publishedAt, index } = entry
  const fact: LedgerFact = {
    org,
    event,
    noticeId,
    edition,
    itemId,
    itemKey,
    category,
    period,
    regards,
    publishedAt,
    recordedAt: at.toISOString(),
    signOff: null,
    commitments: {},
    erases: event === 'erase' ? index : null,
    basis,
  }
  return { fact, salts: null }
}

/** Most rows of one entry. */
const ROWS = 100

/** Returns the ledger facts of written rows: one for each organisation and kind, of many rows several. */
export function recordFacts(rows: readonly RecordedRow[], at: Date): SaltedFact[] {
  const groups = new Map<string, RecordedRow[]>()
  for (const row of rows) {
    const key = `${row.org} ${row.kind}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap(group =>
    Array.from({ length: Math.ceil(group.length / ROWS) }, (_, nth) =>
      recordFact(group.slice(nth * ROWS, (nth + 1) * ROWS), at),
    ),
  )
}

function recordFact(rows: readonly RecordedRow[], at: Date): SaltedFact {
  const salts = Object.fromEntries(rows.map(({ name }) => [name, freshSalt()]))
  const commitments = Object.fromEntries(
    // As JSON: instants as text.
    rows.map(({ name, row }) => [name, commitment(salts[name]!, name, JSON.parse(JSON.stringify(row)))]),
  )
  const [{ org, kind }] = rows as [RecordedRow]
  return { fact: { org, event: kind, recordedAt: at.toISOString(), commitments }, salts }
}
