import { flatMap } from '@shared/common/lists'
import type { NoticePage } from '@shared/contract/reading/site'
import { serverNow } from './serverClock'
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
const LARGEST = 1_000_000
const keyOf = (name: string) => `page:${name}`

/** Name under which an edition of a notice is kept; without a number the newest. */
export const noticeKey = (id: string, edition?: number): string =>
  edition === undefined ? `notice:${id}` : `notice:${id}:${edition}`

const names = (): string[] => readStored<string[]>(INDEX) ?? []

/** Do names stand on it whose publicity period is over? */
function isOver(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('namesUntil' in value)) return false
  return typeof value.namesUntil === 'string' && serverNow().getTime() >= Date.parse(value.namesUntil)
}

/** A page as it last came. One with names goes when their publicity period ends: without a network nothing folds them. */
export function keptPage<T>(name: string): Kept<T> | null {
  const kept = readStored<Kept<T>>(keyOf(name))
  if (!kept || !isOver(kept.value)) return kept
  forgetPage(name)
  return null
}

const byteOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : 3)

/** Too much for one name, whatever else is dropped: WeChat takes a megabyte of UTF-8. */
function isTooLarge(value: unknown): boolean {
  const json = JSON.stringify(value)
  let bytes = 0
  for (let at = 0; at < json.length; at += 1) bytes += byteOf(json.charCodeAt(at))
  return bytes > LARGEST
}

/** Keeps a page, at the price of those that have longest been unread; one that is too large is not kept at all. */
export function keepPage<T>(name: string, value: T, at = serverNow().toISOString()): void {
  const order = [name, ...names().filter(other => other !== name)]
  order.splice(CAPACITY).forEach(old => dropStored(keyOf(old)))
  while (!writeStored(keyOf(name), { value, at })) {
    if (order.length === 1 || isTooLarge({ value, at })) return forgetPage(name)
    dropStored(keyOf(order.pop() ?? ''))
  }
  writeStored(INDEX, order)
}

/** A page that the server no longer shows must not live on here. */
export function forgetPage(name: string): void {
  dropStored(keyOf(name))
  writeStored(
    INDEX,
    names().filter(other => other !== name),
  )
}

/** Newest editions that can be read without a network, the last published first. */
export const keptNotices = (): NoticePage[] =>
  flatMap(
    names().filter(name => /^notice:[^:]+$/.test(name)),
    name => keptPage<NoticePage>(name)?.value ?? [],
  )
    .filter(({ withdrawn }) => !withdrawn)
    .sort((one, other) => other.notice.publishedAt.localeCompare(one.notice.publishedAt))
