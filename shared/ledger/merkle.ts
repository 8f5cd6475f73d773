import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils'
import { flatMap } from '../common/lists'
import { utf8 } from '../common/utf8'

/**
 * Merkle tree of RFC 6962 §2.1 over SHA-256: leaves are hashed with the prefix 0x00, nodes with 0x01.
 * All hashes are lower-case hex.
 */

const LEAF = new Uint8Array([0])
const NODE = new Uint8Array([1])

/** Hash of an empty tree: SHA-256 of nothing. */
export const EMPTY_ROOT = bytesToHex(sha256(new Uint8Array()))

export const leafHash = (text: string): string => bytesToHex(sha256(concatBytes(LEAF, utf8(text))))

const nodeHash = (left: string, right: string): string =>
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

/** A complete subtree: `2 ** level` leaves from leaf `index * 2 ** level` on. Level 0 are the leaves. */
export interface TreeNode {
  level: number
  index: number
  hash: string
}
export type NodePlace = Omit<TreeNode, 'hash'>

/** Finds the hash of a complete subtree, e.g. in a cache or by counting it out. */
export type NodeHash = (place: NodePlace) => string

/** Leaves `[from, to)`, a subtree of the tree (not always a complete one). */
type Range = readonly [from: number, to: number]

/**
 * Adds a leaf behind a tree of `size` leaves, whose right edge is `frontier` (roots of its complete subtrees, largest
 * first). Gives the new edge and every subtree that the leaf completes, itself first.
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

/** Root of the tree whose right edge this is. */
export const rootOfFrontier = (frontier: readonly string[]): string =>
  frontier.length === 0 ? EMPTY_ROOT : frontier.reduceRight((right, left) => nodeHash(left, right))

/** The complete subtrees that a range consists of, from the left; the range starts at a multiple of the first. */
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

/** Ranges of the audit path from leaf `index` to the root of the first `size` leaves, nearest first. */
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

/** Ranges of the proof that the tree of `older` leaves is the beginning of the tree of `newer` leaves. */
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
  // The older tree itself needs no telling; a part of it does.
  return from === 0 ? ranges : [[from, to], ...ranges]
}

const placesOf = (ranges: readonly Range[]): NodePlace[] => flatMap(ranges, subtreesOf)

/** The complete subtrees that an inclusion proof is made from: O(log n) of them. */
export const inclusionPlaces = (index: number, size: number): NodePlace[] =>
  placesOf(inclusionRanges(index, size))

/** The complete subtrees that a consistency proof is made from: O(log n) of them. */
export const consistencyPlaces = (older: number, newer: number): NodePlace[] =>
  placesOf(consistencyRanges(older, newer))

const hashOfRange = (range: Range, hashOf: NodeHash): string =>
  rootOfFrontier(subtreesOf(range).map(place => hashOf(place)))

/** Audit path from leaf `index` to the root of the first `size` leaves, nearest sibling first (RFC 6962 §2.1.1). */
export const inclusionProofFrom = (hashOf: NodeHash, index: number, size: number): string[] =>
  inclusionRanges(index, size).map(range => hashOfRange(range, hashOf))

/** Proof that the tree of `older` leaves is the beginning of the tree of `newer` leaves (RFC 6962 §2.1.2). */
export const consistencyProofFrom = (hashOf: NodeHash, older: number, newer: number): string[] =>
  consistencyRanges(older, newer).map(range => hashOfRange(range, hashOf))

const counted =
  (leaves: readonly string[]): NodeHash =>
  ({ level, index }) =>
    rootOf(leaves, index * 2 ** level, (index + 1) * 2 ** level)

/** `inclusionProofFrom` over leaves that are all at hand. */
export function inclusionProof(leaves: readonly string[], index: number, size = leaves.length): string[] {
  if (size > leaves.length) throw new RangeError(`no tree of ${size} over ${leaves.length} leaves`)
  return inclusionProofFrom(counted(leaves), index, size)
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

/** `consistencyProofFrom` over leaves that are all at hand. */
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
