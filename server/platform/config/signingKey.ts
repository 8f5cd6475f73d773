import { type KeyObject, createPrivateKey } from 'node:crypto'

/**
 * Reads a private key from PEM (line breaks may be written `\n`) or from the base64 of PKCS#8 DER; null for any other
 * text.
 */
export function readLedgerKey(text: string): KeyObject | null {
  try {
    const key = text.includes('-----BEGIN')
      ? createPrivateKey(text.replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
