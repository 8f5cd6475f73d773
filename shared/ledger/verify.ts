import type { CheckpointMark, ConsistencyProof, NoticeProof } from '../contract/disclosure/ledger'
import { commitment, leafOf } from './entry'
import { verifyConsistency, verifyInclusion } from './merkle'

/**
 * Proofs as a phone checks them 核验, without trusting the server. Pure; the signature of a checkpoint is checked by the
 * independent verifier of the command line.
 */

/** What was expected of a proof: the notice on the page, and the hash of what the page shows. */
export interface ShownNotice {
  noticeId: string
  edition: number
  /** Hash of the blocks that the page shows: as they were published, or with names folded after the publicity period. */
  presentedSha256: string
}

/**
 * - `other-notice`: the entry is about something else
 * - `leaf`: the entry is not what its leaf says
 * - `path`: the leaf does not stand in the signed ledger
 * - `erased`: it stands there, but its words were lawfully erased, so that nothing can be compared
 * - `content`: it stands there, and what the page shows is not what was entered
 */
export type NoticeFault = 'other-notice' | 'leaf' | 'path' | 'erased' | 'content'

/** The first thing that is wrong with the proof of a shown notice; null when it is proved. */
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
 * - `shrunk`: the ledger has fewer entries than were seen before
 * - `rewritten`: what was seen before is not the beginning of what is there now
 */
export type GrowthFault = 'shrunk' | 'rewritten'

/**
 * Has the ledger only grown since the checkpoint that this phone (or printed sheet) remembers?
 * `proof` is the answer for `from` = remembered size and `to` = newest size; not needed when the sizes are equal.
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
