import { PUBLISHED_HOLIDAYS as holidays } from '../../../server/domain/deadline'
import {
  type CaseEvent,
  type CaseState,
  advance,
  currentStep,
  openCase,
} from '../../../server/domain/power/case'
import type { PowerPlace } from '../../../server/power/lists/queries/powerLists'
import { coreItem } from '../power/core'
import { ballotsFor, person as caseActor } from '../power/walk'
import { person } from '../policies/places'
import { NOW, STREET, VILLAGE } from './rows'
import type { PowerCaseRow } from '@server/power/cases/models/powerCases'
import type { PowerListRow } from '@server/power/lists/models/powerLists'

/** An item of the list, its cases and who handles them. */

export const TODAY = '2026-03-20'

export const item = {
  ...coreItem('XM-01'),
  adopted: { meeting: '村民代表会议', on: '2026-01-05' },
  inForce: '2026-01-06',
}

export const doer = caseActor('usr_d', ...new Set(item.steps.map(({ actor }) => actor)))

export function opened(amountFen: number | null = 60_000_00): CaseState {
  const result = openCase(item, { on: '2026-03-02', by: doer, version: 1, amountFen })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.state
}

export function after(state: CaseState, event: CaseEvent): CaseState {
  const result = advance(state, event, holidays)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.state
}

export function finished(state: CaseState, on: string): CaseState {
  const step = currentStep(state)!
  const claimed = state.visits.at(-1)!.claimedBy
    ? state
    : after(state, { kind: 'claim', on, by: doer, step: step.id })
  const base = { on, by: doer, step: step.id, papers: step.evidence, files: [] }
  return after(
    claimed,
    step.vote
      ? { ...base, kind: 'vote', ballots: ballotsFor(step, true) }
      : { ...base, kind: 'finish', result: null },
  )
}

export const caseRow = (state: CaseState, more: Partial<PowerCaseRow> = {}): PowerCaseRow =>
  ({
    _id: 'cas_1',
    orgCode: 'V1',
    itemCode: item.code,
    title: '村东头修路',
    payee: '某公司',
    amountFen: state.amountFen,
    status: state.status,
    open: true,
    state,
    drafts: [],
    noticeIds: [],
    version: 3,
    openedAt: NOW,
    updatedAt: NOW,
    ...more,
  }) as PowerCaseRow

export const listRow = (more: Partial<PowerListRow> = {}): PowerListRow => ({
  _id: 'V1',
  version: 2,
  items: [item],
  off: [],
  adopted: { meeting: '村民代表会议', on: '2026-01-05' },
  inForce: '2026-01-06',
  taken: null,
  updatedAt: NOW,
  ...more,
})

export const place = (more: Partial<PowerListRow> = {}): PowerPlace => ({
  org: VILLAGE,
  above: STREET,
  list: listRow(more),
  basis: { street: STREET, version: 5 },
})

export const head = person('head@V1', { id: 'usr_d' })

export const names = new Map([['usr_d', '王主任']])
