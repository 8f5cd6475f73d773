import { recordOf } from '../common/lists'
import type { LedgerEntry, LedgerRecord } from '../contract/disclosure/ledger'
import { canonicalJson, sha256Hex } from '../common/hash'
import { leafHash } from './merkle'

/** Fields of a published edition that an entry commits to. Any of them may contain a person's name. */
export interface CommittedValues {
  title: string
  /** Summary sentence of the presented record. */
  sentence: string
  content: object
  /**
   * Hash of the presented record. Committed with a salt, since a bare hash of a few unknown words can be
   * guessed.
   */
  presentedSha256: string
  /** Hash of the presented record after the publicity period; null if folding changes nothing. */
  foldedSha256: string | null
  /** 经办人. */
  author: string
  /** The complete sign-off, with person and remark. */
  signOff: object | null
  /** Reason for a correction. */
  reason: string | null
  /** The joint meeting that confirmed the edition. */
  meeting: object | null
  publicity: object
  /** Version of the presentation 呈现版本; entries of before version 2 do not commit to it. */
  presentation: number
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
  'presentation',
]

/**
 * Computes a salted commitment: SHA-256 of the canonical JSON `[salt, field, value]`. Reveals nothing without
 * the salt.
 */
export const commitment = (salt: string, field: string, value: unknown): string =>
  sha256Hex(canonicalJson([salt, field, value]))

export const commitmentsOf = (salts: Salts, values: CommittedValues): Record<string, string> =>
  recordOf(COMMITTED_FIELDS.map(field => [field, commitment(salts[field], field, values[field])]))

/** Computes the leaf of an entry: SHA-256 of 0x00 and its canonical JSON (RFC 8785, RFC 6962). */
export const leafOf = (entry: LedgerEntry | LedgerRecord): string => leafHash(canonicalJson(entry))
