import { endPublicityJob, publishScheduled } from './notices'
import type { Services } from '../services'
import type { JobHandlers } from '../services/jobs'
import { notifyFollowersJob } from './notifyFollowers'
import { sendMessageJob } from './sendMessage'

export type { JobKind } from '../models'

/** What is done when its time has come, by kind; work of a kind without a handler waits. */
export const JOB_HANDLERS: JobHandlers<Services> = {
  'notify-followers': notifyFollowersJob,
  'send-message': sendMessageJob,
  publish: publishScheduled,
  'end-publicity': endPublicityJob,
}
