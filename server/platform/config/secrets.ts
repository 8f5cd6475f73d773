import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** Fewest bits that a secret must have by the frequencies of its own characters. */
const LEAST_BITS = 80
const FILE = 'secrets.json'

/** Entropy of a text in bits, by the frequencies of its characters; of a repeated text that of one turn. */
function bitsOf(text: string): number {
  const turn = text.slice(0, (text + text).indexOf(text, 1))
  const counts = new Map<string, number>()
  for (const letter of turn) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= count * Math.log2(count / turn.length)
  return bits
}

/** Checks whether a secret can be guessed: few different characters, or a short text again and again. */
export const isWeak = (secret: string): boolean => bitsOf(secret) < LEAST_BITS

/** Checks whether a key in base64 can be guessed. */
export const isWeakKey = (base64: string): boolean => isWeak(Buffer.from(base64, 'base64').toString('latin1'))

/** Secrets of an installation with the embedded database, by variable. */
const FolderSecrets = z.object({
  JWT_SECRET: z.string().min(32),
  IDENTITY_KEY: z.string().min(32),
  SECOND_FACTOR_KEY: z.string().min(32),
})
type FolderSecrets = z.infer<typeof FolderSecrets>

const freshSecrets = (): FolderSecrets => ({
  JWT_SECRET: randomBytes(32).toString('base64'),
  IDENTITY_KEY: randomBytes(32).toString('base64'),
  SECOND_FACTOR_KEY: randomBytes(32).toString('base64'),
})

function storedSecrets(dataDir: string): FolderSecrets | null {
  let text: string
  try {
    text = readFileSync(path.join(dataDir, FILE), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return FolderSecrets.parse(JSON.parse(text))
}

/**
 * Returns the secrets of a data folder; makes random ones on first use, readable by their owner only. `store` writes
 * them: of two processes that start at the same time the second reads those of the first.
 */
export function folderSecrets(dataDir: string): { secrets: FolderSecrets; store: () => FolderSecrets } {
  const known = storedSecrets(dataDir)
  const secrets = known ?? freshSecrets()
  const store = (): FolderSecrets => {
    if (known) return known
    mkdirSync(dataDir, { recursive: true })
    try {
      writeFileSync(path.join(dataDir, FILE), JSON.stringify(secrets, null, 1), { mode: 0o600, flag: 'wx' })
      return secrets
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return storedSecrets(dataDir) ?? secrets
    }
  }
  return { secrets, store }
}
