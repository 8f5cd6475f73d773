import type { CheckpointMark, ConsistencyProof, NoticeProof } from '../contract/disclosure/ledger'
import { canonicalJson, sha256Hex } from '../common/hash'
import type { PresentedRecord } from '../contract/disclosure/presentation'
import { commitment, leafOf } from './entry'
import { verifyConsistency, verifyInclusion } from './merkle'

/**
 * Checks proofs 核验 on the phone without trusting the server. Pure; the signature of a checkpoint is checked by
 * the independent verifier of the command line.
 */

/** Computes the hash of the blocks on display. */
export const presentedHash = ({ blocks }: Pick<PresentedRecord, 'blocks'>): string =>
  sha256Hex(canonicalJson(blocks))

/** Expected facts of a proof: the notice on the page and the hash of the blocks shown. */
export interface ShownNotice {
  noticeId: string
  edition: number
  /** Hash of the blocks that the page shows: as published, or with names folded after the publicity period. */
  presentedSha256: string
}

/**
 * - `other-notice`: the entry is about another notice
 * - `leaf`: the leaf is not the hash of the entry
 * - `path`: the leaf is not in the signed ledger
 * - `erased`: it is in the ledger, but its words were lawfully erased, so that nothing can be compared
 * - `content`: it is in the ledger, and the page shows something else
 */
export type NoticeFault = 'other-notice' | 'leaf' | 'path' | 'erased' | 'content'

/** Returns the first fault in the proof of a shown notice; null if the proof holds. */
export function noticeFault(shown: ShownNotice, given: NoticeProof): NoticeFault | null {
  const { entry, leaf, checkpoint, proof, presentedSha256, foldedSha256 } = given
  if (entry.noticeId !== shown.noticeId || entry.edition !== shown.edition) return 'other-notice'
  if (leafOf(entry) !== leaf) return 'leaf'
  if (!verifyInclusion(leaf, entry.index, checkpoint.size, proof, checkpoint.root)) return 'path'
  if (!presentedSha256) return 'erased'
  const proves = (field: 'presentedSha256' | 'foldedSha256', opening: NoticeProof['presentedSha256']) =>
    opening !== null &&
    opening.value === shown.presentedSha256 &&
    commitment(opening.salt, field, opening.value) === entry.commitments[field]
  return proves('presentedSha256', presentedSha256) || proves('foldedSha256', foldedSha256) ? null : 'content'
}

/**
 * - `shrunk`: the ledger has fewer entries than before
 * - `rewritten`: the earlier ledger is not a prefix of the present one
 */
export type GrowthFault = 'shrunk' | 'rewritten'

/**
 * Checks that the ledger has only grown since the checkpoint known to this phone (or printed sheet).
 * `proof` answers `from` = known size and `to` = newest size; not needed if the sizes are equal.
 */
export function growthFault(
  remembered: CheckpointMark,
  newest: CheckpointMark,
  proof: ConsistencyProof | null,
): GrowthFault | null {
  if (newest.size < remembered.size) return 'shrunk'
  const path = remembered.size === newest.size ? [] : (proof?.proof ?? [])
  const { size: from, root: before } = remembered
  return verifyConsistency(from, newest.size, before, newest.root, path) ? null : 'rewritten'
}
