import { bytesToHex, concatBytes, hexToBytes, sha256 } from '../common/bytes'
import { flatMap } from '../common/lists'
import { utf8 } from '../common/utf8'

/**
 * Merkle tree of RFC 6962 §2.1 over SHA-256: leaves are hashed with the prefix 0x00, nodes with 0x01.
 * All hashes are lower-case hex.
 */

const LEAF = new Uint8Array([0])
const NODE = new Uint8Array([1])

/** Hash of an empty tree: SHA-256 of the empty string. */
export const EMPTY_ROOT = bytesToHex(sha256(new Uint8Array()))

export const leafHash = (text: string): string => bytesToHex(sha256(concatBytes(LEAF, utf8(text))))

/** Checks values of a proof from a server that is not trusted. */
const areHashes = (texts: readonly unknown[]): boolean =>
  texts.every(text => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text))

const nodeHash = (left: string, right: string): string =>
  bytesToHex(sha256(concatBytes(NODE, hexToBytes(left), hexToBytes(right))))

/** Returns the largest power of two smaller than n (n ≥ 2). */
function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Computes the root of the tree over the leaf hashes `leaves[from, to)`. */
export function rootOf(leaves: readonly string[], from = 0, to = leaves.length): string {
  if (to === from) return EMPTY_ROOT
  if (to - from === 1) return leaves[from]!
  const middle = from + split(to - from)
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to))
}

/** A complete subtree: `2 ** level` leaves starting at leaf `index * 2 ** level`. Level 0: the leaves. */
export interface TreeNode {
  level: number
  index: number
  hash: string
}
export type NodePlace = Omit<TreeNode, 'hash'>

/** Returns the hash of a complete subtree, e.g. from a cache or by computing it. */
export type NodeHash = (place: NodePlace) => string

/** Leaves `[from, to)`, a subtree of the tree (not always a complete one). */
type Range = readonly [from: number, to: number]

/**
 * Appends a leaf to a tree of `size` leaves with the right edge `frontier` (roots of its complete subtrees,
 * largest first). Returns the new edge and every subtree that the leaf completes, the leaf first.
 */
export function grow(
  frontier: readonly string[],
  size: number,
  leaf: string,
): { frontier: string[]; nodes: TreeNode[] } {
  const edge = [...frontier]
  const nodes: TreeNode[] = [{ level: 0, index: size, hash: leaf }]
  let node = nodes[0]!
  while (node.index % 2 === 1) {
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(edge.pop()!, node.hash) }
    nodes.push(node)
  }
  edge.push(node.hash)
  return { frontier: edge, nodes }
}

/** Computes the root of the tree with this right edge. */
export const rootOfFrontier = (frontier: readonly string[]): string =>
  frontier.length === 0 ? EMPTY_ROOT : frontier.reduceRight((right, left) => nodeHash(left, right))

/** Splits a range into complete subtrees, from the left; the range must start at a multiple of the first. */
function subtreesOf([from, to]: Range): NodePlace[] {
  const places: NodePlace[] = []
  let at = from
  while (at < to) {
    let level = 0
    while (at + 2 ** (level + 1) <= to && at % 2 ** (level + 1) === 0) level += 1
    places.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return places
}

/**
 * Lists the ranges of the audit path from leaf `index` to the root of the first `size` leaves, nearest first.
 */
function inclusionRanges(index: number, size: number): Range[] {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const ranges: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + split(to - from)
    ranges.unshift(index < middle ? [middle, to] : [from, middle])
    if (index < middle) to = middle
    else from = middle
  }
  return ranges
}

/** Lists the ranges of the proof that the tree of `older` leaves is a prefix of the tree of `newer` leaves. */
function consistencyRanges(older: number, newer: number): Range[] {
  if (older < 0 || older > newer) throw new RangeError(`no tree of ${older} within ${newer}`)
  if (older === 0 || older === newer) return []
  const ranges: Range[] = []
  let [from, to] = [0, newer]
  while (older !== to) {
    const middle = from + split(to - from)
    ranges.unshift(older <= middle ? [middle, to] : [from, middle])
    if (older <= middle) to = middle
    else from = middle
  }
  // The verifier knows the root of the whole older tree, but not that of a part of it.
  return from === 0 ? ranges : [[from, to], ...ranges]
}

const placesOf = (ranges: readonly Range[]): NodePlace[] => flatMap(ranges, subtreesOf)

/** Lists the complete subtrees of an inclusion proof: O(log n). */
export const inclusionPlaces = (index: number, size: number): NodePlace[] =>
  placesOf(inclusionRanges(index, size))

/** Lists the complete subtrees of a consistency proof: O(log n). */
export const consistencyPlaces = (older: number, newer: number): NodePlace[] =>
  placesOf(consistencyRanges(older, newer))

const hashOfRange = (range: Range, hashOf: NodeHash): string =>
  rootOfFrontier(subtreesOf(range).map(place => hashOf(place)))

/**
 * Builds the audit path from leaf `index` to the root of the first `size` leaves, nearest sibling first (RFC
 * 6962 §2.1.1).
 */
export const inclusionProofFrom = (hashOf: NodeHash, index: number, size: number): string[] =>
  inclusionRanges(index, size).map(range => hashOfRange(range, hashOf))

/** Proves that the tree of `older` leaves is a prefix of the tree of `newer` leaves (RFC 6962 §2.1.2). */
export const consistencyProofFrom = (hashOf: NodeHash, older: number, newer: number): string[] =>
  consistencyRanges(older, newer).map(range => hashOfRange(range, hashOf))

const counted =
  (leaves: readonly string[]): NodeHash =>
  ({ level, index }) =>
    rootOf(leaves, index * 2 ** level, (index + 1) * 2 ** level)

/** Runs `inclusionProofFrom` on leaves in memory. */
export function inclusionProof(leaves: readonly string[], index: number, size = leaves.length): string[] {
  if (size > leaves.length) throw new RangeError(`no tree of ${size} over ${leaves.length} leaves`)
  return inclusionProofFrom(counted(leaves), index, size)
}

/** True if the path leads from the leaf to the root. */
export function verifyInclusion(
  leaf: string,
  index: number,
  size: number,
  proof: readonly string[],
  root: string,
): boolean {
  if (index < 0 || index >= size || !areHashes([leaf, ...proof])) return false
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

/** Runs `consistencyProofFrom` on leaves in memory. */
export function consistencyProof(leaves: readonly string[], older: number, newer = leaves.length): string[] {
  if (newer > leaves.length) throw new RangeError(`no tree of ${newer} over ${leaves.length} leaves`)
  return consistencyProofFrom(counted(leaves), older, newer)
}

interface Fold {
  older: string
  newer: string
  node: number
  last: number
}

/**
 * Folds one sibling into the hashes: from the left if both trees have it, from the right if only the newer one
 * has.
 */
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

/** Returns the common starting node of both trees: the last complete subtree of the older one. */
function foldStart(older: number, newer: number): { node: number; last: number } {
  let node = older - 1
  let last = newer - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return { node, last }
}

/**
 * True if the tree with `olderRoot` is a prefix of the tree with `newerRoot`, i.e. nothing in it was changed.
 */
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
  return areHashes([olderRoot, ...proof]) && foldsTo(older, newer, olderRoot, newerRoot, proof)
}

function foldsTo(
  older: number,
  newer: number,
  olderRoot: string,
  newerRoot: string,
  proof: readonly string[],
): boolean {
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
