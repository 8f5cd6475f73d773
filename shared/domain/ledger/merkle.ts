import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils'

/**
 * Merkle tree of RFC 6962 §2.1 over SHA-256: leaves are hashed with the prefix 0x00, nodes with 0x01.
 * All hashes are lower-case hex.
 */

const LEAF = new Uint8Array([0])
const NODE = new Uint8Array([1])

/** Hash of an empty tree: SHA-256 of nothing. */
export const EMPTY_ROOT = bytesToHex(sha256(new Uint8Array()))

export const leafHash = (text: string): string => bytesToHex(sha256(concatBytes(LEAF, utf8ToBytes(text))))

export const nodeHash = (left: string, right: string): string =>
  bytesToHex(sha256(concatBytes(NODE, hexToBytes(left), hexToBytes(right))))

/** Largest power of two smaller than n (n ≥ 2). */
function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Root of the tree over the leaf hashes `leaves[from, to)`. */
export function rootOf(leaves: readonly string[], from = 0, to = leaves.length): string {
  if (to === from) return EMPTY_ROOT
  if (to - from === 1) return leaves[from]!
  const middle = from + split(to - from)
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to))
}

/** Audit path from leaf `index` to the root of the first `size` leaves, nearest sibling first (RFC 6962 §2.1.1). */
export function inclusionProof(leaves: readonly string[], index: number, size = leaves.length): string[] {
  if (index < 0 || index >= size || size > leaves.length) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  }
  const path = (from: number, to: number): string[] => {
    if (to - from === 1) return []
    const middle = from + split(to - from)
    return index < middle
      ? [...path(from, middle), rootOf(leaves, middle, to)]
      : [...path(middle, to), rootOf(leaves, from, middle)]
  }
  return path(0, size)
}

/** Does the path lead from the leaf to the root? */
export function verifyInclusion(
  leaf: string,
  index: number,
  size: number,
  proof: readonly string[],
  root: string,
): boolean {
  if (index < 0 || index >= size) return false
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && hash === root
}

/** Proof that the tree of `older` leaves is the beginning of the tree of `newer` leaves (RFC 6962 §2.1.2). */
export function consistencyProof(leaves: readonly string[], older: number, newer = leaves.length): string[] {
  if (older < 0 || older > newer || newer > leaves.length) {
    throw new RangeError(`no tree of ${older} within ${newer}`)
  }
  if (older === 0 || older === newer) return []
  const proof = (m: number, from: number, to: number, whole: boolean): string[] => {
    if (m === to - from) return whole ? [] : [rootOf(leaves, from, to)]
    const k = split(to - from)
    return m <= k
      ? [...proof(m, from, from + k, whole), rootOf(leaves, from + k, to)]
      : [...proof(m - k, from + k, to, false), rootOf(leaves, from, from + k)]
  }
  return proof(older, 0, newer, true)
}

interface Fold {
  older: string
  newer: string
  node: number
  last: number
}

/** One step up: the sibling joins from the left where both trees have it, from the right where only the newer has. */
function foldStep(state: Fold, sibling: string): Fold | null {
  let { node, last } = state
  if (last === 0) return null
  const next = { ...state }
  if (node % 2 === 1 || node === last) {
    next.older = nodeHash(sibling, state.older)
    next.newer = nodeHash(sibling, state.newer)
    while (node % 2 === 0 && node !== 0) {
      node /= 2
      last = Math.floor(last / 2)
    }
  } else {
    next.newer = nodeHash(state.newer, sibling)
  }
  return { ...next, node: Math.floor(node / 2), last: Math.floor(last / 2) }
}

/** The place from which both trees grow: the last complete subtree of the older one. */
function foldStart(older: number, newer: number): { node: number; last: number } {
  let node = older - 1
  let last = newer - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return { node, last }
}

/** Is the tree with `olderRoot` the beginning of the tree with `newerRoot`? Nothing in between was changed then. */
export function verifyConsistency(
  older: number,
  newer: number,
  olderRoot: string,
  newerRoot: string,
  proof: readonly string[],
): boolean {
  if (older > newer || older < 0) return false
  if (older === newer) return proof.length === 0 && olderRoot === newerRoot
  if (older === 0) return proof.length === 0
  const start = foldStart(older, newer)
  const rest = [...proof]
  const first = start.node === 0 ? olderRoot : rest.shift()
  if (first === undefined) return false
  let state: Fold | null = { older: first, newer: first, ...start }
  for (const sibling of rest) {
    state = foldStep(state, sibling)
    if (!state) return false
  }
  return state.last === 0 && state.older === olderRoot && state.newer === newerRoot
}
