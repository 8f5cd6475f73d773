import { OBJECTION_RULES } from '@shared/facts/participation/objectionRules'
import type { Span } from '@server/domain/deadline'
import type { OrgRow } from './models/orgs'

/**
 * Returns the answer period 答复期限 of the organisation, else of the nearest one above it, else of the rules. `places`: from
 * the root down.
 */
export const answerSpan = (places: readonly Pick<OrgRow, 'answerRule'>[]): Span =>
  places.findLast(place => place.answerRule)?.answerRule ?? OBJECTION_RULES.answer
