import type { Checkpoint } from '../contract/disclosure/ledger'
import { canonicalJson } from '../common/hash'
import type { TreeHead } from './treeHead'

/** Longest time between two checkpoints, in milliseconds: one day. */
const CHECKPOINT_EVERY_MS = 24 * 3600 * 1000

/** Serialises the facts of a checkpoint for signing: canonical JSON (RFC 8785). */
export const checkpointText = ({
  number,
  size,
  root,
  at,
  keyId,
}: Omit<Checkpoint, 'signature' | 'publicKey'>): string =>
  canonicalJson({ format: 'mingbai-checkpoint-1', number, size, root, at, keyId })

/**
 * True if entries follow the newest checkpoint, or a day has passed: a daily signature also proves that nothing
 * was added.
 */
export function checkpointDue(
  tree: Pick<TreeHead, 'size'>,
  newest: Pick<Checkpoint, 'size' | 'at'> | null,
  now: Date,
): boolean {
  if (tree.size === 0) return false
  if (!newest || newest.size < tree.size) return true
  return now.getTime() - Date.parse(newest.at) >= CHECKPOINT_EVERY_MS
}
