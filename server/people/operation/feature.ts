import { defineFeature } from '@server/http/feature'
import { Feedbacks } from './models/feedbacks'
import { clientErrorRoutes } from './routes/clientErrors'
import { feedbackRoutes } from './routes/feedback'
import { operationRoutes } from './routes/failedJobs'
import { POLICIES } from './policy'

export const operation = defineFeature({
  collections: [Feedbacks],
  policies: POLICIES,
  routes: [...operationRoutes, ...feedbackRoutes, ...clientErrorRoutes],
})
