import { createHash, createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { Checkpoint, type CheckpointMark, ConsistencyProof } from '@shared/contract/disclosure/ledger'
import { checkpointText } from '@shared/ledger/checkpoint'
import { growthFault } from '@shared/ledger/verify'
import type { LedgerSigner } from '@server/platform/signer'
import { InputError } from '../command'
import { Cosigned } from './witnessBook'

const PATIENCE_MS = 20_000
/** Prefix of the 32 bytes of an Ed25519 key in its SPKI form (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

type Code = 'signature' | 'key-changed' | 'shrunk' | 'rewritten' | 'forked'

/** What a witness found wrong with a ledger. */
export interface WitnessFault {
  code: Code
  message: string
}

const WORDS: Record<Code, string> = {
  signature: '存证点的签名不对',
  'key-changed': '存证点换了签名密钥，和以前见过的不是一把',
  shrunk: '账本变短了：以前见过的条目不见了',
  rewritten: '账本被改写了：以前见过的条目不在里面',
  forked: '同样多的条目，给别人看的账本和给这里看的不一样',
}

const faultOf = (code: Code): WitnessFault => ({ code, message: WORDS[code] })

/** @throws InputError `unreachable` */
async function fetched<T>(url: URL, schema: z.ZodType<T>): Promise<T> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' })
    if (!answer.ok) throw new Error(String(answer.status))
    return schema.parse(await answer.json())
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError('unreachable', `没有取到：${url.href}（${reason}）`)
  }
}

const addressOf = (base: string, path: string): URL => new URL(`${base.replace(/\/+$/, '')}${path}`)

const newestOf = (base: string): Promise<Checkpoint> =>
  fetched(addressOf(base, '/api/v1/ledger/checkpoint'), Checkpoint)

/** Reads the newest checkpoints that another witness serves. */
export const othersOf = (base: string): Promise<Cosigned[]> =>
  fetched(addressOf(base, '/checkpoints'), z.object({ items: z.array(Cosigned) })).then(({ items }) => items)

/** Checks an Ed25519 signature over a checkpoint, by the key that its id names. */
export function isSignedBy(
  checkpoint: Checkpoint,
  { keyId, publicKey, signature }: Pick<Checkpoint, 'keyId' | 'publicKey' | 'signature'>,
): boolean {
  const raw = Buffer.from(publicKey, 'hex')
  if (createHash('sha256').update(raw).digest('hex').slice(0, 16) !== keyId) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(checkpointText(checkpoint)), key, Buffer.from(signature, 'hex'))
}

/** Asks the server to prove that its ledger grew from what was seen before; null: it did. */
async function growth(base: string, seen: CheckpointMark, now: CheckpointMark): Promise<WitnessFault | null> {
  if (now.size < seen.size) return faultOf('shrunk')
  const query = `?from=${seen.size}&to=${now.size}`
  const proof = await fetched(addressOf(base, `/api/v1/ledger/consistency${query}`), ConsistencyProof)
  const fault = growthFault(seen, now, proof)
  return fault && faultOf(fault)
}

/** Compares a checkpoint with what other witnesses were shown: the same size must have the same root. */
const forkFault = (own: CheckpointMark, others: readonly Cosigned[]): WitnessFault | null =>
  others.some(({ checkpoint }) => checkpoint.size === own.size && checkpoint.root !== own.root)
    ? faultOf('forked')
    : null

/** Cosigns a checkpoint. */
export function cosign(checkpoint: Checkpoint, signer: LedgerSigner, now: Date): Cosigned {
  const { keyId, publicKey } = signer
  const signature = signer.sign(checkpointText(checkpoint))
  return { checkpoint, seenAt: now.toISOString(), witness: { keyId, publicKey, signature } }
}

/**
 * Looks at a ledger once: signature, key and growth against every checkpoint that was kept, and whether others were shown
 * another ledger.
 */
export async function look(
  base: string,
  kept: readonly Cosigned[],
  others: readonly Cosigned[],
): Promise<{ checkpoint: Checkpoint; fault: WitnessFault | null }> {
  const checkpoint = await newestOf(base)
  if (!isSignedBy(checkpoint, checkpoint)) return { checkpoint, fault: faultOf('signature') }
  const last = kept.at(-1)?.checkpoint
  if (last && last.publicKey !== checkpoint.publicKey) return { checkpoint, fault: faultOf('key-changed') }
  const fault = last ? await growth(base, last, checkpoint) : null
  if (fault) return { checkpoint, fault }
  for (const { checkpoint: other } of others) {
    if (!isSignedBy(other, other) || other.size > checkpoint.size) continue
    const theirs = await growth(base, other, checkpoint)
    if (theirs) return { checkpoint, fault: faultOf('forked') }
  }
  return { checkpoint, fault: forkFault(checkpoint, others) }
}
