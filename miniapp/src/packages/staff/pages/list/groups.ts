import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { waitsForMe } from '@shared/content/nextStep'

export interface Group {
  title: string
  /** Explanation of the group for new users. */
  help: string
  items: WorkNotice[]
}

/** Days before the due date from which a notice is due soon. */
const SOON_DAYS = 2
const DAY_MS = 86_400_000

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * Groups the pending notices 要办的, each in one group: overdue, due soon, mine, others'. The server's order by
 * due date is kept within a group.
 * @param today in China, `YYYY-MM-DD`
 */
export function groupsOf(items: readonly WorkNotice[], today: string): Group[] {
  const soon = daysLater(today, SOON_DAYS)
  const groups: Group[] = [
    { title: '已逾期', help: '过了规定的日子，请先办；不归您办的，催一催。', items: [] },
    { title: '快到期', help: '这两天到期。', items: [] },
    { title: '等我办', help: '轮到您了。', items: [] },
    { title: '在别人手里', help: '等别人办，不用您动手。', items: [] },
  ]
  for (const item of items) groups[placeOf(item, soon)]?.items.push(item)
  return groups.filter(group => group.items.length > 0)
}

function placeOf(item: WorkNotice, soon: string): number {
  if (item.due?.late) return 0
  if (item.due && item.due.on <= soon) return 1
  return waitsForMe(item) ? 2 : 3
}
