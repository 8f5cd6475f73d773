import { addDays, PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import {
  type CaseActor,
  type CaseEvent,
  type CaseResult,
  type CaseState,
  advance,
  currentStep,
  currentVisit,
  openCase,
} from '@server/domain/power/case'
import { chinaDate } from '@shared/common/period'
import { CASE_EVENT_WORDS } from '@server/power/cases/caseWords'
import { caseActorOf } from '@server/power/cases/policy'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { CASE_STORIES, type Move, type Story } from './caseStories'
import { seedId } from '../ids'
import { PERSONAS, type Persona } from '../personas'
import { userIdOf } from '../noticeRows'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { PowerCaseEventRow, PowerCaseRow } from '@server/power/cases/models/powerCases'
import type { PowerListRow } from '@server/power/lists/models/powerLists'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'

export interface SeededCases {
  cases: PowerCaseRow[]
  events: PowerCaseEventRow[]
}

interface Ground {
  village: OrgRow
  list: PowerListRow
  publications: readonly PublicationRow[]
  items: ReadonlyMap<string, CatalogueItemRow>
  now: Date
}

const MORNING = 'T01:30:00Z'
const WEEKEND: Readonly<Record<number, number>> = { 0: 2, 6: 1 }

/** Returns the day `daysAgo` days ago, or the Friday before. */
function dayBefore({ now }: Ground, daysAgo: number): string {
  const day = addDays(chinaDate(now), -daysAgo)
  return addDays(day, -(WEEKEND[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 0))
}

/** Returns the holder of a role in the village, its street or the area. */
function personIn({ path }: OrgRow, role: Move['by']): Persona {
  const near = [...path].reverse()
  const found = near.flatMap(
    code => PERSONAS.find(({ roles }) => roles.some(one => one.role === role && one.orgCode === code)) ?? [],
  )[0]
  if (!found) throw new RangeError(`nobody is ${role} for ${path.join('/')}`)
  return found
}

function actorIn({ village }: Ground, role: Move['by']): { persona: Persona; actor: CaseActor } {
  const persona = personIn(village, role)
  const { name, jobTitle, roles } = persona
  return {
    persona,
    actor: caseActorOf({ id: userIdOf(persona), name, jobTitle, roles }, orgTarget(village)),
  }
}

function stateOf(result: CaseResult): CaseState {
  if (!result.ok) throw new RangeError(result.faults.map(({ message }) => message).join(' '))
  return result.state
}

/** Returns a move's case events: the step is claimed first, its vouchers are complete. */
function eventsOf(
  state: CaseState,
  { by: _by, daysAgo: _ago, ...move }: Move,
  caller: Pick<CaseEvent, 'on' | 'by'>,
) {
  if (move.kind === 'stop' || move.kind === 'remark') return [{ ...caller, ...move }]
  const step = currentStep(state)!
  const claim = { ...caller, kind: 'claim' as const, step: step.id }
  const mine = currentVisit(state)?.claimedBy === caller.by.id
  if (move.kind === 'claim') return [claim]
  return [
    ...(mine ? [] : [claim]),
    { ...caller, ...move, step: step.id, papers: step.evidence, files: [] },
  ] as CaseEvent[]
}

function told(row: Pick<PowerCaseRow, '_id' | 'orgCode'>, nth: number, what: Told): PowerCaseEventRow {
  const { kind, stepName, persona, on, reason } = what
  return {
    _id: seedId('pce', row._id, nth),
    caseId: row._id,
    orgCode: row.orgCode,
    version: nth,
    kind,
    label: CASE_EVENT_WORDS[kind],
    stepName,
    by: userIdOf(persona),
    byName: persona.name,
    reason,
    at: new Date(`${on}${MORNING}`),
  }
}

interface Told extends Pick<PowerCaseEventRow, 'kind' | 'stepName' | 'reason'> {
  persona: Persona
  on: string
}

/** Finds the notice of a finished case: the newest of the village's item that discloses its last step. */
function noticeOf(
  { publications, items, village }: Ground,
  tail: string | undefined,
): PublicationRow | undefined {
  if (!tail) return undefined
  return publications.findLast(
    ({ orgCode, itemId, live }) => live && orgCode === village._id && items.get(itemId)?.path.at(-1) === tail,
  )
}

function tell(ground: Ground, story: Story, nth: number): SeededCases {
  const { village, list } = ground
  const item = list.items.find(({ code }) => code === story.itemCode)!
  const { persona, actor } = actorIn(ground, story.by)
  const on = dayBefore(ground, story.daysAgo)
  const key = { _id: seedId('pcs', village._id, nth), orgCode: village._id }
  const { amountFen, title } = story
  let state = stateOf(openCase(item, { on, by: actor, version: list.version, amountFen }))
  const events = [told(key, 1, { kind: 'open', stepName: item.steps[0]!.name, reason: null, persona, on })]
  for (const move of story.moves) {
    const mover = actorIn(ground, move.by)
    const day = dayBefore(ground, move.daysAgo)
    for (const event of eventsOf(state, move, { on: day, by: mover.actor })) {
      const stepName = currentStep(state)?.name ?? ''
      state = stateOf(advance(state, event, PUBLISHED_HOLIDAYS))
      const reason = 'reason' in event ? event.reason : null
      const what = { kind: event.kind, stepName, reason, persona: mover.persona, on: day }
      events.push(told(key, events.length + 1, what))
    }
  }
  const notice = noticeOf(ground, story.disclosedIn)
  const row: PowerCaseRow = {
    ...key,
    itemCode: item.code,
    title,
    payee: story.payee ?? null,
    amountFen: state.amountFen,
    status: state.status,
    open: state.closed === null,
    state,
    drafts: notice ? [{ visit: state.visits.length - 1, noticeId: notice.noticeId, linked: true }] : [],
    noticeIds: notice ? [notice.noticeId] : [],
    version: events.length,
    openedAt: events[0]!.at,
    updatedAt: events.at(-1)!.at,
  }
  return { cases: [row], events }
}

/** Builds the cases of the first village, as its staff would have entered them. */
export function seedCases(
  orgs: readonly OrgRow[],
  powers: readonly PowerListRow[],
  publications: readonly PublicationRow[],
  items: ReadonlyMap<string, CatalogueItemRow>,
  now: Date,
): SeededCases {
  const [list] = powers
  const village = orgs.find(({ _id }) => _id === list?._id)
  if (!list || !village) return { cases: [], events: [] }
  const told = CASE_STORIES.map((story, nth) => tell({ village, list, publications, items, now }, story, nth))
  return { cases: told.flatMap(one => one.cases), events: told.flatMap(one => one.events) }
}
