import canonicalize from 'canonicalize'
import { bytesToHex, sha256 } from './bytes'
import { utf8 } from './utf8'

/** Serialises a value as canonical JSON (RFC 8785), independent of key order. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return text
}

/** Hashes a UTF-8 text with SHA-256, lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8(text)))
