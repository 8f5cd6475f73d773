import { type Authorised, including } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type {
  AcceptDiscrepancy,
  AnswerDiscrepancy,
  CommentDiscrepancy,
  OrderDiscrepancy,
} from '@shared/contract/disclosure/discrepancy'
import { requirementsUnmet } from '@server/platform/errors'
import type { DiscrepancyContext } from '../queries/discrepancies'
import { advanceDiscrepancy, requireStep } from './advanceDiscrepancy'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { orderCorrection, requireNotice, requireNoticeContext } from '@server/disclosure/notices'
import type { OrgRow } from '@server/people/orgs'

function refuseUnlessClean({ now }: Tx, words: Record<string, string>): void {
  const issues = wordsIssues(words, chinaDate(now))
  if (issues.length > 0) throw requirementsUnmet(issues)
}

const committeeOf = ({ name, kind }: OrgRow): string => `${name}${kind === 'village' ? '村委会' : '居委会'}`

/**
 * Records a comment of the street or town 街道（镇）提意见; the state stays the same.
 * @throws AppError 422 for personal data in the text; 409
 */
export async function commentDiscrepancy(
  tx: Tx,
  by: Authorised<'discrepancy.comment'>,
  work: DiscrepancyContext,
  input: CommentDiscrepancy,
): Promise<void> {
  const { version, text } = input
  refuseUnlessClean(tx, { text })
  await advanceDiscrepancy(tx, by, work, { event: 'comment', seen: version, body: work.street.name, text })
}

/**
 * Records the village's explanation of the difference 村（居）委会说明.
 * @throws AppError 422, 409
 */
export async function answerDiscrepancy(
  tx: Tx,
  by: Authorised<'discrepancy.answer'>,
  work: DiscrepancyContext,
  input: AnswerDiscrepancy,
): Promise<void> {
  const { version, text } = input
  refuseUnlessClean(tx, { text })
  await advanceDiscrepancy(tx, by, work, {
    event: 'answer',
    seen: version,
    body: committeeOf(work.village),
    text,
  })
}

/**
 * Accepts the village's explanation 街道（镇）认可说明, so that the difference may remain.
 * @throws AppError 422, 409
 */
export async function acceptDiscrepancy(
  tx: Tx,
  by: Authorised<'discrepancy.accept'>,
  work: DiscrepancyContext,
  input: AcceptDiscrepancy,
): Promise<void> {
  const { version, text = null } = input
  if (text !== null) refuseUnlessClean(tx, { text })
  await advanceDiscrepancy(tx, by, work, { event: 'accept', seen: version, body: work.street.name, text })
}

/**
 * Orders the correction of the village's notice because of a discrepancy 责令更正, with reason and deadline. If the
 * notice is already under an order, the discrepancy joins it and takes its deadline.
 * @throws AppError 422 as orderCorrection; 409 as advanceDiscrepancy and orderCorrection
 */
export async function orderDiscrepancy(
  tx: Tx,
  by: Authorised<'discrepancy.order'>,
  work: DiscrepancyContext,
  input: OrderDiscrepancy,
): Promise<void> {
  const { version, reason, correctBy } = input
  requireStep(work, 'order')
  const { notice } = work
  if (notice.state === 'ordered') refuseUnlessClean(tx, { reason })
  else {
    const disclosed = await requireNoticeContext(tx, notice._id)
    await orderCorrection(tx, including(by, 'notice.order'), disclosed, {
      version: disclosed.notice.version,
      reason,
      ...(correctBy && { correctBy }),
    })
  }
  const { order } = await requireNotice(tx, notice._id, 'id')
  await advanceDiscrepancy(tx, by, work, {
    event: 'order',
    seen: version,
    body: work.street.name,
    text: reason,
    correctBy: order?.correctBy ?? null,
  })
}
