import { createHash } from 'node:crypto'
import { type Drawable, drawCells, frameHash } from '../../../../server/domain/obligation'

/** 抽查: a draw that nobody can choose and everybody can repeat. */

const cell = (village: string, itemKey: string, month: string): Drawable => ({ village, itemKey, month })
const nameOf = ({ village, itemKey, month }: Drawable) => `${village}|${itemKey}|${month}`
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const FRAME = ['v2', 'v1', 'v3'].flatMap(village =>
  ['k2', 'k1'].flatMap(key => ['2026-02', '2026-01'].map(month => cell(village, key, month))),
)
const reversed = [...FRAME].reverse()

test('the frame’s hash is that of its names, line by line in their order, in whatever order they come', () => {
  expect(frameHash(FRAME)).toBe(sha256(FRAME.map(nameOf).sort().join('\n')))
  expect(frameHash(reversed)).toBe(frameHash(FRAME))
  expect(frameHash([])).toBe(sha256(''))
  expect(frameHash(FRAME.slice(1))).not.toBe(frameHash(FRAME))
})

test.each(['2026-11-26', 'seed', ''])('with the seed “%s” the smallest hashes are drawn', seed => {
  const lots = FRAME.map(one => ({ name: nameOf(one), lot: sha256(`${seed}\n${nameOf(one)}`) }))
  const byLot = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ name }) => name)
  for (const size of [1, 5, 11]) {
    const drawn = byLot.slice(0, size).sort()
    expect(drawCells(FRAME, seed, size).map(nameOf)).toEqual(drawn)
    expect(drawCells(reversed, seed, size).map(nameOf)).toEqual(drawn)
  }
})

test('another seed draws others; a larger sample holds the smaller one', () => {
  const draw = (seed: string, size: number) => drawCells(FRAME, seed, size).map(nameOf)
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f'].map(seed => draw(seed, 4).join())
  expect(new Set(seeds).size).toBeGreaterThan(1)
  expect(draw('a', 8)).toEqual(expect.arrayContaining(draw('a', 4)))
})

test('what is drawn comes in the order of the names, as the very cells that were given', () => {
  const drawn = drawCells(FRAME, 'seed', 12)
  expect(drawn.map(nameOf)).toEqual(FRAME.map(nameOf).sort())
  for (const one of drawn) expect(FRAME).toContain(one)
})

test('nothing is drawn of nothing, and never more than there is', () => {
  expect(drawCells([], 'seed', 3)).toEqual([])
  expect(drawCells(FRAME, 'seed', 0)).toEqual([])
  expect(drawCells(FRAME, 'seed', 99)).toHaveLength(FRAME.length)
})
