import { chinaDate } from '@shared/common/period'
import type {
  AcceptFinding,
  AnswerFinding,
  CommentFinding,
  OrderFinding,
} from '@shared/contract/disclosure/discrepancy'
import { requirementsUnmet } from '@server/platform/errors'
import type { OrgRow } from '@server/platform/store/collections'
import type { FindingWork } from '../queries/discrepancies'
import { noticeOr404, workOr404 } from '@server/catalogues/catalogue/queries/requireItem'
import { wordsIssues } from '@server/disclosure/notices/requirements'
import { advanceFinding, stepOr409 } from './advanceDiscrepancy'
import type { Deed } from '@server/platform/access/commandContext'
import { orderCorrection } from '@server/disclosure/notices/commands/guideNotice'

function refuseUnlessClean({ services: { clock } }: Deed, words: Record<string, string>): void {
  const issues = wordsIssues(words, chinaDate(clock.now()))
  if (issues.length > 0) throw requirementsUnmet(issues)
}

const committeeOf = ({ name, kind }: OrgRow): string => `${name}${kind === 'village' ? '村委会' : '居委会'}`

/** 街道（镇）提意见: nothing changes. Runs in a transaction. @throws AppError 422 for personal data in the words; 409 */
export async function commentFinding(deed: Deed, work: FindingWork, input: CommentFinding): Promise<void> {
  const { version, text } = input
  refuseUnlessClean(deed, { text })
  await advanceFinding(deed, work, { event: 'comment', seen: version, body: work.street.name, text })
}

/** 村（居）委会说明为什么不一样. Runs in a transaction. @throws AppError 422, 409 */
export async function answerFinding(deed: Deed, work: FindingWork, input: AnswerFinding): Promise<void> {
  const { version, text } = input
  refuseUnlessClean(deed, { text })
  await advanceFinding(deed, work, { event: 'answer', seen: version, body: committeeOf(work.village), text })
}

/** 街道（镇）认可说明: the difference may stand. Runs in a transaction. @throws AppError 422, 409 */
export async function acceptFinding(deed: Deed, work: FindingWork, input: AcceptFinding): Promise<void> {
  const { version, text = null } = input
  if (text !== null) refuseUnlessClean(deed, { text })
  await advanceFinding(deed, work, { event: 'accept', seen: version, body: work.street.name, text })
}

/**
 * 责令更正 because of a finding: orders the correction of the village's notice, with the reason and the day beside it. Where the
 * notice stands under an order already, the finding joins it: its day holds. Runs in a transaction.
 * @throws AppError 422 as orderCorrection; 409 as advanceFinding and orderCorrection
 */
export async function orderFinding(deed: Deed, work: FindingWork, input: OrderFinding): Promise<void> {
  const { models } = deed.services
  const { version, reason, mendBy } = input
  stepOr409(work, 'order')
  const { notice } = work
  if (notice.state === 'ordered') refuseUnlessClean(deed, { reason })
  else {
    const disclosed = await workOr404(models, notice._id)
    await orderCorrection(deed, disclosed, {
      version: disclosed.notice.version,
      reason,
      ...(mendBy && { mendBy }),
    })
  }
  const { order } = await noticeOr404(models, notice._id, 'id')
  await advanceFinding(deed, work, {
    event: 'order',
    seen: version,
    body: work.street.name,
    text: reason,
    mendBy: order?.mendBy ?? null,
  })
}
