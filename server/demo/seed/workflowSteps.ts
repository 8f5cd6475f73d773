import { PUBLISHED_HOLIDAYS, withHolidays } from '@server/domain/deadline'
import { type NoticeEvent, transition } from '@server/disclosure/notices/states'
import { chinaDate } from '@shared/common/period'
import type { MeetingRecord, NoticeState, Publicity } from '@shared/contract/disclosure/notice'
import type { SeedDraft } from './rows/drafts'
import type { StatusEvent } from '@server/disclosure/notices/models/statuses'

/** One workflow step of a seeded notice with its time. */
export interface Step {
  event: StatusEvent
  to: NoticeState
  label: string
  at: Date
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Milliseconds from the end of the publicity period to confirmation, and to archiving. */
const CONFIRMED_AFTER = DAY + 10 * HOUR
const ARCHIVED_AFTER = 30 * DAY

/** Years without a holiday table use weekends as the only rest days, so that the demonstration works in them too. */
const FAR_YEARS = Array.from({ length: 40 }, (_, index) => 2027 + index)
export const SEED_HOLIDAYS = new Map([
  ...withHolidays(new Map(), Object.fromEntries(FAR_YEARS.map(year => [year, { off: [], work: [] }]))),
  ...PUBLISHED_HOLIDAYS,
])

const ROAD: readonly NoticeEvent[] = ['check', 'submit', 'agree', 'meet', 'publish']

/** Returns the events before the draft's own state. */
function eventsTo(state: NoticeState, isVillage: boolean): NoticeEvent[] {
  if (state === 'refused') return ['check', 'submit', 'object']
  const road = isVillage ? ROAD : ROAD.filter(event => event !== 'meet')
  const ends: Partial<Record<NoticeState, NoticeEvent>> = {
    checked: 'check',
    submitted: 'submit',
    signed: 'agree',
    met: 'meet',
    published: 'publish',
  }
  const last = ends[state]
  return last ? road.slice(0, road.indexOf(last) + 1) : []
}

/** Returns the steps since the publication. */
function laterSteps(publicity: Publicity, now: Date): { event: NoticeEvent; at: Date }[] {
  const end = Date.parse(publicity.endsAt)
  const steps: { event: NoticeEvent; at: Date }[] = [
    { event: 'end', at: new Date(end) },
    { event: 'confirm', at: new Date(end + CONFIRMED_AFTER) },
    { event: 'archive', at: new Date(end + ARCHIVED_AFTER) },
  ]
  return steps.filter(({ at }) => at <= now)
}

/** Builds all steps of a seeded notice up to `now`, by the server's transition table. */
export function workflowSteps(
  { state, at }: SeedDraft,
  isVillage: boolean,
  publicity: Publicity,
  now: Date,
): Step[] {
  const before = eventsTo(state, isVillage)
  const timed = [
    ...before.map((event, index) => ({
      event,
      at: new Date(at.getTime() - (before.length - 1 - index) * HOUR),
    })),
    ...(state === 'published' ? laterSteps(publicity, now) : []),
  ]
  const begun = new Date(at.getTime() - before.length * HOUR)
  const steps: Step[] = [{ event: 'create', to: 'draft', label: '起草', at: begun }]
  for (const { event, at: when } of timed) {
    const standing = {
      state: steps.at(-1)!.to,
      side: isVillage ? ('village' as const) : ('government' as const),
      live: steps.some(step => step.event === 'publish'),
      corrects: false,
    }
    const step = transition(standing, event)
    if (!step) throw new Error(`the seed's road is not in the table: ${standing.state} ${event}`)
    steps.push({ event, to: step.to ?? standing.state, label: step.label, at: when })
  }
  return steps
}

/** Builds the joint meeting of a seeded village notice; null if none is held. */
export function meetingOf(steps: readonly Step[], chair: string): MeetingRecord | null {
  const met = steps.find(step => step.event === 'meet')
  if (!met) return null
  return { heldOn: chinaDate(met.at), chair, expected: 7, attended: 6, decision: '内容属实，同意公开。' }
}
