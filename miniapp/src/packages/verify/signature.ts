import { bytesToHex, hexToBytes, sha256 } from '@shared/common/bytes'
import { checkpointText } from '@shared/ledger/checkpoint'
import { utf8 } from '@shared/common/utf8'
import type { Checkpoint } from '@shared/contract/disclosure/ledger'
import nacl from 'tweetnacl'

/**
 * True if the named key signed the checkpoint (Ed25519). tweetnacl needs neither BigInt nor TextEncoder, which
 * old phones lack.
 */
export function isSigned(checkpoint: Checkpoint): boolean {
  try {
    const [key, signature] = [checkpoint.publicKey, checkpoint.signature].map(hexToBytes) as [
      Uint8Array,
      Uint8Array,
    ]
    const named = bytesToHex(sha256(key)).startsWith(checkpoint.keyId)
    return named && nacl.sign.detached.verify(utf8(checkpointText(checkpoint)), signature, key)
  } catch {
    return false
  }
}
