import { createHmac, timingSafeEqual } from 'node:crypto'

/** What of a person is kept as a hash only. */
export type IdentityPart = 'name' | 'tail4' | 'tail6' | 'phone'

/**
 * Keyed hash of a piece of personal data 加密散列: HMAC-SHA256 under the server's key, over the village's own salt, the kind
 * and the value. Without the key nothing can be tried out against it, and the same value differs from village to village.
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

/** Compares two hashes in the same time whatever they are; `null` never equals. */
export function sameHash(a: string | null, b: string | null): boolean {
  const equal = timingSafeEqual(Buffer.from(a ?? NOBODY, 'hex'), Buffer.from(b ?? NOBODY, 'hex'))
  return equal && a !== null && b !== null
}
