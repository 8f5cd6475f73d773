import fc from 'fast-check'
import { MAX_PIECE, OVERLAP, piecesOf } from '../../../../server/platform/wechat/textPieces'

const text = fc.string({ unit: fc.constantFrom('村', 'a', '😀', '\n'), maxLength: 6_000, size: 'max' })

test('a short text is one piece', () => {
  expect(piecesOf('', MAX_PIECE)).toEqual([''])
  expect(piecesOf('村'.repeat(MAX_PIECE), MAX_PIECE)).toHaveLength(1)
  expect(piecesOf('村'.repeat(MAX_PIECE + 1), MAX_PIECE)).toHaveLength(2)
})

test('no piece is too long, none parts a character, and every stretch stands whole in one of them', () => {
  fc.assert(
    fc.property(text, fc.nat(6_000), (whole, at) => {
      const pieces = piecesOf(whole, MAX_PIECE)
      expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(MAX_PIECE)
      expect(pieces.every(piece => piece === Buffer.from(piece).toString())).toBe(true)
      const stretch = whole.slice(at, at + OVERLAP - 1)
      expect(pieces.some(piece => piece.includes(stretch))).toBe(true)
    }),
    { numRuns: 60 },
  )
})
