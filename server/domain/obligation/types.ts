import type { TriggerKind } from '@shared/facts/disclosure/triggerEvents'
import type { VillageCondition } from '@shared/facts/disclosure/obligationRules'
import type { ObligationCauseKind } from '@shared/contract/disclosure/obligation'
import type { DeadlineRule } from '../deadline'

/** What a plan of duties is made from: an item's time limit and who has to keep it. */
export interface PlanInput {
  /** As the catalogue words it; null when it has none. */
  deadline: string | null
  /** A government body has to disclose it; else a village or community. */
  government: boolean
  /** What the village says of itself. */
  conditions: readonly VillageCondition[]
}

/** Where a number comes from that the catalogue does not name; `setting`: set by the area, no law. */
export interface ObligationBasis {
  text: string
  setting: boolean
}

export interface PeriodicPart {
  rule: DeadlineRule
  basis: ObligationBasis | null
}

/** A clock that starts with something that somebody records. */
export interface EventPart extends PeriodicPart {
  causeKind: Extract<ObligationCauseKind, 'event' | 'milestone' | 'notice'>
  kinds: readonly TriggerKind[]
}

/** How an item obliges 公开义务的来由: by periods, by events, always; and what of its time limit was not understood. */
export interface ObligationPlan {
  periodic: readonly PeriodicPart[]
  events: readonly EventPart[]
  standing: boolean
  /** Why there is a part without a rule, in words; null when all is understood. */
  fault: string | null
  /** 从其规定: another law may set a shorter limit. */
  otherLaw: boolean
}

/** One duty as the rules give it, before anything was done about it. */
export interface NewObligation {
  causeKind: ObligationCauseKind
  /** Tells the duty from the item's others: `period:2026Q3`, `event:paid:2026-10-08`, `standing`, `unresolved`. */
  causeKey: string
  causeLabel: string
  period: string | null
  eventOn: string | null
  eventKind: TriggerKind | null
  /** At least once in a period: any disclosure published from this day on will do. Null: the period itself is asked for. */
  looseFrom: string | null
  dueOn: string | null
  words: string
  skipped: string[]
  basis: ObligationBasis | null
  /** No due date can be told: the rule or the holiday table lacks something. */
  unresolved: boolean
}
