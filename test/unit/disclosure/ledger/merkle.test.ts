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
} from '@shared/ledger/merkle'

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

  it('refuses what stands in no tree, and says so', () => {
    expect(() => inclusionPlaces(-1, 8)).toThrow(new RangeError('no leaf -1 in a tree of 8'))
    expect(() => inclusionPlaces(8, 8)).toThrow(new RangeError('no leaf 8 in a tree of 8'))
    expect(() => inclusionProof(leaves, 0, 71)).toThrow(new RangeError('no tree of 71 over 70 leaves'))
    expect(() => consistencyPlaces(-1, 8)).toThrow(new RangeError('no tree of -1 within 8'))
    expect(() => consistencyPlaces(9, 8)).toThrow(new RangeError('no tree of 9 within 8'))
    expect(() => consistencyProof(leaves, 1, 71)).toThrow(new RangeError('no tree of 71 over 70 leaves'))
    expect([inclusionPlaces(0, 1), consistencyPlaces(0, 8), consistencyPlaces(8, 8)]).toEqual([[], [], []])
    const root = rootOf(leaves, 0, 1)
    expect(verifyInclusion(leaves[0]!, -1, 1, [], root)).toBe(false)
    expect(verifyInclusion(leaves[0]!, 0, 0, [], root)).toBe(false)
    expect(verifyInclusion(leaves[0]!, 0, 1, [], root)).toBe(true)
    expect(verifyInclusion(leaves[0]!, 0, 1, [], leaves[1]!)).toBe(false)
  })

  it('takes the subtrees of a proof from the left, the largest first', () => {
    expect(inclusionPlaces(6, 7)).toEqual([
      { level: 1, index: 2 },
      { level: 2, index: 0 },
    ])
    expect(inclusionPlaces(0, 7)).toEqual([
      { level: 0, index: 1 },
      { level: 1, index: 1 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ])
    expect(consistencyPlaces(3, 7)).toEqual([
      { level: 0, index: 2 },
      { level: 0, index: 3 },
      { level: 1, index: 0 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ])
    expect(consistencyPlaces(4, 7)).toEqual([
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ])
  })

  it('takes no consistency on trust', () => {
    const [three, seven] = [rootOf(leaves, 0, 3), rootOf(leaves, 0, 7)]
    const proof = consistencyProof(leaves, 3, 7)
    const holds = (older: number, newer: number, before: string, now: string, path: readonly string[]) =>
      verifyConsistency(older, newer, before, now, path)
    expect(holds(3, 7, three, seven, proof)).toBe(true)
    expect(holds(3, 7, seven, seven, proof)).toBe(false)
    expect(holds(3, 7, three, three, proof)).toBe(false)
    expect(holds(7, 3, seven, three, proof)).toBe(false)
    expect(holds(-1, 3, three, three, [])).toBe(false)
    expect(holds(3, 7, three, seven, [])).toBe(false)
    expect(holds(3, 7, three, seven, proof.slice(0, -1))).toBe(false)
    expect(holds(3, 7, three, seven, [...proof, seven])).toBe(false)
    expect(holds(3, 3, three, three, [])).toBe(true)
    expect(holds(3, 3, three, seven, [])).toBe(false)
    expect(holds(3, 3, three, three, proof)).toBe(false)
    expect(holds(0, 7, EMPTY_ROOT, seven, [])).toBe(true)
    expect(holds(0, 7, EMPTY_ROOT, seven, proof)).toBe(false)
  })

  it('has the roots of the vectors of certificate transparency', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
    const bytes = inputs.map(hex => leafHash(Buffer.from(hex, 'hex').toString('latin1')))
    expect(rootOf(bytes, 0, 1)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(rootOf(bytes, 0, 2)).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')
    expect(rootOf(bytes, 0, 7)).toBe('ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c')
    expect(rootOf(bytes, 3, 3)).toBe(EMPTY_ROOT)
  })
})
