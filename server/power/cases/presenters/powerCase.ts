import type { HolidayTable } from '@server/domain/deadline'
import { yuan } from '@shared/common/money'
import { SPLIT_RULE } from '@shared/facts/power/splitting'
import { powerClassLabel, powerRoleLabel } from '@shared/facts/power/terms'
import {
  type CaseObligation,
  type CaseState,
  byAmount,
  currentStep,
  currentVisit,
  obligationsOf,
  isInForce,
  livePath,
  ownSteps,
  resultsOf,
  stepClock,
  wholeClock,
} from '@server/domain/power/case'
import { needsAmount, stepOf } from '@shared/power/graph'
import { type Suspicion, suspicionWords } from '@server/domain/power/splitting'
import { voteWords } from '@shared/power/words'
import { CASE_EVENT_WORDS, CASE_STATUS_WORDS, TODO_WORDS, UNDONE_WORDS } from '../caseWords'
import type {
  CaseAbility,
  CaseList,
  CasePage,
  CaseSummary,
  CaseTask,
  CaseTodo,
  WorkCase,
  WorkCaseList,
  WorkCasePage,
} from '@shared/contract/power/case'
import type { CaseContext, Names, OpenCaseObligations } from '../queries/powerCases'
import { caseTarget, openingTarget, can } from '../policy'
import type { CaseDraft, PowerCaseEventRow, PowerCaseRow } from '../models/powerCases'
import type { Actor } from '@server/platform/access/actor'
import type { PowerPlace } from '@server/power/lists'
import { presentOrgRef } from '@server/people/orgs'

const nameOfStep = ({ item }: CaseState, id: string): string => stepOf(item, id)?.name ?? id

/** Returns the last result of the case; steps after it, such as paying or posting, have none. */
const resultOf = (state: CaseState): string | null =>
  livePath(state).findLast(({ finished }) => finished.result !== null)?.finished.result ?? null

function presentCase({ _id, orgCode, itemCode, title, state }: PowerCaseRow): CaseSummary {
  const { item, status, closed, openedOn } = state
  return {
    id: _id,
    orgCode,
    itemCode,
    itemName: item.name,
    classLabel: powerClassLabel(item.class),
    title: item.nature === 'service' ? null : title,
    status,
    statusLabel: CASE_STATUS_WORDS[status],
    stepName: currentStep(state)?.name ?? null,
    result: status === 'finished' ? resultOf(state) : null,
    openedOn,
    closedOn: closed?.on ?? null,
  }
}

/** Public: cases of a village, without the subject of service cases, which only staff see. */
export const presentCases = (rows: readonly PowerCaseRow[], nextCursor: string | null): CaseList => ({
  items: rows.map(presentCase),
  nextCursor,
})

const progressOf = (state: CaseState): CasePage['progress'] => {
  const path = livePath(state)
  return {
    done: path.map(({ step }) => step),
    here: state.status === 'cancelled' ? null : (currentStep(state)?.id ?? null),
    taken: path.map(({ step, finished }) => ({ from: step, to: finished.to })),
  }
}

const stepsOf = (state: CaseState) =>
  state.visits.flatMap(({ step, finished, undone }) =>
    finished
      ? [
          {
            step,
            name: nameOfStep(state, step),
            on: finished.on,
            result: finished.result,
            undone: undone && UNDONE_WORDS[undone],
            finished,
          },
        ]
      : [],
  )

/** Amounts of a collective matter, each once, first to newest: what a step was finished with, then what holds now. */
function amountsOf({ item, visits, amountFen }: CaseState): string[] {
  if (item.nature === 'service') return []
  const all = [...visits.map(({ finished }) => finished?.amountFen ?? null), amountFen]
  return all.filter(fen => fen !== null).map(yuan).filter((text, at, texts) => text !== texts[at - 1]) // prettier-ignore
}

const stoppedOn = ({ status, pauses }: CaseState): string | null =>
  status === 'stopped'
    ? (pauses.findLast(({ kind, to }) => kind === 'stop' && to === null)?.from ?? null)
    : null

/**
 * Public: the progress of a case with its amounts and the notices of its steps. Votes, names and reasons appear only in
 * the notices.
 */
export const presentCasePage = ({ row, org }: CaseContext, notices: CasePage['notices']): CasePage => ({
  ...presentCase(row),
  org: presentOrgRef(org),
  item: row.state.item,
  progress: progressOf(row.state),
  amounts: amountsOf(row.state),
  stoppedOn: stoppedOn(row.state),
  steps: stepsOf(row.state).map(({ finished: _, ...step }) => step),
  notices,
})

interface Seer {
  actor: Actor
  names: Names
  today: string
  holidays: HolidayTable
}

function presentWorkCase(row: PowerCaseRow, { actor, names, today, holidays }: Seer): WorkCase {
  const claimedBy = currentVisit(row.state)?.claimedBy ?? null
  return {
    ...presentCase(row),
    about: row.title,
    amountFen: row.amountFen,
    claimedBy: claimedBy && (names.get(claimedBy) ?? ''),
    mine: claimedBy === actor.id,
    clock: stepClock(row.state, today, holidays),
  }
}

const openableOf = (place: PowerPlace, { actor, today }: Seer): WorkCaseList['openable'] =>
  place.list.items
    .filter(item => isInForce(item, today))
    .filter(item => place.list.off.every(({ code }) => code !== item.code))
    .filter(item => can(actor, 'case.open', openingTarget(place, item)))
    .map(item => ({ code: item.code, name: item.name, takesAmount: needsAmount(item) }))

/** Staff: cases with their deadlines, and the items of which the person may open a case. */
export const presentWorkCases = (
  place: PowerPlace,
  rows: readonly PowerCaseRow[],
  nextCursor: string | null,
  seer: Seer,
): WorkCaseList => ({
  org: presentOrgRef(place.org),
  items: rows.map(row => presentWorkCase(row, seer)),
  nextCursor,
  openable: openableOf(place, seer),
})

function taskOf(state: CaseState, people: CaseTask['people']): CaseTask | null {
  const step = currentStep(state)
  if (!step) return null
  const asks = byAmount(step) || (step.vote !== null && needsAmount(state.item))
  return {
    step: step.id,
    name: step.name,
    who: powerRoleLabel(step.actor),
    action: step.action,
    evidence: step.evidence,
    results: step.vote ? [] : resultsOf(step),
    vote: step.vote && voteWords(step.vote),
    amountMissing: asks && state.amountFen === null,
    people: people.filter(({ id }) => ownSteps(state, step, id).length === 0),
  }
}

/** Returns the abilities that the state of the case allows on its step. */
function stepAbilities(state: CaseState): CaseAbility[] {
  const claimed = currentVisit(state)?.claimedBy != null
  if (state.status === 'paused') return claimed ? ['hand-over'] : []
  if (state.status !== 'running') return []
  if (!claimed) return ['claim']
  const takesAmount = state.amountFen !== null || needsAmount(state.item)
  return [
    'hand-over',
    currentStep(state)?.vote ? 'vote' : 'finish',
    ...(takesAmount ? (['amount'] as const) : []),
    'pause',
  ]
}

const WHOLE_ABILITIES: Readonly<Record<CaseState['status'], readonly CaseAbility[]>> = {
  running: ['remark', 'stop', 'cancel'],
  paused: ['resume', 'remark', 'stop', 'cancel'],
  stopped: ['remark', 'lift', 'cancel'],
  finished: [],
  cancelled: [],
}

function abilitiesOf(work: CaseContext, actor: Actor): CaseAbility[] {
  const { state } = work.row
  const target = caseTarget(work)
  return [...stepAbilities(state), ...WHOLE_ABILITIES[state.status]].filter(ability =>
    can(actor, `case.${ability}`, target),
  )
}

const itemName = ({ disclosure: { path } }: CaseObligation): string => path.at(-1) ?? ''

/** Returns what is left to do for a disclosure; null with a draft, or once the obligation is fulfilled. */
function todoOf(
  one: CaseObligation,
  draft: CaseDraft | undefined,
  obligations: OpenCaseObligations,
): CaseTodo | null {
  if (!draft || draft.noticeId) return null
  const obligation = obligations.get(one.visit)
  if (!draft.linked || obligation?.lacksItem) {
    return { why: [TODO_WORDS.missing(itemName(one))], next: { kind: 'adopt' } }
  }
  const why = draft.why ?? [TODO_WORDS.told(itemName(one))]
  if (!draft.itemKey) return { why, next: null }
  return obligation ? { why, next: { kind: 'write', itemId: obligation.itemId, period: one.from } } : null
}

function obligationsShown(
  { state, drafts }: PowerCaseRow,
  { holidays, obligations }: PageParts,
): WorkCasePage['obligations'] {
  return obligationsOf(state, holidays).map(one => {
    const { visit, step, disclosure, dueOn, assumedYears } = one
    const draft = drafts.find(({ visit: at }) => at === visit)
    return {
      stepName: nameOfStep(state, step),
      what: disclosure.what,
      dueOn,
      ...(assumedYears && { assumedYears }),
      noticeId: draft?.noticeId ?? null,
      todo: todoOf(one, draft, obligations),
    }
  })
}

interface PageParts extends Seer {
  obligations: OpenCaseObligations
  events: readonly PowerCaseEventRow[]
  people: CaseTask['people']
  alarm: Suspicion | null
}

/** Staff: the whole case, with the abilities of the person. */
export function presentWorkCasePage(work: CaseContext, parts: PageParts): WorkCasePage {
  const { row, org } = work
  const { state } = row
  const { actor, names, today, holidays, events, people, alarm } = parts
  return {
    ...presentWorkCase(row, parts),
    org: presentOrgRef(org),
    item: state.item,
    progress: progressOf(state),
    steps: stepsOf(state).map(({ finished, ...step }) => ({
      ...step,
      by: names.get(finished.by) ?? '',
      papers: [...finished.papers],
      files: finished.files.map(file => ({ ...file })),
      ballots: finished.ballots,
      amountFen: finished.amountFen,
    })),
    version: row.version,
    payee: row.payee,
    task: taskOf(state, people),
    whole: wholeClock(state, today, holidays),
    obligations: obligationsShown(row, parts),
    events: events.map(({ kind, stepName, byName, reason, at }) => ({
      label: CASE_EVENT_WORDS[kind],
      stepName,
      by: byName,
      reason,
      at: at.toISOString(),
    })),
    alarm: alarm && suspicionWords(alarm, SPLIT_RULE),
    abilities: abilitiesOf(work, actor),
  }
}
