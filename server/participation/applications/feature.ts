import { defineFeature } from '@server/http/feature'
import {
  eraseApplicantJob,
  notifyApplicationJob,
  recomputeApplicationsJob,
  remindApplicationJob,
} from './jobs/applicationJobs'
import {
  ApplicantVaults,
  ApplicationCounters,
  ApplicationDesks,
  ApplicationEvents,
  Applications,
} from './models/applications'
import { ApplicationPapers } from './models/applicationPapers'
import { POLICIES } from './policy'
import { applicationRoutes } from './routes/applications'
import { paperRoutes } from './routes/papers'
import { receiptRoutes } from './routes/receipt'

export const applications = defineFeature({
  collections: [
    Applications,
    ApplicationEvents,
    ApplicantVaults,
    ApplicationCounters,
    ApplicationDesks,
    ApplicationPapers,
  ],
  policies: POLICIES,
  routes: [...applicationRoutes, ...paperRoutes, ...receiptRoutes],
  jobs: {
    'notify-application': notifyApplicationJob,
    'remind-application': remindApplicationJob,
    'erase-applicant': eraseApplicantJob,
    'recompute-applications': recomputeApplicationsJob,
  },
})
