import { type KeyObject, createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config'
import { readLedgerKey } from './config/signingKey'

/** Signs checkpoints with the operator's Ed25519 key. */
export interface LedgerSigner {
  /** First 16 hex digits of the SHA-256 of the public key. */
  keyId: string
  /** 32 bytes, hex. */
  publicKey: string
  /** Ed25519 signature of a UTF-8 text, hex. */
  sign(text: string): string
}

/** The raw key is the last 32 bytes of its SPKI form. */
const RAW_BYTES = 32
const KEY_FILE = 'ledger-key.pem'

export function signerOf(key: KeyObject): LedgerSigner {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const raw = spki.subarray(spki.length - RAW_BYTES)
  return {
    keyId: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    publicKey: raw.toString('hex'),
    sign: text => sign(null, Buffer.from(text), key).toString('hex'),
  }
}

/** Returns the development key of a data folder; creates it on first use, readable by its owner only. */
function developmentKey(dataDir: string): KeyObject {
  const file = path.join(dataDir, KEY_FILE)
  mkdirSync(dataDir, { recursive: true })
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    return privateKey
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = readLedgerKey(readFileSync(file, 'utf8'))
  if (!key) throw new Error(`存证签名私钥读不懂：${file}`)
  return key
}

/** Creates the signer with the operator's key from the configuration, or with the data folder's key in development. */
export const createSigner = ({ ledgerKey, dataDir }: Pick<Config, 'ledgerKey' | 'dataDir'>): LedgerSigner =>
  signerOf(ledgerKey ?? developmentKey(dataDir))
