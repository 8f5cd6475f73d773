import { Obligations as ownObligations } from './models/obligations'
import { readable } from '@server/platform/store/collection'

export { causeOfCase, isOfCase, OF_CASE } from './commands/obligationRows'
export { openObligation } from './commands/openObligation'
export { redateObligation } from './commands/redateObligation'
export type { ObligationRow } from './models/obligations'
export { authorize } from './policy'
export { type MatrixData, loadMatrix } from './queries/matrix'
export { obligationsAssuming } from './queries/recomputedDates'
export { obligingItems } from './queries/obligingItems'
export { type CalendarRow, calendarOf, calendarState } from './queries/calendar'
export { overdueOf, type OverdueRow } from './queries/overdue'

export const Obligations = readable(ownObligations)
