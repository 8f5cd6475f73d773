import { MILESTONES, type TriggerKind } from '@shared/facts/disclosure/triggerEvents'
import type { ObligationCauseKind } from '@shared/contract/disclosure/obligation'
import { periodRange } from '@shared/common/period'
import { mayLieAhead } from './drafts'

/** An open obligation 公开义务, with the fields that decide which disclosure closes it. */
export interface OpenObligation {
  id: string
  causeKind: ObligationCauseKind
  period: string | null
  looseFrom: string | null
  eventOn: string | null
  eventKind: TriggerKind | null
  dueOn: string | null
}

/** A published disclosure of the item. "本期无发生" is a disclosure like any other. */
export interface ClosingDisclosure {
  period: string
  publishedOn: string
  /** The notice has already closed obligations: a correction, or a later stage. */
  again: boolean
}

const within = (inner: string, outer: string): boolean => {
  const [a, b] = [periodRange(inner), periodRange(outer)]
  return a.start >= b.start && a.end <= b.end
}

/** Scores how well a disclosure answers an obligation's period; 0 = not at all. */
function fitOf({ period, looseFrom }: OpenObligation, told: ClosingDisclosure): number {
  if (period === null) return 0
  if (told.period === period) return 3
  const endsWithIt = periodRange(told.period).end === periodRange(period).end
  if (endsWithIt || within(period, told.period)) return 2
  return looseFrom !== null && told.publishedOn >= looseFrom ? 1 : 0
}

const byDue = (a: OpenObligation, b: OpenObligation): number =>
  (a.dueOn ?? '9') < (b.dueOn ?? '9') || (a.dueOn === b.dueOn && a.id < b.id) ? -1 : 1

/** Returns the obligations of the disclosed period; else the first that accepts any disclosure (`looseFrom`). */
function periodsClosed(obligations: readonly OpenObligation[], told: ClosingDisclosure): OpenObligation[] {
  const fitting = obligations
    .map(obligation => ({ obligation, fit: fitOf(obligation, told) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || byDue(a.obligation, b.obligation))
  const best = fitting[0]?.fit ?? 0
  if (best >= 2) return fitting.filter(({ fit }) => fit === best).map(({ obligation }) => obligation)
  return fitting.slice(0, 1).map(({ obligation }) => obligation)
}

/** Checks the order of event and publication: upcoming events are disclosed before, all others after they happen. */
const mayTellOf = ({ eventOn, eventKind }: OpenObligation, { publishedOn }: ClosingDisclosure): boolean =>
  eventOn !== null && ((eventKind !== null && mayLieAhead(eventKind)) || eventOn <= publishedOn)

const isEvent = ({ causeKind }: OpenObligation): boolean =>
  causeKind === 'event' || causeKind === 'milestone' || causeKind === 'notice'

const LATER_STAGES: ReadonlySet<TriggerKind | null> = new Set<TriggerKind | null>([
  'changed',
  ...MILESTONES.filter(kind => kind !== 'started'),
])

/**
 * Returns the ids of the obligations that a disclosure closes: its period, a standing obligation, an unresolved one;
 * else that of the earliest event. One disclosure closes one event. A later edition closes only what happened since:
 * changes and further stages.
 */
export function closedBy(obligations: readonly OpenObligation[], told: ClosingDisclosure): string[] {
  const events = obligations
    .filter(obligation => isEvent(obligation) && mayTellOf(obligation, told))
    .sort(byDue)
  const always = obligations.filter(({ causeKind }) => causeKind === 'standing' || causeKind === 'unresolved')
  if (told.again) {
    return [...always, ...events.filter(({ eventKind }) => LATER_STAGES.has(eventKind))].map(({ id }) => id)
  }
  const periods = periodsClosed(obligations, told)
  const one = periods.length > 0 ? periods : events.slice(0, 1)
  return [...always, ...one].map(({ id }) => id)
}
