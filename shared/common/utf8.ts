const REPLACEMENT = 0xfffd
/** Most UTF-8 bytes per UTF-16 unit. */
const BYTES_PER_UNIT = 3

const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff

/** Writes one code point and returns the offset after it. */
function put(bytes: Uint8Array, at: number, point: number): number {
  let end = at
  if (point < 0x80) {
    bytes[end++] = point
    return end
  }
  if (point < 0x800) bytes[end++] = 0xc0 | (point >> 6)
  else {
    if (point < 0x10000) bytes[end++] = 0xe0 | (point >> 12)
    else {
      bytes[end++] = 0xf0 | (point >> 18)
      bytes[end++] = 0x80 | ((point >> 12) & 0x3f)
    }
    bytes[end++] = 0x80 | ((point >> 6) & 0x3f)
  }
  bytes[end++] = 0x80 | (point & 0x3f)
  return end
}

/** Encodes UTF-8 like `TextEncoder` (a lone surrogate becomes U+FFFD), which WeChat phones lack. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * BYTES_PER_UNIT)
  let end = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? REPLACEMENT
    end = put(bytes, end, isSurrogate(point) ? REPLACEMENT : point)
  }
  return bytes.slice(0, end)
}
