import { dropStored, readStored, writeStored } from './storage'

/**
 * What stays readable without a network: pages as they last came, each with the moment it came.
 * Opened notices and the last 50 of the village's feed are kept; the longest unread go first.
 */
export interface Kept<T> {
  value: T
  at: string
}

const INDEX = 'archive'
const CAPACITY = 200
const keyOf = (name: string) => `page:${name}`

/** Name under which an edition of a notice is kept; without a number the newest. */
export const noticeKey = (id: string, edition?: number): string =>
  edition === undefined ? `notice:${id}` : `notice:${id}:${edition}`

const names = (): string[] => readStored<string[]>(INDEX) ?? []

export const keptPage = <T>(name: string): Kept<T> | null => readStored<Kept<T>>(keyOf(name))

export function keepPage<T>(name: string, value: T, at = new Date().toISOString()): void {
  const order = [name, ...names().filter(other => other !== name)]
  order.slice(CAPACITY).forEach(old => dropStored(keyOf(old)))
  while (!writeStored(keyOf(name), { value, at }) && order.length > 1) dropStored(keyOf(order.pop() ?? ''))
  writeStored(INDEX, order.slice(0, CAPACITY))
}

/** A page that the server no longer shows must not live on here. */
export function forgetPage(name: string): void {
  dropStored(keyOf(name))
  writeStored(
    INDEX,
    names().filter(other => other !== name),
  )
}
