import { defineFeature } from '@server/http/feature'
import { dailyJob, fanOutObligations, refreshObligationsJob } from './jobs/dailyObligations'
import { MatrixYears } from './models/matrixYears'
import { Nudges } from './models/nudges'
import { Obligations } from './models/obligations'
import { TriggerEvents } from './models/triggerEvents'
import { matrixRoutes } from './routes/matrix'
import { obligationRoutes } from './routes/obligations'
import { POLICIES } from './policy'

export const obligations = defineFeature({
  collections: [Obligations, TriggerEvents, MatrixYears, Nudges],
  policies: POLICIES,
  routes: [...obligationRoutes, ...matrixRoutes],
  daily: dailyJob,
  jobs: { 'fan-out-obligations': fanOutObligations, 'refresh-obligations': refreshObligationsJob },
})
