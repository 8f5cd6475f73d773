import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts small secrets, so that the database alone does not reveal them. */
export interface Vault {
  /** Encrypts the secret bound to `owner`: it cannot be decrypted for another owner. */
  seal(secret: string, owner: string): string
  /** @throws Error when it was sealed under another key, for another owner, or changed since */
  open(sealed: string, owner: string): string
}

/** Creates a vault with AES-256-GCM and a key of 32 bytes; the sealed text carries an id of the key. */
export function createVault(key: Buffer): Vault {
  const keyId = createHash('sha256').update('kid:').update(key).digest('hex').slice(0, 12)
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(owner),
      )
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `v1.${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, owner) {
      const [version, kid, text] = sealed.split('.')
      if (version !== 'v1' || kid !== keyId || !text) throw new Error('sealed under another key')
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return (
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      )
    },
  }
}
