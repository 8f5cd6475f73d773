import { failedJobs } from '@server/platform/jobs/failedJobs'
import { staffRead } from '@server/http/route'
import { authorize } from '../policy'
import { presentFailedJobs } from '../presenters/failedJobs'

export const operationRoutes = [
  staffRead('GET /failed-jobs', {
    tag: '后台任务',
    summary: '试了多次没有办成的后台任务（系统管理员）；重试用命令行 cli jobs retry',
    handle: async ({ services: { db }, actor, requestId }) => {
      authorize({ actor, requestId }, 'job.list', {})
      return presentFailedJobs(await failedJobs(db))
    },
  }),
]
