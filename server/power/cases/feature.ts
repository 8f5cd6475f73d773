import { defineFeature } from '@server/http/feature'
import { reckonCasesJob } from './jobs/reckonCases'
import { powerPapers } from './migrations/powerPapers'
import { PowerCases, PowerCaseEvents } from './models/powerCases'
import { SplitAnswers } from './models/splitAnswers'
import { powerCaseRoutes } from './routes/cases'
import { splitAlarmRoutes } from './routes/splitAlarms'
import { POLICIES } from './policy'

export const cases = defineFeature({
  collections: [PowerCases, PowerCaseEvents, SplitAnswers],
  policies: POLICIES,
  routes: [...splitAlarmRoutes, ...powerCaseRoutes],
  jobs: { 'reckon-cases': reckonCasesJob },
  migrations: [powerPapers],
})
