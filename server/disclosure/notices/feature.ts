import { defineFeature } from '@server/http/feature'
import { notifyNoticeJob } from './jobs/notifyNotice'
import { publishScheduled, endPublicityJob } from './jobs/scheduledNotices'
import { recomputeNoticesJob } from './jobs/recomputeNotices'
import { Guidance } from './models/guidance'
import { Notices } from './models/notices'
import { Revisions } from './models/revisions'
import { Statuses } from './models/statuses'
import { tableRoutes } from './routes/table'
import { workbenchRoutes } from './routes/workbench'
import { noticeRoutes } from './routes/workflow'
import { POLICIES } from './policy'

export const notices = defineFeature({
  collections: [Notices, Revisions, Statuses, Guidance],
  policies: POLICIES,
  routes: [...workbenchRoutes, ...noticeRoutes, ...tableRoutes],
  jobs: {
    publish: publishScheduled,
    'end-publicity': endPublicityJob,
    'notify-notice': notifyNoticeJob,
    'recompute-notices': recomputeNoticesJob,
  },
})
