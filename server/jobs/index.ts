import { openDutiesJob, refreshDutiesJob } from './duties'
import { endPublicityJob, publishScheduled } from './notices'
import type { Services } from '../services'
import type { JobHandlers } from '../services/jobs'
import { notifyFollowersJob } from './notifyFollowers'
import { sendMessageJob } from './sendMessage'
import { tellNoticeJob } from './tellNotice'
import { answerDueJob, tellObjectionJob } from './tellObjection'

export type { JobKind } from '../models'

/** What is done when its time has come, by kind; work of a kind without a handler waits. */
export const JOB_HANDLERS: JobHandlers<Services> = {
  'notify-followers': notifyFollowersJob,
  'send-message': sendMessageJob,
  publish: publishScheduled,
  'end-publicity': endPublicityJob,
  'tell-notice': tellNoticeJob,
  'tell-objection': tellObjectionJob,
  'answer-due': answerDueJob,
  'open-duties': openDutiesJob,
  'refresh-duties': refreshDutiesJob,
}
