import { recordOf } from '../common/lists'
import type { LedgerEntry } from '../contract/disclosure/ledger'
import { canonicalJson, sha256Hex } from '../common/hash'
import { leafHash } from './merkle'

/** The fields of a published edition that an entry commits to; a person may stand in any of them. */
export interface CommittedValues {
  title: string
  /** The plain sentence of the presented record. */
  sentence: string
  content: object
  /** Hash of the presented record: committed to as well, since a bare hash of few unknown words can be guessed. */
  presentedSha256: string
  /** Hash of the presented record as it reads once the publicity period is over; null where nothing folds. */
  foldedSha256: string | null
  /** 经办人. */
  author: string
  /** The whole sign-off: who, and the remark too. */
  signOff: object | null
  /** Why this edition follows another. */
  reason: string | null
  /** The joint meeting that fixed it. */
  meeting: object | null
  publicity: object
}
export type CommittedField = keyof CommittedValues

/** One salt (32 bytes, hex) for each committed field. */
export type Salts = Record<CommittedField, string>

export const COMMITTED_FIELDS: readonly CommittedField[] = [
  'title',
  'sentence',
  'content',
  'presentedSha256',
  'foldedSha256',
  'author',
  'signOff',
  'reason',
  'meeting',
  'publicity',
]

/** Salted commitment: SHA-256 of the canonical JSON `[salt, field, value]`. Without the salt it says nothing. */
export const commitment = (salt: string, field: string, value: unknown): string =>
  sha256Hex(canonicalJson([salt, field, value]))

export const commitmentsOf = (salts: Salts, values: CommittedValues): Record<string, string> =>
  recordOf(COMMITTED_FIELDS.map(field => [field, commitment(salts[field], field, values[field])]))

/** Leaf of an entry: SHA-256 of 0x00 and its canonical JSON (RFC 8785, RFC 6962). */
export const leafOf = (entry: LedgerEntry): string => leafHash(canonicalJson(entry))
