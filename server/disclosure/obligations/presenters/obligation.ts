import { OBLIGATION_STATES } from '@shared/facts/disclosure/matrixCodes'
import { VILLAGE_CONDITIONS } from '@shared/facts/disclosure/obligationRules'
import { nameOf } from '@server/domain/itemName'
import { isVillage } from '@shared/common/orgKinds'
import { TRIGGER_LABELS } from '@shared/facts/disclosure/triggerEvents'
import {
  daysLeft,
  obligationState,
  isDone,
  isUndone,
  triggersOf,
  wasExcused,
} from '@server/domain/obligation'
import type {
  Obligation,
  ObligationList,
  TriggerEvent,
  WaitingItem,
} from '@shared/contract/disclosure/obligation'
import type { ObligingItem } from '../queries/obligingItems'
import type { ObligationRows } from '../queries/obligations'
import type { ObligationRow } from '../models/obligations'
import type { TriggerEventRow } from '../models/triggerEvents'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import { orgTarget, type OrgRow } from '@server/people/orgs'
import { can as canNotice } from '@server/disclosure/notices'

function abilitiesOf(row: ObligationRow, org: OrgRow, actor: Actor): Obligation['abilities'] {
  const target = orgTarget(org)
  if (wasExcused(row)) return can(actor, 'obligation.mark', target) ? ['restore'] : []
  if (!isUndone(row)) return []
  const all: [Obligation['abilities'][number], boolean][] = [
    [row.lacksItem ? 'adopt' : 'write', canNotice(actor, 'notice.create', target)],
    ['not-applicable', can(actor, 'obligation.mark', target)],
    ['remind', can(actor, 'obligation.remind', target)],
  ]
  return all.filter(([, may]) => may).map(([ability]) => ability)
}

const stateLabel = (row: ObligationRow, state: Obligation['state']): string =>
  isDone(row) && row.dueOn === null ? '已公开' : OBLIGATION_STATES[state].label

/** Staff: an obligation with its state on a day. */
export function presentObligation(row: ObligationRow, org: OrgRow, actor: Actor, today: string): Obligation {
  const state = obligationState(row, today)
  return {
    id: row._id,
    orgCode: row.orgCode,
    orgName: org.name,
    itemId: row.itemId,
    itemKey: row.itemKey,
    area: row.area,
    name: row.name,
    category: row.category,
    causeKind: row.causeKind,
    causeLabel: row.causeLabel,
    period: row.period,
    eventOn: row.eventOn,
    deadline: row.deadline,
    dueOn: row.dueOn,
    ...(row.assumedYears && { assumedYears: row.assumedYears }),
    words: row.words,
    skipped: row.skipped,
    basis: row.basis,
    state,
    stateLabel: stateLabel(row, state),
    daysLeft: row.dueOn === null ? null : daysLeft(row.dueOn, today),
    doneOn: row.doneOn,
    noticeId: row.noticeId,
    reason: row.reason,
    reminders: row.reminders,
    ...(row.nudges && { nudges: row.nudges }),
    version: row.version,
    abilities: abilitiesOf(row, org, actor),
  }
}

const presentWaiting = ({ item, plan }: ObligingItem): WaitingItem => ({
  itemId: item._id,
  name: nameOf(item),
  area: item.area,
  deadline: item.deadline ?? '',
  events: triggersOf(plan).map(kind => ({ kind, label: TRIGGER_LABELS[kind] })),
})

/** Staff: a page of obligations. */
export const presentObligationList = (page: ObligationRows, actor: Actor, today: string): ObligationList => ({
  today,
  items: page.rows.map(row => presentObligation(row, page.org, actor, today)),
  nextCursor: page.nextCursor,
  counts: page.counts,
  waiting: page.waiting.map(presentWaiting),
  conditions: presentConditions(page.org),
  mayRecord: can(actor, 'triggerEvent.record', orgTarget(page.org)),
})

/** Staff: a trigger event with the person who recorded it. */
export const presentEvent = (row: TriggerEventRow, org: OrgRow, actor: Actor): TriggerEvent => ({
  id: row._id,
  orgCode: row.orgCode,
  kind: row.kind,
  label: TRIGGER_LABELS[row.kind],
  on: row.on,
  amountFen: row.amountFen,
  itemNames: row.itemNames,
  by: row.byName,
  at: row.at.toISOString(),
  retracted: row.retracted && {
    by: row.retracted.byName,
    reason: row.retracted.reason,
    at: row.retracted.at.toISOString(),
  },
  mayRetract: row.retracted === null && can(actor, 'triggerEvent.retract', orgTarget(org)),
})

/** Staff: the conditions that a village may set, with their values. */
export const presentConditions = (org: OrgRow) =>
  isVillage(org)
    ? VILLAGE_CONDITIONS.map(({ name, label }) => ({
        name,
        label,
        holds: org.conditions?.includes(name) ?? false,
      }))
    : []
