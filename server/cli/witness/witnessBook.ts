import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Checkpoint } from '@shared/contract/disclosure/ledger'
import { Instant, SHA256 } from '@shared/contract/common'

/** A checkpoint that a witness 见证方 has seen grow from the one before, with the witness's signature over it. */
export const Cosigned = z.object({
  checkpoint: Checkpoint,
  seenAt: Instant,
  witness: z.object({
    keyId: Checkpoint.shape.keyId,
    publicKey: SHA256,
    /** Ed25519 over the text of the checkpoint, the same text that the operator signs. */
    signature: Checkpoint.shape.signature,
  }),
})
export type Cosigned = z.infer<typeof Cosigned>

const fileIn = (folder: string): string => path.join(folder, 'witness.jsonl')

/** Reads what the witness has kept, the oldest first. */
export function readBook(folder: string): Cosigned[] {
  if (!existsSync(fileIn(folder))) return []
  const lines = readFileSync(fileIn(folder), 'utf8').split('\n').filter(Boolean)
  return lines.flatMap(line => Cosigned.safeParse(JSON.parse(line)).data ?? [])
}

export function keepInBook(folder: string, cosigned: Cosigned): void {
  mkdirSync(folder, { recursive: true })
  appendFileSync(fileIn(folder), `${JSON.stringify(cosigned)}\n`)
}
