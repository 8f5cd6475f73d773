import { createHmac, timingSafeEqual } from 'node:crypto'

/** Personal data stored only as a hash. */
export type IdentityPart = 'name' | 'tail4' | 'tail6' | 'phone'

/**
 * Hashes a piece of personal data 加密散列: HMAC-SHA256 with the server's key over the village's salt, the kind and the value.
 * Prevents guessing without the key; the same value differs from village to village.
 */
export function identityHash(
  key: string,
  salt: string,
  part: IdentityPart,
  ...values: readonly string[]
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['mingbai-identity-1', salt, part, ...values]))
    .digest('hex')
}

const NOBODY = '0'.repeat(64)

/** Compares two hashes in constant time; `null` never equals. */
export function sameHash(a: string | null, b: string | null): boolean {
  const equal = timingSafeEqual(Buffer.from(a ?? NOBODY, 'hex'), Buffer.from(b ?? NOBODY, 'hex'))
  return equal && a !== null && b !== null
}
