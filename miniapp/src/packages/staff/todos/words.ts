import { daysBetween } from '@shared/common/period'
import type { Todo } from '@shared/contract/people/todo'
import { assumedNote } from '@shared/texts/holidays'
import { shortDay } from '../../../format/date'
import { serverToday } from '../../../state/serverClock'

/** Says when it is due: 晚了 42 天, 今天, 明天, 12月4日，3 天. */
export function dueWords({ dueOn, assumedYears }: Todo, today = serverToday()): string {
  if (dueOn === null) return '没有期限'
  const left = daysBetween(today, dueOn)
  if (left < 0) return `× 晚了 ${-left} 天`
  const near = left === 0 ? '今天到期' : left === 1 ? '明天到期' : `${shortDay(dueOn)}到期`
  return `${near}${left > 1 ? `，还有 ${left} 天` : ''}${assumedNote(assumedYears)}`
}

interface TodoGroup {
  title: string
  items: Todo[]
}

/** Days that count as this week. */
const WEEK = 7

/** Groups by urgency, in the order of the list; empty groups are left out. */
export function groupsOf(todos: readonly Todo[], today = serverToday()): TodoGroup[] {
  const groups: TodoGroup[] = [
    { title: '已经过期', items: [] },
    { title: '这一周', items: [] },
    { title: '以后', items: [] },
    { title: '没有期限', items: [] },
  ]
  for (const todo of todos) groups[placeOf(todo, today)]?.items.push(todo)
  return groups.filter(({ items }) => items.length > 0)
}

function placeOf({ dueOn }: Todo, today: string): number {
  if (dueOn === null) return 3
  const left = daysBetween(today, dueOn)
  if (left < 0) return 0
  return left < WEEK ? 1 : 2
}
