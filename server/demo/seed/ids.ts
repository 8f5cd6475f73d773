import { createHash } from 'node:crypto'
import type { newId } from '@server/platform/store/collection'

/** Creates a readable id from its key: the same on every machine, so that links to the demonstration stay valid. */
export function seedId(prefix: Parameters<typeof newId>[0], ...key: (string | number)[]): string {
  const digest = createHash('sha256').update(key.join('|')).digest('hex')
  return `${prefix}_${BigInt(`0x${digest.slice(0, 26)}`)
    .toString(36)
    .padStart(20, '0')
    .slice(-20)}`
}
