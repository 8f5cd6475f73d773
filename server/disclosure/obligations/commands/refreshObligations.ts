import type { Db, Tx } from '@server/platform/store/db'
import { type QueryFilter, trusted } from 'mongoose'
import { FIRST_LOOK_BACK } from '@shared/facts/disclosure/obligationRules'
import { type HolidayTable, addDays } from '@server/domain/deadline'
import {
  type NewObligation,
  closedBy,
  eventDraft,
  openDrafts,
  triggersOf,
  isUndone,
} from '@server/domain/obligation'
import { chinaDate, dateLabel } from '@shared/common/period'
import { obligationsRefreshed } from '../events'
import { type ObligingItem, obligingItems } from '../queries/obligingItems'
import { type Disclosed, isUnprompted, openObligation, unpromptedRow } from './closeObligations'
import { answered, changeObligation, followingItem, obligationRow, isOfCase, redated } from './obligationRows'
import { mergeMatters } from './mergeMatters'
import { refreshMatrix } from './refreshMatrix'
import { MatrixYears, type MatrixYearRow, type NotAdoptedItem } from '../models/matrixYears'
import { Obligations, type ObligationRow } from '../models/obligations'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'
import {
  type LeftOutItem,
  type MatterKeys,
  itemsNotAdopted,
  matterKeys,
} from '@server/catalogues/villageCatalogue'
import { nameOf } from '@server/domain/itemName'
import { Orgs, type OrgRow, setObligationsFrom } from '@server/people/orgs'
import { activeHolidays, movesByHolidays, noteMove } from '@server/disclosure/holidays'

/** Days back within which open obligations are recomputed; new ones are opened for this year only. */
const LOOK_BACK_DAYS = 1_100

export interface Time {
  now: Date
  today: string
  /** First day of this year. */
  floor: string
  holidays: HolidayTable
  /** Why the village's own catalogue leaves items out, by key. */
  reasons: ReadonlyMap<string, string>
}

export const timeOf = (now: Date, holidays: HolidayTable): Time => {
  const today = chinaDate(now)
  return { now, today, floor: `${today.slice(0, 4)}-01-01`, holidays, reasons: new Map() }
}

const placeOf = ({ itemKey, causeKey }: Pick<ObligationRow, 'itemKey' | 'causeKey'>) =>
  `${itemKey}/${causeKey}`

/** Returns this year's obligations and the open ones of earlier years. */
async function knownObligations(db: Db, orgCode: string, { floor }: Time) {
  const find = (filter: QueryFilter<ObligationRow>) =>
    db
      .of(Obligations)
      .find({ orgCode, ...filter })
      .lean<ObligationRow[]>()
      .exec()
  const rows = [
    ...(await find({ month: trusted({ $gte: floor.slice(0, 7) }) })),
    ...(await find({ status: 'open' })),
    ...(await find({ status: 'unresolved' })),
  ]
  return new Map(rows.map(row => [row._id, row]))
}

/** Returns what the current rule requires of an obligation; null when it no longer requires it. */
export function draftFor(
  row: ObligationRow,
  { plan }: ObligingItem,
  { today, holidays }: Time,
): NewObligation | null {
  const { eventKind: kind, eventOn: on, amountFen } = row
  if (kind && on) return eventDraft(plan, { kind, on, amountFen }, holidays)
  const since = row.causeKind === 'standing' && on ? on : addDays(today, -LOOK_BACK_DAYS)
  // Uses the later of today and the opening day, so that a clock set back does not close what was already opened.
  const seen = [today, chinaDate(row.openedAt)].sort().at(-1)!
  return (
    openDrafts(plan, { since, today: seen, holidays }).find(({ causeKey }) => causeKey === row.causeKey) ??
    null
  )
}

function overWords(
  { causeKind, itemKey }: ObligationRow,
  item: ObligingItem | undefined,
  { today, reasons }: Pick<Time, 'today' | 'reasons'>,
): string {
  const day = dateLabel(today)
  const reason = reasons.get(itemKey)
  if (!item && reason !== undefined) return `${day}起，村里没有采用这个事项，理由：${reason}`
  if (!item) return `${day}起，目录里不再有这个事项`
  if (item.item.mode === 'on-request') return `${day}起，目录写明这个事项依申请公开，不用主动公开`
  if (causeKind === 'unresolved') return `${day}起，时限已经写明`
  return `${day}起，目录改了时限，不再这样要求`
}

/** Leaves the trace of a due date that had assumed a year without a holiday table and is recomputed. */
async function noteReckoned(
  tx: Tx,
  { _id, orgCode, dueOn: from, assumedYears }: ObligationRow,
  next: ObligationRow,
) {
  const { dueOn: to } = next
  if (!assumedYears || from === null || to === null) return
  if (from === to && next.assumedYears) return
  await noteMove(tx, movesByHolidays(`duties:${_id}`), { orgCode, id: _id }, '公开义务', { from, to })
}

/**
 * Whether an obligation keeps its state because its day had passed when the catalogue changed: a new catalogue makes
 * nothing overdue undone. A day that assumed a year without a holiday table is recomputed all the same.
 */
function keepsItsDay(
  row: ObligationRow,
  item: ObligingItem | undefined,
  draft: NewObligation | null,
  { today }: Time,
): boolean {
  if (item?.item.mode === 'on-request') return false
  const passed = isUndone(row) && row.dueOn !== null && row.dueOn < today && !row.assumedYears
  return passed && (!draft || item?.item.deadline !== row.deadline)
}

/** Brings the open obligations of cases to the items of the catalogue in force. Returns the changed rows. */
async function followItems(
  tx: Tx,
  known: readonly ObligationRow[],
  items: ReadonlyMap<string, ObligingItem>,
  { now }: Time,
) {
  const changed: ObligationRow[] = []
  for (const row of known.filter(one => isOfCase(one) && isUndone(one))) {
    const set = followingItem(row, items.get(row.itemKey)?.item)
    const next = Object.keys(set).length > 0 ? await changeObligation(tx, row, set, now) : null
    if (next) changed.push(row, next)
  }
  return changed
}

/** Recomputes open obligations by the current rules; done ones stay unchanged. Returns the changed rows. */
async function recompute(
  tx: Tx,
  known: readonly ObligationRow[],
  items: ReadonlyMap<string, ObligingItem>,
  time: Time,
) {
  const changed: ObligationRow[] = []
  for (const row of known.filter(one => !isOfCase(one) && !one.fromOrg && (isUndone(one) || one.byRule))) {
    const item = items.get(row.itemKey)
    const draft = item ? draftFor(row, item, time) : null
    if (row.byRule && !draft) continue
    if (keepsItsDay(row, item, draft, time)) continue
    const set: Partial<ObligationRow> =
      item && draft
        ? redated(row, item.item, draft)
        : { status: 'not-applicable', byRule: true, reason: overWords(row, item, time) }
    if (Object.keys(set).length === 0) continue
    const next = await changeObligation(tx, row, set, time.now)
    if (next) changed.push(row, next)
    if (next) await noteReckoned(tx, row, next)
  }
  return changed
}

/** Whether an obligation without a period was already opened in an earlier year. */
async function wasOpened(db: Db, orgCode: string, keys: string[], { causeKey, causeKind }: NewObligation) {
  if (causeKind === 'period') return false
  return (await db.of(Obligations).exists({ orgCode, itemKey: trusted({ $in: keys }), causeKey })) !== null
}

/** Returns the obligations that should be open by today but do not exist. */
async function missing(
  db: Db,
  org: OrgRow,
  items: readonly ObligingItem[],
  places: ReadonlySet<string>,
  keysOf: MatterKeys,
  time: Time,
) {
  const rows: ObligationRow[] = []
  for (const { item, since, plan } of items) {
    const from = [since, time.floor, org.obligationsFrom ?? ''].sort().at(-1)!
    for (const draft of openDrafts(plan, { since: from, today: time.today, holidays: time.holidays })) {
      if (places.has(placeOf({ itemKey: item.key, causeKey: draft.causeKey }))) continue
      if (await wasOpened(db, org._id, keysOf(item.key), draft)) continue
      rows.push(obligationRow(org, item, draft, time.now))
    }
  }
  return rows
}

type Shown = Disclosed & Pick<PublicationRow, 'edition'>

/** Returns the organisation's publications since the year before, oldest first, by the day of their first edition. */
async function disclosedSince(db: Db, orgCode: string, { floor }: Time): Promise<Shown[]> {
  const from = new Date(`${addDays(floor, -366)}T00:00:00Z`)
  const fields = {
    noticeId: 1,
    orgCode: 1,
    itemId: 1,
    itemKey: 1,
    period: 1,
    publishedAt: 1,
    edition: 1,
  } as const
  const rows = await db
    .of(Publications)
    .find({ orgCode, live: true, publishedAt: trusted({ $gte: from }) }, fields)
    .sort({ publishedAt: 1, _id: 1 })
    .lean<Shown[]>()
    .exec()
  const firsts: Shown[] = []
  for (const row of rows) {
    const first = row.edition === 1 ? null : await db.of(Publications).findOne({ noticeId: row.noticeId, edition: 1 }, { publishedAt: 1 }).lean<Pick<PublicationRow, 'publishedAt'>>().exec() // prettier-ignore
    firsts.push(first ? { ...row, publishedAt: first.publishedAt } : row)
  }
  return firsts.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
}

/**
 * Applies earlier publications to new obligations. Returns the obligations and the ids of the notices that answer them.
 */
function answeredBefore(rows: readonly ObligationRow[], disclosed: readonly Shown[], keysOf: MatterKeys) {
  const obligations = new Map(rows.map(row => [row._id, row]))
  const used = new Set<string>()
  for (const { noticeId, itemKey, period, publishedAt } of disclosed) {
    const keys = keysOf(itemKey)
    const open = [...obligations.values()]
      .filter(row => keys.includes(row.itemKey) && isUndone(row))
      .map(openObligation)
    const publishedOn = chinaDate(publishedAt)
    for (const id of closedBy(open, { period, publishedOn, again: false })) {
      const row = obligations.get(id)!
      obligations.set(id, { ...row, ...answered(row.dueOn, publishedOn, noticeId) })
      used.add(noticeId)
    }
  }
  return { rows: [...obligations.values()], used }
}

/** Returns rows for this year's unprompted disclosures, at the first opening. */
async function unprompted(db: Db, org: OrgRow, disclosed: readonly Shown[], time: Time) {
  const rows: ObligationRow[] = []
  const items = new Map<string, CatalogueItemRow | null>()
  for (const one of disclosed.filter(({ publishedAt }) => chinaDate(publishedAt) >= time.floor)) {
    if (!items.has(one.itemId)) {
      items.set(one.itemId, await db.of(CatalogueItems).findById(one.itemId).lean<CatalogueItemRow>().exec())
    }
    const item = items.get(one.itemId)
    if (item) rows.push(unpromptedRow(org, item, one, time.now))
  }
  return rows
}

/** Deletes the unprompted rows of notices that now answer an obligation. */
async function dropUnprompted(tx: Tx, known: readonly ObligationRow[], used: ReadonlySet<string>) {
  const over = known.filter(row => isUnprompted(row) && row.noticeId !== null && used.has(row.noticeId))
  for (const { _id } of over) await tx.of(Obligations).deleteOne({ _id })
  return over
}

/** Leaves out periods that fell due long before the first opening and were not published here. */
const fromThenOn = (rows: readonly ObligationRow[], obligationsFrom: string) =>
  rows.filter(row => !isUndone(row) || row.causeKind !== 'period' || row.sortDate >= obligationsFrom)

interface Beginning {
  opened: readonly ObligationRow[]
  /** Disclosures that answer none of the opened obligations. */
  unused: readonly Shown[]
  known: readonly ObligationRow[]
}

/**
 * Prepares the first opening for an organisation: includes its past publications in the matrix, leaves out days long
 * past.
 */
async function begin(tx: Tx, org: OrgRow, { opened, unused, known }: Beginning, time: Time) {
  const obligationsFrom = addDays(time.today, -FIRST_LOOK_BACK.days)
  await setObligationsFrom(tx, org._id, obligationsFrom)
  const told = new Set(known.map(({ noticeId }) => noticeId))
  const fresh = unused.filter(({ noticeId }) => !told.has(noticeId))
  return { rows: fromThenOn(opened, obligationsFrom), rest: await unprompted(tx, org, fresh, time) }
}

/** Returns the items left out, each from the month in which that was first seen this year. */
async function sinceWhen(
  tx: Tx,
  { _id }: OrgRow,
  items: readonly LeftOutItem[],
  { today }: Time,
): Promise<Record<string, NotAdoptedItem>> {
  const known = await tx
    .of(MatrixYears)
    .findById(`${_id}/${today.slice(0, 4)}`)
    .lean<MatrixYearRow>()
    .exec()
  const month = Number(today.slice(5, 7))
  return Object.fromEntries(
    items.map(({ key, path, reason }) => [
      key,
      { name: nameOf({ path }), from: known?.notAdopted?.[key]?.from ?? month, reason },
    ]),
  )
}

const BATCH = 500

/**
 * Brings an organisation's obligations up to date: opens those now due to be opened, recomputes open ones by the
 * current catalogue and holiday tables, closes those no longer required, with the reason. Idempotent.
 */
export async function refreshObligations(tx: Tx, org: OrgRow, now: Date): Promise<void> {
  const { notAdopted, reasons } = await itemsNotAdopted(tx, org)
  const time = { ...timeOf(now, await activeHolidays(tx)), reasons }
  const items = await obligingItems(tx, org)
  const byKey = new Map(items.map(one => [one.item.key, one]))
  const keysOf = await matterKeys(tx, org._id)
  const before = [...(await knownObligations(tx, org._id, time)).values()]
  const { known, touched } = await mergeMatters(tx, before, byKey, keysOf)
  const changed = [
    ...(await recompute(tx, known, byKey, time)),
    ...(await followItems(tx, known, byKey, time)),
  ]
  const fresh = await missing(tx, org, items, new Set(known.map(placeOf)), keysOf, time)
  const isFirst = !org.obligationsFrom
  const disclosed = fresh.length > 0 || isFirst ? await disclosedSince(tx, org._id, time) : []
  const { rows: opened, used } = answeredBefore(fresh, disclosed, keysOf)
  const { rows, rest } = isFirst
    ? await begin(tx, org, { opened, unused: disclosed.filter(one => !used.has(one.noticeId)), known }, time)
    : { rows: opened, rest: [] }
  const over = await dropUnprompted(tx, known, used)
  const all = [...rows, ...rest]
  for (let at = 0; at < all.length; at += BATCH) {
    await tx.of(Obligations).insertMany(all.slice(at, at + BATCH), { lean: true })
  }
  const waiting = items.filter(({ plan }) => triggersOf(plan).length > 0).map(({ item }) => item.key)
  const byCatalogue = { year: Number(time.today.slice(0, 4)), waits: waiting }
  await refreshMatrix(tx, org, [...touched, ...changed, ...all, ...over], {
    at: now,
    byCatalogue: { ...byCatalogue, notAdopted: await sinceWhen(tx, org, notAdopted, time) },
  })
  await tx.emit(obligationsRefreshed, { org, items: items.map(({ item }) => item) })
}

/** Recomputes a village's obligations after its items were linked with the street's: one matter, one obligation. */
export async function refreshLinkedObligations(
  tx: Tx,
  { orgCode, at }: { orgCode: string; at: Date },
): Promise<void> {
  const org = await tx.of(Orgs).findById(orgCode).lean<OrgRow>().exec()
  if (org?.obligationsFrom && !org.mergedInto) await refreshObligations(tx, org, at)
}

/** Recomputes a village's obligations after it has put its own catalogue into force. */
export const openVillageObligations = (tx: Tx, { org, at }: { org: OrgRow; at: Date }): Promise<void> =>
  refreshObligations(tx, org, at)
