import type { Checkpoint, NoticeProof } from '@shared/contract/disclosure/ledger'
import { append, EMPTY_TREE, laterOf, type LedgerFact } from '../../../../server/disclosure/ledger/chain'
import { checkpointDue, checkpointText } from '@shared/ledger/checkpoint'
import {
  commitment,
  COMMITTED_FIELDS,
  commitmentsOf,
  type CommittedValues,
  leafOf,
  type Salts,
} from '@shared/ledger/entry'
import { consistencyProof, inclusionProof, rootOf, rootOfFrontier } from '@shared/ledger/merkle'
import { growthFault, noticeFault } from '@shared/ledger/verify'
import { canonicalJson, sha256Hex } from '@shared/common/hash'

const fact = (name: string, recordedAt = '2026-03-05T02:00:00.000Z') =>
  ({ noticeId: name, edition: 1, recordedAt, commitments: {} }) as unknown as LedgerFact

describe('an entry in its place', () => {
  test('goes to the end of the ledger and of its organisation’s chain', () => {
    const first = append(EMPTY_TREE, null, fact('a'))
    expect(first.entry).toMatchObject({
      format: 'mingbai-entry-1',
      noticeId: 'a',
      index: 0,
      orgIndex: 0,
      previous: null,
      recordedAt: '2026-03-05T02:00:00.000Z',
    })
    expect(first.leaf).toBe(leafOf(first.entry))
    expect(first.tree).toEqual({ size: 1, frontier: [first.leaf], at: '2026-03-05T02:00:00.000Z' })
    expect(first.chain).toEqual({ length: 1, leaf: first.leaf })
    expect(first.nodes).toEqual([{ level: 0, index: 0, hash: first.leaf }])

    const other = append(first.tree, null, fact('b'))
    expect(other.entry).toMatchObject({ index: 1, orgIndex: 0, previous: null })
    const second = append(other.tree, first.chain, fact('c'))
    expect(second.entry).toMatchObject({ index: 2, orgIndex: 1, previous: first.leaf })
    expect(second.chain).toEqual({ length: 2, leaf: second.leaf })
    expect(second.tree.size).toBe(3)
    expect(rootOfFrontier(second.tree.frontier)).toBe(rootOf([first.leaf, other.leaf, second.leaf]))
    expect(other.nodes.map(({ level, index }) => [level, index])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  test('is never dated before the one in front of it', () => {
    const late = append(EMPTY_TREE, null, fact('a', '2026-03-05T02:00:00.000Z'))
    const early = append(late.tree, null, fact('b', '2026-03-05T01:59:59.999Z'))
    expect([early.entry.recordedAt, early.tree.at]).toEqual([
      '2026-03-05T02:00:00.000Z',
      '2026-03-05T02:00:00.000Z',
    ])
    expect(EMPTY_TREE).toEqual({ size: 0, frontier: [], at: '1970-01-01T00:00:00.000Z' })
    expect(laterOf('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z')).toBe('2026-01-01T00:00:00Z')
    expect(laterOf('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')).toBe('2026-01-02T00:00:00Z')
  })
})

describe('a checkpoint', () => {
  const newest = { size: 5, at: '2026-03-05T00:00:00.000Z' }
  const at = (time: string) => new Date(time)

  test('is due when entries stand outside the newest one, and daily', () => {
    expect(checkpointDue({ size: 0 }, null, at('2026-03-05T00:00:00Z'))).toBe(false)
    expect(checkpointDue({ size: 1 }, null, at('2026-03-05T00:00:00Z'))).toBe(true)
    expect(checkpointDue({ size: 6 }, newest, at('2026-03-05T00:00:00Z'))).toBe(true)
    expect(checkpointDue({ size: 5 }, newest, at('2026-03-05T23:59:59.999Z'))).toBe(false)
    expect(checkpointDue({ size: 5 }, newest, at('2026-03-06T00:00:00.000Z'))).toBe(true)
    expect(checkpointDue({ size: 0 }, newest, at('2027-01-01T00:00:00Z'))).toBe(false)
  })

  test('is signed over its facts alone, in one order', () => {
    const facts = { at: newest.at, root: 'r', keyId: 'k', size: 5, number: 2 }
    const text =
      '{"at":"2026-03-05T00:00:00.000Z","format":"mingbai-checkpoint-1","keyId":"k","number":2,"root":"r","size":5}'
    expect(checkpointText(facts)).toBe(text)
    expect(checkpointText({ ...facts, signature: 's', publicKey: 'p' } as Checkpoint)).toBe(text)
  })
})

const VALUES: CommittedValues = {
  title: '标题',
  sentence: '一句话',
  content: { blocks: [] },
  presentedSha256: 'a'.repeat(64),
  foldedSha256: 'b'.repeat(64),
  author: '张*',
  signOff: { by: '李*' },
  reason: null,
  meeting: null,
  publicity: { days: 7 },
  presentation: 2,
}
const SALTS = Object.fromEntries(
  COMMITTED_FIELDS.map((field, at) => [field, String(at).padStart(64, '0')]),
) as unknown as Salts

test('every field has a commitment of its own, which nothing but its salt and words opens', () => {
  const all = commitmentsOf(SALTS, VALUES)
  expect(Object.keys(all)).toEqual([
    'title',
    'sentence',
    'content',
    'presentedSha256',
    'foldedSha256',
    'author',
    'signOff',
    'reason',
    'meeting',
    'publicity',
    'presentation',
  ])
  expect(all.title).toBe(sha256Hex(canonicalJson([SALTS.title, 'title', '标题'])))
  expect(all.meeting).toBe(commitment(SALTS.meeting, 'meeting', null))
  expect(new Set(Object.values(all)).size).toBe(COMMITTED_FIELDS.length)
  expect(commitment(SALTS.title, 'author', '标题')).not.toBe(all.title)
  expect(commitment(SALTS.author, 'title', '标题')).not.toBe(all.title)
})

describe('what a phone finds wrong with a notice', () => {
  const commitments = commitmentsOf(SALTS, VALUES)
  const opened = { ...fact('ntc_1'), commitments } as unknown as LedgerFact
  const one = append(EMPTY_TREE, null, fact('other'))
  const two = append(one.tree, null, opened)
  const leaves = [one.leaf, two.leaf]
  const proof = {
    entry: two.entry,
    leaf: two.leaf,
    checkpoint: { size: 2, root: rootOf(leaves) },
    proof: inclusionProof(leaves, 1),
    presentedSha256: { salt: SALTS.presentedSha256, value: VALUES.presentedSha256 },
    foldedSha256: { salt: SALTS.foldedSha256, value: VALUES.foldedSha256 },
  } as unknown as NoticeProof
  const shown = { noticeId: 'ntc_1', edition: 1, presentedSha256: VALUES.presentedSha256 }
  const changed = (more: object) => ({ ...proof, ...more }) as NoticeProof

  test('nothing, as it was published and as names are folded later', () => {
    expect(noticeFault(shown, proof)).toBeNull()
    expect(noticeFault({ ...shown, presentedSha256: 'b'.repeat(64) }, proof)).toBeNull()
    expect(noticeFault(shown, changed({ foldedSha256: null }))).toBeNull()
  })

  test('the first thing that is wrong', () => {
    expect(noticeFault({ ...shown, noticeId: 'ntc_2' }, proof)).toBe('other-notice')
    expect(noticeFault({ ...shown, edition: 2 }, proof)).toBe('other-notice')
    expect(noticeFault(shown, changed({ leaf: one.leaf }))).toBe('leaf')
    expect(noticeFault(shown, changed({ entry: { ...two.entry, title: '改' } }))).toBe('leaf')
    expect(noticeFault(shown, changed({ proof: [] }))).toBe('path')
    expect(noticeFault(shown, changed({ presentedSha256: null }))).toBe('erased')
    expect(noticeFault({ ...shown, presentedSha256: 'c'.repeat(64) }, proof)).toBe('content')
    const salted = { salt: SALTS.title, value: VALUES.presentedSha256 }
    expect(noticeFault(shown, changed({ presentedSha256: salted }))).toBe('content')
    const folded = { ...shown, presentedSha256: 'b'.repeat(64) }
    expect(noticeFault(folded, changed({ foldedSha256: null }))).toBe('content')
    const crossed = { salt: SALTS.presentedSha256, value: VALUES.presentedSha256 }
    expect(noticeFault(folded, changed({ foldedSha256: crossed }))).toBe('content')
  })

  test('a ledger may only grow', () => {
    const three = append(two.tree, null, fact('third'))
    const all = [...leaves, three.leaf]
    const before = { size: 2, root: rootOf(leaves) }
    const now = { size: 3, root: rootOf(all) }
    const grown = { from: 2, to: 3, proof: consistencyProof(all, 2) } as never
    expect(growthFault(before, now, grown)).toBeNull()
    expect(growthFault(before, before, null)).toBeNull()
    expect(growthFault(before, before, grown)).toBeNull()
    expect(growthFault(now, before, grown)).toBe('shrunk')
    expect(growthFault(before, now, null)).toBe('rewritten')
    expect(growthFault({ ...before, root: one.leaf }, now, grown)).toBe('rewritten')
    expect(growthFault(before, { ...before, root: one.leaf }, null)).toBe('rewritten')
  })
})
