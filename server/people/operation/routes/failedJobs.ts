import { failedJobs, retryJob } from '@server/platform/jobs/failedJobs'
import { staffRead, staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import { presentFailedJob, presentFailedJobs } from '../presenters/failedJobs'

const tag = '后台任务'

export const operationRoutes = [
  staffRead('GET /failed-jobs', {
    tag,
    summary: '试了多次没有办成的后台任务（系统管理员）',
    handle: async ({ services: { db }, actor, requestId }) => {
      authorize({ actor, requestId }, 'job.list', {})
      return presentFailedJobs(await failedJobs(db))
    },
  }),
  staffWrite('POST /failed-jobs/:id/retry', {
    tag,
    summary: '让没有办成的后台任务重新排队，马上再试（系统管理员）；回答是它排队以前的样子',
    handle: ({ actor, requestId, params: { id }, commit }) => {
      const by = authorize({ actor, requestId }, 'job.retry', {})
      return commit(async tx => presentFailedJob(await retryJob(tx, by, id)))
    },
  }),
]
