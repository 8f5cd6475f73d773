import type { TriggerKind } from '@shared/facts/disclosure/triggerEvents'
import type { VillageCondition } from '@shared/facts/disclosure/obligationRules'
import type { ObligationCauseKind } from '@shared/contract/disclosure/obligation'
import type { Assumed, DeadlineRule } from '../deadline'

/** Input of an obligation plan: an item's time limit and the obliged organisation. */
export interface PlanInput {
  /** Wording of the catalogue; null if it has none. */
  deadline: string | null
  /** A government body must disclose it; otherwise a village or community. */
  government: boolean
  /** Conditions that the village has declared. */
  conditions: readonly VillageCondition[]
}

/** Source of a number that the catalogue does not give; `setting`: set by the area, not by law. */
export interface ObligationBasis {
  text: string
  setting: boolean
}

export interface PeriodicPart {
  rule: DeadlineRule
  basis: ObligationBasis | null
}

/** A clock that a recorded event starts. */
export interface EventPart extends PeriodicPart {
  causeKind: Extract<ObligationCauseKind, 'event' | 'milestone' | 'notice'>
  kinds: readonly TriggerKind[]
}

/**
 * Plan of an item's obligations 公开义务的来由: by period, by event, standing; and the unresolved parts of its time
 * limit.
 */
export interface ObligationPlan {
  periodic: readonly PeriodicPart[]
  events: readonly EventPart[]
  standing: boolean
  /** Why a part has no rule, in Chinese; null when all is understood. */
  fault: string | null
  /** 从其规定: another law may set a shorter limit. */
  otherLaw: boolean
}

/** One obligation as the rules create it. */
export interface NewObligation extends Assumed {
  causeKind: ObligationCauseKind
  /** Unique key within the item: `period:2026Q3`, `event:paid:2026-10-08`, `standing`, `unresolved`. */
  causeKey: string
  causeLabel: string
  period: string | null
  eventOn: string | null
  eventKind: TriggerKind | null
  /**
   * For “at least once in a period”: any disclosure published from this day on counts. Null: the disclosure must name
   * the period.
   */
  looseFrom: string | null
  dueOn: string | null
  words: string
  skipped: string[]
  basis: ObligationBasis | null
  /** The due date is unknown: the rule does not give one. */
  unresolved: boolean
}
