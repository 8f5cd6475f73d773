import { dateLabel } from '../common/period'
import type { NoticePage } from '../contract/reading/site'

const UNITS = { 'working-day': '个工作日', 'calendar-day': '天' } as const

/** Describes until when a notice is posted 公示到哪天, and whether the names have been removed since. */
export function publicityWords({ endsOn, days, unit, over, folded }: NoticePage['publicity']): string {
  const day = dateLabel(endsOn)
  if (!over) return `公示到${day}（公示期 ${days} ${UNITS[unit]}）`
  return folded ? `公示期已满（到${day}），姓名不再显示，只留合计` : `公示期已满（到${day}）`
}
