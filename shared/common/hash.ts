import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import canonicalize from 'canonicalize'
import { utf8 } from './utf8'

/** Canonical JSON (RFC 8785): one text for one value, whatever the order of keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return text
}

/** SHA-256 of a UTF-8 text, lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8(text)))
