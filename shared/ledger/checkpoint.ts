import type { Checkpoint } from '../contract/disclosure/ledger'
import { canonicalJson } from '../common/hash'
import type { TreeHead } from './treeHead'

/** A checkpoint is due at the latest this long after the one before, in milliseconds: a day. */
const CHECKPOINT_EVERY_MS = 24 * 3600 * 1000

/** What the operator signs: canonical JSON (RFC 8785) of the checkpoint's facts. */
export const checkpointText = ({
  number,
  size,
  root,
  at,
  keyId,
}: Omit<Checkpoint, 'signature' | 'publicKey'>): string =>
  canonicalJson({ format: 'mingbai-checkpoint-1', number, size, root, at, keyId })

/** Due when entries stand outside the newest checkpoint, and daily all the same: the ledger has stood still. */
export function checkpointDue(
  tree: Pick<TreeHead, 'size'>,
  newest: Pick<Checkpoint, 'size' | 'at'> | null,
  now: Date,
): boolean {
  if (tree.size === 0) return false
  if (!newest || newest.size < tree.size) return true
  return now.getTime() - Date.parse(newest.at) >= CHECKPOINT_EVERY_MS
}
