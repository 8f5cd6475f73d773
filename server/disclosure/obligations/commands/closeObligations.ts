import type { Tx } from '@server/platform/store/db'
import { type OpenObligation, closedBy, isDone, isUndone } from '@server/domain/obligation'
import { chinaDate, dateLabel } from '@shared/common/period'
import { answered, changeObligation, obligationRow, undone } from './obligationRows'
import { refreshMatrix } from './refreshMatrix'
import { Obligations, type ObligationRow } from '../models/obligations'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { CatalogueItems, type CatalogueItemRow } from '@server/catalogues/catalogue'
import { matterKeys } from '@server/catalogues/villageCatalogue'
import type { Disclosure, PublicationRow } from '@server/disclosure/publications'

/** The fields of a published notice that obligations need. */
export type Disclosed = Pick<
  PublicationRow,
  'noticeId' | 'orgCode' | 'itemId' | 'itemKey' | 'period' | 'publishedAt'
>

export const openObligation = ({ _id, ...row }: ObligationRow): OpenObligation => ({ id: _id, ...row })

const UNPROMPTED = 'notice:'
export const isUnprompted = ({ causeKey }: Pick<ObligationRow, 'causeKey'>): boolean =>
  causeKey.startsWith(UNPROMPTED)

/** Builds the row of an unprompted disclosure: the disclosure itself is the event, done on its day. */
export function unpromptedRow(
  org: OrgRow,
  item: CatalogueItemRow,
  disclosed: Disclosed,
  at: Date,
): ObligationRow {
  const publishedOn = chinaDate(disclosed.publishedAt)
  const draft = {
    causeKind: 'event',
    causeKey: `${UNPROMPTED}${disclosed.noticeId}`,
    causeLabel: `${dateLabel(publishedOn)} 公开`,
    period: null,
    eventOn: publishedOn,
    eventKind: null,
    looseFrom: null,
    dueOn: null,
    words: '没有事先登记起算的日子，已经公开',
    skipped: [],
    basis: null,
    unresolved: false,
  } as const
  const row = obligationRow(
    org,
    item,
    { ...draft, skipped: [] },
    at,
    answered(null, publishedOn, disclosed.noticeId),
  )
  return { ...row, month: publishedOn.slice(0, 7) }
}

/**
 * Closes the obligations that a publication answers, including "本期无发生"; records an unprompted publication as done
 * on its day, so that every published notice appears in the matrix.
 */
export async function closeObligations(tx: Tx, disclosed: Disclosed): Promise<void> {
  const { noticeId, orgCode, itemId, itemKey, period, publishedAt: at } = disclosed
  const org = await tx.of(Orgs).findById(orgCode).lean<OrgRow>().exec()
  if (!org) throw new Error(`publication of ${orgCode}, which is not there`)
  const obligations: ObligationRow[] = []
  for (const key of (await matterKeys(tx, orgCode))(itemKey)) {
    obligations.push(
      ...(await tx.of(Obligations).find({ orgCode, itemKey: key }).lean<ObligationRow[]>().exec()),
    )
  }
  const again = obligations.some(obligation => isDone(obligation) && obligation.noticeId === noticeId)
  const publishedOn = chinaDate(at)
  const open = obligations.filter(isUndone).map(openObligation)
  const ids = new Set(closedBy(open, { period, publishedOn, again }))
  const closing = obligations.filter(({ _id }) => ids.has(_id))
  for (const obligation of closing) {
    await changeObligation(tx, obligation, answered(obligation.dueOn, publishedOn, noticeId), at)
  }
  const touched: Pick<ObligationRow, 'itemKey' | 'month'>[] = [...closing]
  if (!again && closing.length === 0) {
    const item = await tx.of(CatalogueItems).findById(itemId).lean<CatalogueItemRow>().exec()
    if (!item) throw new Error(`publication of ${itemId}, which is not there`)
    const row = unpromptedRow(org, item, disclosed, at)
    await tx.of(Obligations).create([row])
    touched.push(row)
  }
  if (touched.length > 0) await refreshMatrix(tx, org, touched, { at })
}

/** Reopens the obligations that a withdrawn notice had answered. */
export async function reopenObligations(
  tx: Tx,
  { disclosure: { noticeId }, at }: { disclosure: Pick<Disclosure, 'noticeId'>; at: Date },
): Promise<void> {
  const all = await tx.of(Obligations).find({ noticeId }).lean<ObligationRow[]>().exec()
  const obligations = all.filter(isDone)
  const [first] = obligations
  if (!first) return
  for (const obligation of obligations) {
    if (isUnprompted(obligation)) {
      await tx.of(Obligations).deleteOne({ _id: obligation._id })
    } else {
      await changeObligation(tx, obligation, { status: undone(obligation), doneOn: null, noticeId: null }, at)
    }
  }
  await refreshMatrix(tx, { _id: first.orgCode, path: first.path }, obligations, { at })
}

/** Reopens the obligations of a notice whose public words were erased by law 依法删除: nothing public answers them. */
export const reopenErased = async (
  tx: Tx,
  erased: { disclosure: Pick<Disclosure, 'noticeId'>; wasLive: boolean; at: Date },
): Promise<void> => {
  if (erased.wasLive) await reopenObligations(tx, erased)
}
