import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Db, Tx } from '@server/platform/store/db'
import { nameOf } from '@server/domain/itemName'
import { OLDEST_EVENT } from '@shared/facts/disclosure/obligationRules'
import { TRIGGER_LABELS } from '@shared/facts/disclosure/triggerEvents'
import { type HolidayTable, addDays } from '@server/domain/deadline'
import { type NewObligation, eventDraft, mayLieAhead } from '@server/domain/obligation'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { RecordTriggerEvent } from '@shared/contract/disclosure/obligation'
import { AppError } from '@server/platform/errors'
import { obligingItems } from '../queries/obligingItems'
import { isUnprompted } from './closeObligations'
import { answered, changeObligation, obligationRow, undone } from './obligationRows'
import { refreshMatrix } from './refreshMatrix'
import { Obligations, type ObligationRow } from '../models/obligations'
import { TriggerEvents, type TriggerEventRow } from '../models/triggerEvents'
import { newId } from '@server/platform/store/collection'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'
import { activeHolidays } from '@server/disclosure/holidays'

/** An item of the event with the obligation that it starts. */
interface Started {
  item: CatalogueItemRow
  draft: NewObligation
}

function dayIssues({ kind, on }: RecordTriggerEvent, today: string): Issue[] {
  if (on > today && !mayLieAhead(kind)) {
    return [{ code: 'event-ahead', field: 'on', message: '这一天还没有到，事情发生了再登记。' }]
  }
  if (on >= addDays(today, -OLDEST_EVENT.days)) return []
  return [{ code: 'event-too-old', field: 'on', message: '这一天是一年以前，请核对日期。' }]
}

/** Returns the obligation that the event starts for each item, and an issue for each item for which it starts none. */
async function startedBy(db: Db, org: OrgRow, input: RecordTriggerEvent, holidays: HolidayTable) {
  const items = new Map((await obligingItems(db, org)).map(one => [one.item._id, one]))
  const started: Started[] = []
  const issues: Issue[] = []
  for (const [at, id] of [...new Set(input.itemIds)].entries()) {
    const field = `itemIds.${at}`
    const one = items.get(id)
    if (!one) {
      issues.push({
        code: 'item-not-obliging',
        field,
        message: '这个事项不在现行目录里，或者不归本单位公开。',
      })
      continue
    }
    const draft = eventDraft(one.plan, input, holidays)
    if (draft) started.push({ item: one.item, draft })
    else {
      const message = `“${nameOf(one.item)}”的公开时限不从“${TRIGGER_LABELS[input.kind]}”起算，或者金额不在范围内。`
      issues.push({ code: 'no-clock', field, message })
    }
  }
  return { started, issues }
}

/** Returns the earliest unprompted disclosure that already answers the event. */
const toldAlready = (
  obligations: readonly ObligationRow[],
  { kind, on }: RecordTriggerEvent,
): ObligationRow | undefined =>
  obligations
    .filter(
      obligation =>
        isUnprompted(obligation) &&
        obligation.doneOn !== null &&
        (mayLieAhead(kind) || obligation.doneOn >= on),
    )
    .sort((a, b) => (a.doneOn! < b.doneOn! ? -1 : 1))[0]

interface Ground {
  org: OrgRow
  eventId: string
  input: RecordTriggerEvent
  at: Date
}

/** The person who records the event. */
export type Recorder = Pick<TriggerEventRow, 'by' | 'byName'>

/** Opens the obligation of one item. Returns it, whether it is new, and every row that was changed. */
async function open(tx: Tx, { item, draft }: Started, { org, eventId, input, at }: Ground) {
  const obligations = await tx
    .of(Obligations)
    .find({ orgCode: org._id, itemKey: item.key })
    .lean<ObligationRow[]>()
    .exec()
  const known = obligations.find(({ causeKey }) => causeKey === draft.causeKey)
  const wasRetracted = known?.status === 'not-applicable' && known.eventId === null
  if (known && !wasRetracted) return { obligation: known, isNew: false, touched: [] }
  const told = toldAlready(obligations, input)
  const done = told ? answered(draft.dueOn, told.doneOn!, told.noticeId!) : {}
  if (told) await tx.of(Obligations).deleteOne({ _id: told._id })
  const set = { eventId, amountFen: input.amountFen, ...done }
  const over = told ? [told] : []
  if (known) {
    const fresh = { ...draft, status: undone(draft), reason: null, byRule: false, ...set }
    const obligation = await changeObligation(tx, known, fresh, at)
    if (!obligation) throw new Error(`duty ${known._id} changed inside its transaction`)
    return { obligation, isNew: true, touched: [obligation, ...over] }
  }
  const obligation = obligationRow(org, item, draft, at, set)
  await tx.of(Obligations).create([obligation])
  return { obligation, isNew: true, touched: [obligation, ...over] }
}

/**
 * Opens the obligations of an event's items and stores the event; returns the existing obligations if they were opened
 * before.
 */
export async function startClocks(
  tx: Tx,
  { org, input, at }: Omit<Ground, 'eventId'>,
  by: Recorder,
): Promise<{ id: string; obligations: ObligationRow[]; isNew: boolean }> {
  const { started, issues } = await startedBy(tx, org, input, await activeHolidays(tx))
  const all = [...dayIssues(input, chinaDate(at)), ...issues]
  if (all.length > 0) throw new AppError(422, 'event-refused', all)
  const eventId = newId('evt')
  const opened = []
  for (const one of started) opened.push(await open(tx, one, { org, eventId, input, at }))
  const obligations = opened.map(({ obligation }) => obligation)
  const fresh = opened.filter(({ isNew }) => isNew)
  if (fresh.length === 0) {
    return {
      id: obligations.find(obligation => obligation.eventId)?.eventId ?? eventId,
      obligations,
      isNew: false,
    }
  }
  const { kind, on, amountFen } = input
  const itemKeys = fresh.map(({ obligation }) => obligation.itemKey)
  const itemNames = fresh.map(({ obligation }) => obligation.name)
  const event = { _id: eventId, orgCode: org._id, kind, on, amountFen, itemKeys, itemNames, ...by, at }
  await tx.of(TriggerEvents).create([{ ...event, retracted: null }])
  await refreshMatrix(
    tx,
    org,
    fresh.flatMap(({ touched }) => touched),
    { at },
  )
  return { id: eventId, obligations, isNew: true }
}

/**
 * Records a trigger event 登记一件事, which opens the obligations of its items. Recording the same day again opens
 * nothing twice and returns the same obligations.
 * @throws AppError 422 `event-refused` with every reason: a day in the future or too long ago, an item that such an
 * event does not start
 */
export async function recordEvent(
  tx: Tx,
  by: Authorised<'triggerEvent.record'>,
  org: OrgRow,
  input: RecordTriggerEvent,
): Promise<{ id: string; obligations: ObligationRow[] }> {
  const recorder = { by: by.actor.id, byName: by.actor.name }
  const { id, obligations, isNew } = await startClocks(tx, { org, input, at: tx.now }, recorder)
  if (isNew) await audit(tx, by, { orgCode: org._id, id }, { kind: input.kind, on: input.on })
  return { id, obligations }
}
