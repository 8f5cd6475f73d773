import { createHash, timingSafeEqual } from 'node:crypto'

/** Parameters in the address of a push. */
export interface PushSignature {
  signature: string
  /** Seconds since 1970. */
  timestamp: string
  nonce: string
}

/** Milliseconds for which a signature is taken: a push is repeated within seconds. */
const LIFE_MS = 10 * 60_000

/** Returns the signature that WeChat gives: SHA-1 of token, timestamp and nonce, sorted and joined. */
export const signPush = (token: string, { timestamp, nonce }: Omit<PushSignature, 'signature'>): string =>
  createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')

/** Checks that a push knows the message token and is not an old one sent again. */
export function isFromWechat(token: string, given: PushSignature, now: Date): boolean {
  const wanted = Buffer.from(signPush(token, given))
  const signature = Buffer.from(given.signature)
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted)) return false
  return Math.abs(now.getTime() - Number(given.timestamp) * 1000) <= LIFE_MS
}
