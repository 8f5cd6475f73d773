import { type OpenDuty, closedBy, isDone, isUndone } from '@server/domain/obligation'
import { chinaDate, dateLabel } from '@shared/common/period'
import type {
  CatalogueItemRow,
  Models,
  NoticeRow,
  ObligationRow,
  OrgRow,
  PublicationRow,
} from '@server/platform/store/collections'
import { answered, changeDuty, dutyRow, undone } from './obligationRows'
import { refreshDesk } from './refreshMatrix'

/** A published notice, as far as duties go. */
export type Disclosed = Pick<
  PublicationRow,
  'noticeId' | 'orgCode' | 'itemId' | 'itemKey' | 'period' | 'publishedAt'
>

export const openDuty = ({ _id, ...row }: ObligationRow): OpenDuty => ({ id: _id, ...row })

const UNPROMPTED = 'notice:'
export const isUnprompted = ({ causeKey }: Pick<ObligationRow, 'causeKey'>): boolean =>
  causeKey.startsWith(UNPROMPTED)

/** A disclosure that nothing had asked for: itself the event, done on its day. */
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
  const row = dutyRow(
    org,
    item,
    { ...draft, skipped: [] },
    at,
    answered(null, publishedOn, disclosed.noticeId),
  )
  return { ...row, month: publishedOn.slice(0, 7) }
}

/**
 * Closes the duties that a publication answers, "本期无发生" among them; where nothing had asked for it, that is kept too: each
 * notice that was published stands in the matrix. Belongs into the publishing transaction.
 */
export async function closeDuties(models: Models, disclosed: Disclosed): Promise<void> {
  const { noticeId, orgCode, itemId, itemKey, period, publishedAt: at } = disclosed
  const org = await models.orgs.findById(orgCode).lean<OrgRow>().exec()
  if (!org) throw new Error(`publication of ${orgCode}, which is not there`)
  const duties = await models.obligations.find({ orgCode, itemKey }).lean<ObligationRow[]>().exec()
  const again = duties.some(duty => isDone(duty) && duty.noticeId === noticeId)
  const publishedOn = chinaDate(at)
  const open = duties.filter(isUndone).map(openDuty)
  const ids = new Set(closedBy(open, { period, publishedOn, again }))
  const closing = duties.filter(({ _id }) => ids.has(_id))
  for (const duty of closing) {
    await changeDuty(models, duty, answered(duty.dueOn, publishedOn, noticeId), at)
  }
  const touched: Pick<ObligationRow, 'itemKey' | 'month'>[] = [...closing]
  if (!again && closing.length === 0) {
    const item = await models.catalogueItems.findById(itemId).lean<CatalogueItemRow>().exec()
    if (!item) throw new Error(`publication of ${itemId}, which is not there`)
    const row = unpromptedRow(org, item, disclosed, at)
    await models.obligations.create([row])
    touched.push(row)
  }
  if (touched.length > 0) await refreshDesk(models, org, touched, { at })
}

/** A withdrawn notice answers nothing any more: its duties are open again. Belongs into the withdrawal's transaction. */
export async function reopenDuties(models: Models, { _id }: NoticeRow, at: Date): Promise<void> {
  const all = await models.obligations.find({ noticeId: _id }).lean<ObligationRow[]>().exec()
  const duties = all.filter(isDone)
  const [first] = duties
  if (!first) return
  for (const duty of duties) {
    if (isUnprompted(duty)) await models.obligations.deleteOne({ _id: duty._id })
    else await changeDuty(models, duty, { status: undone(duty), doneOn: null, noticeId: null }, at)
  }
  await refreshDesk(models, { _id: first.orgCode, path: first.path }, duties, { at })
}
