import type { FileContext } from './context'
import { scanText, type Place, type PlacedFinding } from '@server/domain/privacy'
import { LineIndex, placed } from './place'

const BASE64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{20,200000}={0,2}/g
const ESCAPED =
  /(?:%[0-9A-Fa-f]{2}|&#x?[0-9A-Fa-f]{1,6};|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})[^\s<>"]{0,400}/g
const FEWEST_ESCAPES = 3
const MOST = 2_000

/** Returns the words in a base64 piece; '' when it is none: bytes that are no text, or letters and figures of something else. */
function fromBase64(piece: string): string {
  const text = Buffer.from(piece, 'base64').toString('utf8')
  return /[\ufffd\0-\x08\x0e-\x1f\x7f]/.test(text) ? '' : text
}

const fromEscapes = (piece: string): string =>
  piece
    .replace(
      /%([0-9A-Fa-f]{2})|\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})/g,
      (_, ...codes: (string | undefined)[]) =>
        String.fromCharCode(Number.parseInt(codes.slice(0, 3).find(Boolean) ?? '20', 16)),
    )
    .replace(/&#(x?)([0-9A-Fa-f]{1,6});/g, (_, hex: string, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, hex ? 16 : 10) || 32, 0x10ffff)),
    )

/** Scans pieces of a text that are written in base64 or in escapes, as programs leave them. */
export function scanEncoded(text: string, base: Place = {}, context: FileContext = {}): PlacedFinding[] {
  const pieces = [
    ...[...text.matchAll(BASE64)]
      .slice(0, MOST)
      .map(({ 0: piece, index }) => ({ index, words: fromBase64(piece) })),
    ...[...text.matchAll(ESCAPED)]
      .filter(({ 0: piece }) => (piece.match(/[%&\\]/g)?.length ?? 0) >= FEWEST_ESCAPES)
      .slice(0, MOST)
      .map(({ 0: piece, index }) => ({ index, words: fromEscapes(piece) })),
  ]
  const lines = new LineIndex(text)
  return pieces.flatMap(({ index, words }) =>
    scanText(words, context)
      .filter(({ severity }) => severity === 'block')
      .map(finding => placed(finding, { ...base, ...lines.at(index), part: '编码的文字' })),
  )
}
