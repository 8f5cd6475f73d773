import { hash } from 'fast-sha256'

/** Hashes bytes with SHA-256. Needs no BigInt, which iOS 13 lacks. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes)

/** Writes bytes as lower-case hex. */
export const bytesToHex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** Reads hex of any case. @throws RangeError on anything else */
export function hexToBytes(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new RangeError('not a hexadecimal text')
  return Uint8Array.from({ length: hex.length / 2 }, (_byte, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  )
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
