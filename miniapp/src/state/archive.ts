import { flatMap } from '@shared/common/lists'
import type { NoticePage } from '@shared/contract/reading/site'
import { serverNow } from './serverClock'
import { dropStored, readStored, whenFull, writeStored } from './storage'

/**
 * Offline copy of a page with the time of its loading. Stores opened notices and the last 50 of the village's
 * feed; evicts the least recently read first.
 */
export interface Kept<T> {
  value: T
  at: string
}

const INDEX = 'archive'
const CAPACITY = 200
const keyOf = (name: string) => `page:${name}`

/** Storage name of a notice's edition; without a number the newest. */
export const noticeKey = (id: string, edition?: number): string =>
  edition === undefined ? `notice:${id}` : `notice:${id}:${edition}`

const names = (): string[] => readStored<string[]>(INDEX) ?? []

/** True if the cached page shows names past their publicity period. */
function isOver(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('namesUntil' in value)) return false
  return typeof value.namesUntil === 'string' && serverNow().getTime() >= Date.parse(value.namesUntil)
}

/** True if an older program stored the page, whose fields had other names. */
const isFormer = (value: unknown): boolean => /"(duty|mendBy)":/.test(JSON.stringify(value))

/**
 * Returns the last copy of a page. A copy with names is dropped after their publicity period, since folding
 * needs the server; so is a copy of an older program.
 */
export function keptPage<T>(name: string): Kept<T> | null {
  const kept = readStored<Kept<T>>(keyOf(name))
  if (!kept || !(isOver(kept.value) || isFormer(kept.value))) return kept
  forgetPage(name)
  return null
}

/** Drops the least recently read page for whatever needs the room; false if none is left. */
function dropOldest(): boolean {
  const order = names()
  const oldest = order.pop()
  if (oldest === undefined) return false
  dropStored(keyOf(oldest))
  writeStored(INDEX, order)
  return true
}

whenFull(dropOldest)

/** Stores a page, evicting the least recently read ones; a page that is too large is not stored. */
export function keepPage<T>(name: string, value: T, at = serverNow().toISOString()): void {
  const order = [name, ...names().filter(other => other !== name)]
  order.splice(CAPACITY).forEach(old => dropStored(keyOf(old)))
  writeStored(INDEX, order)
  if (!writeStored(keyOf(name), { value, at })) forgetPage(name)
}

/** Deletes the copy of a page that the server no longer shows. */
export function forgetPage(name: string): void {
  dropStored(keyOf(name))
  writeStored(
    INDEX,
    names().filter(other => other !== name),
  )
}

/** Lists the newest editions available offline, the last published first. */
export const keptNotices = (): NoticePage[] =>
  flatMap(
    names().filter(name => /^notice:[^:]+$/.test(name)),
    name => keptPage<NoticePage>(name)?.value ?? [],
  )
    .filter(({ withdrawn }) => !withdrawn)
    .sort((one, other) => other.notice.publishedAt.localeCompare(one.notice.publishedAt))
