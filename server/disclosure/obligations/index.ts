import { Obligations as ownObligations } from './models/obligations'
import { readable } from '@server/platform/store/collection'

export { OF_CASE } from './commands/obligationRows'
export { openObligation } from './commands/openObligation'
export type { ObligationRow } from './models/obligations'
export { authorize } from './policy'
export { type MatrixData, loadMatrix } from './queries/matrix'
export { obligingItems } from './queries/obligingItems'

export const Obligations = readable(ownObligations)
