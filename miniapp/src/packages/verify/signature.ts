import { ed25519 } from '@noble/curves/ed25519'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils'
import { checkpointText } from '@shared/domain/ledger/checkpoint'
import { utf8 } from '@shared/presentation/utf8'
import type { Checkpoint } from '@shared/schemas/ledger'

/** Did the named key sign the checkpoint? Loaded only where its arithmetic can run, see examine.ts. */
export function isSigned(checkpoint: Checkpoint): boolean {
  const { signature, publicKey, keyId } = checkpoint
  try {
    if (!bytesToHex(sha256(hexToBytes(publicKey))).startsWith(keyId)) return false
    return ed25519.verify(signature, utf8(checkpointText(checkpoint)), publicKey)
  } catch {
    return false
  }
}
