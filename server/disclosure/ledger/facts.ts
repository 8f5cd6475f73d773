import { randomBytes } from 'node:crypto'
import type { LedgerFact } from './chain'
import { COMMITTED_FIELDS, type CommittedValues, type Salts, commitmentsOf } from '@shared/ledger/entry'
import { presentationOf } from '@shared/presentation/version'
import type { LedgerEntry } from '@shared/contract/disclosure/ledger'
import type { PublicationRow } from '@server/disclosure/publications'

const SALT_BYTES = 32

/** A fact to be recorded, with the salts that open its commitments. */
export interface SaltedFact {
  fact: LedgerFact
  /** Null where there are no commitments. */
  salts: Salts | null
}

const freshSalts = () =>
  Object.fromEntries(
    COMMITTED_FIELDS.map(field => [field, randomBytes(SALT_BYTES).toString('hex')]),
  ) as unknown as Salts

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
