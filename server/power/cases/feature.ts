import { defineFeature } from '@server/http/feature'
import { recomputeCasesJob } from './jobs/recomputeCases'
import { powerPapers } from './migrations/powerPapers'
import { PowerCases, PowerCaseEvents } from './models/powerCases'
import { SplitAlarmAnswers } from './models/splitAlarmAnswers'
import { powerCaseRoutes } from './routes/cases'
import { splitAlarmRoutes } from './routes/splitAlarms'
import { POLICIES } from './policy'

export const cases = defineFeature({
  collections: [PowerCases, PowerCaseEvents, SplitAlarmAnswers],
  policies: POLICIES,
  routes: [...splitAlarmRoutes, ...powerCaseRoutes],
  jobs: { 'recompute-cases': recomputeCasesJob },
  migrations: [powerPapers],
})
