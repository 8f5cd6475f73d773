import { z } from 'zod'
import { Id, Instant, OrgCode, PeriodKey, SHA256 } from '../common'

/**
 * Ledger 存证账本: one entry for each published, corrected, withdrawn or erased edition, and for the rows that people
 * rely on otherwise, in one Merkle tree (RFC 6962) over all organisations and one chain per organisation.
 */

/** `publish` 公开, `correct` 更正公开, `withdraw` 撤回, `erase` 依法删除. */
export const LedgerEvent = z.enum(['publish', 'correct', 'withdraw', 'erase'])
export type LedgerEvent = z.infer<typeof LedgerEvent>

/** Sign-off in the ledger: the person's name is only committed to, so that it can be erased. */
export const LedgerSignOff = z.object({
  body: z.string(),
  role: z.string(),
  opinion: z.enum(['agree', 'object']),
  at: Instant,
})

/**
 * Entry 存证条目. Its leaf is SHA-256 of 0x00 and its canonical JSON (RFC 8785). Contains no text of the notice and
 * no person's name: `commitments` are salted hashes, see shared/ledger/entry.ts.
 */
export const LedgerEntry = z.object({
  format: z.literal('mingbai-entry-1'),
  /** Index in the whole ledger, from 0, without gaps. */
  index: z.int().nonnegative(),
  org: OrgCode,
  /** Index in the organisation's own chain, from 0, without gaps. */
  orgIndex: z.int().nonnegative(),
  /** Leaf of the previous entry in the organisation's chain; null for the first. */
  previous: SHA256.nullable(),
  event: LedgerEvent,
  noticeId: Id,
  edition: z.int().positive(),
  itemId: Id,
  itemKey: z.string(),
  category: z.string(),
  period: PeriodKey,
  regards: OrgCode.nullable(),
  /** Publication time of the edition. */
  publishedAt: Instant,
  /** Entry time; never before an earlier entry or checkpoint. */
  recordedAt: Instant,
  signOff: LedgerSignOff.nullable(),
  /** Field name → commitment; empty on withdraw and erase. */
  commitments: z.record(z.string(), SHA256),
  /** On erase: index of the entry whose salts and values were deleted. */
  erases: z.int().nonnegative().nullable(),
  /** On withdraw and erase: reason or legal basis, in public words. */
  basis: z.string().nullable(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/**
 * `objection` 异议和办理, `removal` 撤回与删除, `grant` 任职, `org` 机构, `audit` 操作日志一段: rows of the store other than
 * editions.
 */
export const RecordKind = z.enum(['objection', 'removal', 'grant', 'org', 'audit'])

/**
 * Entry of rows 登记条目, as they are after one transaction. No person is named: each commitment is the salted hash of
 * a whole row, by `collection/id`.
 */
export const LedgerRecord = z.object({
  format: z.literal('mingbai-entry-2'),
  index: z.int().nonnegative(),
  org: OrgCode,
  orgIndex: z.int().nonnegative(),
  previous: SHA256.nullable(),
  event: RecordKind,
  recordedAt: Instant,
  commitments: z.record(z.string(), SHA256),
})
export type LedgerRecord = z.infer<typeof LedgerRecord>

/** Checkpoint 存证点: the operator's signature over the whole ledger at a point in time. */
export const Checkpoint = z.object({
  /** Index of the checkpoint, from 0, without gaps. */
  number: z.int().nonnegative(),
  /** Number of entries covered. */
  size: z.int().nonnegative(),
  root: SHA256,
  at: Instant,
  /** First 16 hex digits of the SHA-256 of the public key. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Ed25519 public key, 32 bytes as hex. */
  publicKey: SHA256,
  /** Ed25519 over the canonical JSON of format, number, size, root, at and keyId; 64 bytes as hex. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** Part of a checkpoint that a phone or a printed sheet remembers. */
export const CheckpointMark = Checkpoint.pick({ size: true, root: true })
export type CheckpointMark = z.infer<typeof CheckpointMark>

export const ConsistencyQuery = z.object({
  from: z.coerce.number<number>().int().nonnegative(),
  to: z.coerce.number<number>().int().nonnegative(),
})

/** Proof that the ledger of `from` entries is a prefix of the ledger of `to` entries. */
export const ConsistencyProof = z.object({ from: z.int(), to: z.int(), proof: z.array(SHA256) })
export type ConsistencyProof = z.infer<typeof ConsistencyProof>

/** Opens a commitment: the committed value with its salt. */
export const Opening = z.object({ salt: SHA256, value: z.string() })

/** Proof of an edition 核验: its entry, the path from its leaf to a signed checkpoint, and the openings. */
export const NoticeProof = z.object({
  entry: LedgerEntry,
  leaf: SHA256,
  checkpoint: Checkpoint,
  /** Audit path from the leaf to the checkpoint's root, nearest sibling first. */
  proof: z.array(SHA256),
  /** Opens the commitment to the hash of the presented record; null if lawfully erased. */
  presentedSha256: Opening.nullable(),
  /** Opens the commitment to the hash of the folded record; null if folding changes nothing, or if erased. */
  foldedSha256: Opening.nullable(),
})
export type NoticeProof = z.infer<typeof NoticeProof>

export const NoticeProofQuery = z.object({ edition: z.coerce.number<number>().int().positive().optional() })

/** Remains of an erased edition: time and legal basis of the erasure, and its ledger entry. */
export const Erasure = z.object({ edition: z.int(), at: Instant, basis: z.string(), index: z.int() })
export type Erasure = z.infer<typeof Erasure>

/** Ledger position of an edition, shown on its page and its printed sheet. */
export const LedgerRef = z.object({ index: z.int(), leaf: SHA256 })
export type LedgerRef = z.infer<typeof LedgerRef>

/** One line of the public export: head, checkpoints, entries in order, end. */
export const LedgerLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ledger'), format: z.literal('mingbai-ledger-1'), openings: z.boolean() }),
  z.object({ kind: z.literal('checkpoint'), checkpoint: Checkpoint }),
  z.object({ kind: z.literal('entry'), leaf: SHA256, entry: z.union([LedgerEntry, LedgerRecord]) }),
  z.object({ kind: z.literal('end'), entries: z.int(), checkpoints: z.int() }),
])
export type LedgerLine = z.infer<typeof LedgerLine>
