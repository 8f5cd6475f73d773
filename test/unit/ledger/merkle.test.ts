import {
  type NodePlace,
  consistencyPlaces,
  consistencyProof,
  consistencyProofFrom,
  EMPTY_ROOT,
  grow,
  inclusionPlaces,
  inclusionProof,
  inclusionProofFrom,
  leafHash,
  rootOf,
  rootOfFrontier,
  verifyConsistency,
  verifyInclusion,
} from '@shared/domain/ledger/merkle'

const leaves = Array.from({ length: 70 }, (_, index) => leafHash(`entry ${index}`))

describe('the right edge of the tree', () => {
  it('grows leaf by leaf to the very roots and subtrees of the whole tree', () => {
    let frontier: string[] = []
    expect(rootOfFrontier(frontier)).toBe(EMPTY_ROOT)
    const known = new Map<string, string>()
    leaves.forEach((leaf, size) => {
      const grown = grow(frontier, size, leaf)
      frontier = grown.frontier
      for (const { level, index, hash } of grown.nodes) {
        known.set(`${level}.${index}`, hash)
        expect(hash).toBe(rootOf(leaves, index * 2 ** level, (index + 1) * 2 ** level))
      }
      expect(rootOfFrontier(frontier)).toBe(rootOf(leaves, 0, size + 1))
    })
    const hashOf = ({ level, index }: NodePlace) => known.get(`${level}.${index}`)!
    expect(inclusionProofFrom(hashOf, 41, 67)).toEqual(inclusionProof(leaves, 41, 67))
    expect(consistencyProofFrom(hashOf, 29, 67)).toEqual(consistencyProof(leaves, 29, 67))
  })

  it('needs few subtrees for a proof in a ledger of a million', () => {
    expect(inclusionPlaces(123_456, 1_000_003).length).toBeLessThanOrEqual(40)
    expect(consistencyPlaces(123_456, 1_000_003).length).toBeLessThanOrEqual(60)
  })
})

describe('Merkle tree of RFC 6962', () => {
  it('knows the hashes of the standard: empty tree and empty leaf', () => {
    expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(leafHash('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })

  it('proves every leaf in every tree up to 70, and no leaf at another place', () => {
    for (let size = 1; size <= leaves.length; size++) {
      const root = rootOf(leaves, 0, size)
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(leaves, index, size)
        expect(verifyInclusion(leaves[index]!, index, size, proof, root)).toBe(true)
        if (size > 1) {
          expect(verifyInclusion(leaves[index]!, (index + 1) % size, size, proof, root)).toBe(false)
          expect(verifyInclusion(leafHash('forged'), index, size, proof, root)).toBe(false)
        }
      }
    }
  })

  it('proves every older tree to be the beginning of every newer one', () => {
    for (let newer = 1; newer <= 40; newer++) {
      for (let older = 0; older <= newer; older++) {
        const proof = consistencyProof(leaves, older, newer)
        const roots = [rootOf(leaves, 0, older), rootOf(leaves, 0, newer)] as const
        expect(verifyConsistency(older, newer, ...roots, proof)).toBe(true)
      }
    }
  })

  it('finds a tree that was rebuilt with one older entry changed, whichever it was', () => {
    for (let changed = 0; changed < 20; changed++) {
      const forged = leaves.with(changed, leafHash('forged'))
      const proof = consistencyProof(forged, 20, 40)
      expect(verifyConsistency(20, 40, rootOf(leaves, 0, 20), rootOf(forged, 0, 40), proof)).toBe(false)
    }
  })

  it('refuses proofs that are too short, too long or for no such tree', () => {
    const proof = inclusionProof(leaves, 3, 8)
    const root = rootOf(leaves, 0, 8)
    expect(verifyInclusion(leaves[3]!, 3, 8, proof.slice(1), root)).toBe(false)
    expect(verifyInclusion(leaves[3]!, 3, 8, [...proof, root], root)).toBe(false)
    expect(verifyInclusion(leaves[3]!, 8, 8, proof, root)).toBe(false)
    expect(() => inclusionProof(leaves, 8, 8)).toThrow(RangeError)
  })
})
