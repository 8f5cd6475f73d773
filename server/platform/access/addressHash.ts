import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'

const BYTES = 9
const MAPPED = /^::ffff:/i

/** Writes out the first four groups of an IPv6 address; any other text stays. */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::') as [string, string?]
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const between = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: between }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map(group => parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

const keyed = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest().subarray(0, BYTES).toString('base64url')

/**
 * Hashes a network address for the logs: the same one in access log 访问日志 and operations log 操作日志 for as long as the
 * secret is the same, and no address without it.
 */
export const addressHash = (secret: string, address: string): string =>
  keyed(secret, `access-log ${networkOf(address)}`)

/** Hashes the id of a villager's account for the operations log: logins of one account go together, and name nobody. */
export const accountHash = (secret: string, userId: string): string =>
  `acc_${keyed(secret, `login ${userId}`)}`
