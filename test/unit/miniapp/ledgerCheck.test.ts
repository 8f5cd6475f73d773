import { append, EMPTY_TREE, type LedgerFact } from '@server/disclosure/ledger/chain'
import { COMMITTED_FIELDS, commitmentsOf, type CommittedValues, type Salts } from '@shared/ledger/entry'
import { inclusionProof, rootOf } from '@shared/ledger/merkle'
import type { NoticeProof } from '@shared/contract/disclosure/ledger'
import { presentedHash } from '@shared/ledger/verify'
import { checkShown } from '../../../miniapp/src/pages/notice/ledgerCheck'
import { presentEdition } from '@server/disclosure/publications'
import { presentedNotice, publicationRow } from '../../support/presenters/rows'

const { item, record } = presentedNotice()
const publication = publicationRow()
const presented = presentEdition({ publication, item, record }, false)
const notice = { id: 'ntc_1', edition: 1 } as never
const shown = presentedHash(presented)

const SALTS = Object.fromEntries(COMMITTED_FIELDS.map((field, at) => [field, `${at}`.repeat(32).slice(0, 32)])) as unknown as Salts // prettier-ignore
const VALUES = { presentedSha256: shown, foldedSha256: 'b'.repeat(64), title: '标题' } as unknown as CommittedValues // prettier-ignore
const fact = (noticeId: string, commitments: object) =>
  ({ noticeId, edition: 1, recordedAt: '2026-03-05T02:00:00.000Z', commitments }) as unknown as LedgerFact
const one = append(EMPTY_TREE, null, fact('other', {}))
const two = append(one.tree, null, fact('ntc_1', commitmentsOf(SALTS, VALUES)))
const leaves = [one.leaf, two.leaf]
const proof = {
  entry: two.entry,
  leaf: two.leaf,
  checkpoint: { size: 2, root: rootOf(leaves) },
  proof: inclusionProof(leaves, 1),
  presentedSha256: { salt: SALTS.presentedSha256, value: shown },
  foldedSha256: { salt: SALTS.foldedSha256, value: 'b'.repeat(64) },
} as unknown as NoticeProof

interface Place {
  path: string
  holder: Record<string, unknown>
  key: string
}

/** Every single value below a value. */
function placesIn(value: unknown, path: string): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(key =>
    typeof holder[key] === 'object' && holder[key] !== null
      ? placesIn(holder[key], `${path}.${key}`)
      : [{ path: `${path}.${key}`, holder, key }],
  )
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Values that a liar may put in place of one. */
const lies = (value: unknown): unknown[] =>
  typeof value === 'string' ? [`${value}1`, value.slice(1), null] : typeof value === 'number' ? [value + 1, -1] : ['改'] // prettier-ignore

test('what was published is proved', () => {
  expect(presented.sha256).not.toBe('')
  expect(checkShown({ notice }, shown, proof)).toBe('proved')
})

test('no change of a record, of a hundred kinds and more, is ever called proved', () => {
  const places = placesIn(presented.blocks, 'blocks')
  let kinds = 0
  for (const [nth, { path, key, holder }] of places.entries()) {
    for (const lie of lies(holder[key])) {
      const changed = copy(presented)
      const place = placesIn(changed.blocks, 'blocks')[nth]!
      place.holder[place.key] = lie
      expect([path, lie, checkShown({ notice }, presentedHash(changed), proof)]).toEqual([path, lie, 'wrong'])
      kinds += 1
    }
  }
  const rows = copy(presented)
  rows.blocks.reverse()
  expect(checkShown({ notice }, presentedHash(rows), proof)).toBe('wrong')
  expect(checkShown({ notice }, presentedHash({ blocks: [] }), proof)).toBe('wrong')
  expect(kinds).toBeGreaterThan(100)
})

test('no change of a proof lets a changed record pass, and a false proof is wrong', () => {
  const forged = copy(presented)
  Object.assign(placesIn(forged.blocks, '')[0]!.holder, { label: '改过' })
  const hash = presentedHash(forged)
  const helpful: NoticeProof = { ...proof, presentedSha256: { salt: SALTS.presentedSha256, value: hash } }
  expect(checkShown({ notice }, hash, helpful)).toBe('wrong')
  for (const [nth, { path, holder, key }] of placesIn(proof, 'proof').entries()) {
    if (path.startsWith('proof.foldedSha256')) continue
    for (const lie of lies(holder[key])) {
      const changed = copy(proof)
      const place = placesIn(changed, 'proof')[nth]!
      place.holder[place.key] = lie
      expect([path, lie, checkShown({ notice }, shown, changed)]).toEqual([path, lie, 'wrong'])
    }
  }
  expect(checkShown({ notice }, shown, { ...proof, presentedSha256: null })).toBe('wrong')
})
