import type { Tx } from '@server/platform/store/db'
import { nameOf } from '@server/domain/itemName'
import { type NewObligation, type ObligationStatus, doneStatus } from '@server/domain/obligation'
import { chinaDate } from '@shared/common/period'
import { Obligations, type ObligationRow } from '../models/obligations'
import { changed, newId } from '@server/platform/store/collection'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'

const LAST = '9999-12-31'

/**
 * Prefix of the `causeKey` of an obligation started by a case 办件: its deadline follows the case's item, not the
 * catalogue.
 */
export const OF_CASE = 'case:'
/** Returns the `causeKey` of the obligation of a step's visit. */
export const causeOfCase = (caseId: string, visit: number): string => `${OF_CASE}${caseId}:${visit}`

export const isOfCase = ({ causeKey }: Pick<ObligationRow, 'causeKey'>): boolean =>
  causeKey.startsWith(OF_CASE)

/** Returns the status of an obligation without a disclosure. */
export const undone = ({ unresolved }: Pick<NewObligation, 'unresolved'>): ObligationStatus =>
  unresolved ? 'unresolved' : 'open'

/** What an obligation shows of its item; not its time limit, by which the day was computed. */
export const itemFields = (item: CatalogueItemRow) => ({
  itemId: item._id,
  area: item.area,
  name: nameOf(item),
  category: item.category,
  own: item.origin?.kind === 'added',
})

/** Returns the fields of `next` that differ from the row's. */
function differing(row: ObligationRow, next: Partial<ObligationRow>): Partial<ObligationRow> {
  const changes = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(row[field as keyof ObligationRow]) !== JSON.stringify(value),
  )
  return Object.fromEntries(changes)
}

/** Builds the row of a new obligation. */
export function obligationRow(
  org: OrgRow,
  item: CatalogueItemRow,
  draft: NewObligation,
  at: Date,
  set: Partial<ObligationRow> = {},
): ObligationRow {
  return {
    _id: newId('dut'),
    orgCode: org._id,
    path: org.path,
    itemKey: item.key,
    ...itemFields(item),
    deadline: item.deadline,
    ...draft,
    amountFen: null,
    eventId: null,
    month: (draft.dueOn ?? chinaDate(at)).slice(0, 7),
    sortDate: draft.dueOn ?? LAST,
    status: undone(draft),
    doneOn: null,
    noticeId: null,
    reason: null,
    byRule: false,
    reminders: [],
    told: 'nothing',
    version: 0,
    openedAt: at,
    updatedAt: at,
    ...set,
  }
}

/** Returns the fields that a disclosure sets on an obligation. */
export const answered = (dueOn: string | null, doneOn: string, noticeId: string) => ({
  status: doneStatus(dueOn, doneOn),
  doneOn,
  noticeId,
  reason: null,
  byRule: false,
})

/** Returns the changed fields of an open obligation after its rule has changed. */
export function redated(
  row: ObligationRow,
  item: CatalogueItemRow,
  draft: NewObligation,
): Partial<ObligationRow> {
  return differing(row, {
    ...draft,
    assumedYears: draft.assumedYears,
    ...itemFields(item),
    deadline: item.deadline,
    month: draft.dueOn?.slice(0, 7) ?? row.month,
    sortDate: draft.dueOn ?? LAST,
    status: undone(draft),
    byRule: false,
    reason: null,
  })
}

/**
 * Returns the changed fields of a case's open obligation after another catalogue came into force: it stays with its
 * day, and follows the item's newest version.
 */
export const followingItem = (
  row: ObligationRow,
  item: CatalogueItemRow | undefined,
): Partial<ObligationRow> =>
  differing(
    row,
    item ? { ...itemFields(item), deadline: item.deadline, lacksItem: undefined } : { lacksItem: true },
  )

/** Updates an obligation by compare-and-set and returns the new row; null when it has changed since. */
export async function changeObligation(
  tx: Tx,
  row: ObligationRow,
  set: Partial<ObligationRow>,
  at: Date,
): Promise<ObligationRow | null> {
  const next = { ...set, version: row.version + 1, updatedAt: at }
  const { modifiedCount } = await tx
    .of(Obligations)
    .updateOne({ _id: row._id, version: row.version }, changed(next))
  return modifiedCount === 1 ? { ...row, ...next } : null
}
