import {
  fanOutObligations,
  refreshObligationsJob,
} from '@server/disclosure/obligations/jobs/dailyObligations'
import { endPublicityJob, publishScheduled } from '@server/disclosure/notices/jobs/scheduledNotices'
import type { Services } from '@server/platform/services'
import type { JobHandlers } from '@server/platform/jobs/runner'
import { notifyFollowersJob } from '@server/disclosure/publications/jobs/notifyFollowers'
import { sendMessageJob } from '@server/people/messages/jobs/sendMessage'
import { notifyNoticeJob } from '@server/disclosure/notices/jobs/notifyNotice'
import { answerDueJob, notifyObjectionJob } from '@server/participation/objections/jobs/notifyObjection'

export type { JobKind } from '@server/platform/jobs/jobs'

/** What is done when its time has come, by kind; work of a kind without a handler waits. */
export const JOB_HANDLERS: JobHandlers<Services> = {
  'notify-followers': notifyFollowersJob,
  'send-message': sendMessageJob,
  publish: publishScheduled,
  'end-publicity': endPublicityJob,
  'tell-notice': notifyNoticeJob,
  'tell-objection': notifyObjectionJob,
  'answer-due': answerDueJob,
  'open-duties': fanOutObligations,
  'refresh-duties': refreshObligationsJob,
}
