import { chinaDate } from '@shared/common/period'

/** China's only time zone, eight hours ahead of UTC, without summer time. */
const CHINA_OFFSET = '+08:00'
const DAY_MS = 24 * 3600_000

/** Returns the first instant of a day in China. */
export const startOfDay = (date: string): Date => new Date(`${date}T00:00:00${CHINA_OFFSET}`)

/** Returns the first instant after a day in China; null stays null. */
export const afterDay = (date: string | null): Date | null =>
  date === null ? null : new Date(startOfDay(date).getTime() + DAY_MS)

/** Returns the last day of a period that ends before an instant. */
export const lastDay = (end: Date | null): string | null =>
  end === null ? null : chinaDate(new Date(end.getTime() - 1))

export type TermState = 'waiting' | 'current' | 'ended' | 'revoked'

/** Returns the state of a term at an instant. */
export function termState(
  { from, to, revokedAt }: { from: Date; to: Date | null; revokedAt: Date | null },
  now: Date,
): TermState {
  if (revokedAt !== null) return 'revoked'
  if (now < from) return 'waiting'
  return to !== null && to <= now ? 'ended' : 'current'
}
