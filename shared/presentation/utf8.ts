const REPLACEMENT = 0xfffd

const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff

function bytesOf(point: number): number[] {
  const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f)
  if (point < 0x80) return [point]
  if (point < 0x800) return [0xc0 | (point >> 6), tail(0)]
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)]
  return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)]
}

/** UTF-8 as `TextEncoder` makes it (a lone surrogate becomes U+FFFD); phones have no `TextEncoder`. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? REPLACEMENT
    bytes.push(...bytesOf(isSurrogate(point) ? REPLACEMENT : point))
  }
  return Uint8Array.from(bytes)
}
