import { defineFeature } from '@server/http/feature'
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
  migrations: [powerPapers],
})
