import { dateLabel } from '../common/period'
import { assumedNote, movedWords } from '../texts/holidays'
import type { NoticePage } from '../contract/reading/site'

const UNITS = { 'working-day': '个工作日', 'calendar-day': '天' } as const

type Period = Pick<NoticePage['publicity'], 'endsOn' | 'assumedYears' | 'moved'>

/** Returns the last day of the period as it is now. */
export const lastDay = ({ endsOn, moved }: Period): string => moved?.endsOn ?? endsOn

/** Returns what to say next to the end of the period: assumed by weekends, or moved since; empty when certain. */
export function publicityNote({ assumedYears, moved }: Period): string {
  if (!moved) return assumedNote(assumedYears)
  return `。${movedWords(moved.endsOn, moved.was)}${assumedNote(moved.assumedYears)}`
}

/** Describes until when a notice is posted 公示到哪天, and whether the names have been removed since. */
export function publicityWords(publicity: NoticePage['publicity']): string {
  const { days, unit, over, folded } = publicity
  const day = dateLabel(lastDay(publicity))
  if (!over) return `公示到${day}（公示期 ${days} ${UNITS[unit]}）${publicityNote(publicity)}`
  return folded ? `公示已结束（${day}），为保护隐私不再显示姓名，只留合计` : `公示已结束（${day}）`
}
