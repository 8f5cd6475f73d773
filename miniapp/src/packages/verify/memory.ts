import type { Checkpoint } from '@shared/contract/disclosure/ledger'
import { serverNow } from '../../state/serverClock'
import { readStored, writeStored } from '../../state/storage'

/** Newest checkpoint seen by this phone, stored locally, independent of the server. */
export interface Remembered {
  size: number
  root: string
  publicKey: string
  /** Instant at which this phone saw it. */
  seenAt: string
}

const KEY = 'ledger-checkpoint'

export const rememberedCheckpoint = (): Remembered | null => readStored<Remembered>(KEY)

export const rememberCheckpoint = ({ size, root, publicKey }: Checkpoint): boolean =>
  writeStored(KEY, { size, root, publicKey, seenAt: serverNow().toISOString() } satisfies Remembered)
