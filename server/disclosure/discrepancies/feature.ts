import { defineFeature } from '@server/http/feature'
import { Discrepancies, DiscrepancyEvents } from './models/discrepancies'
import { discrepancyRoutes } from './routes/discrepancies'
import { POLICIES } from './policy'

export const discrepancies = defineFeature({
  collections: [Discrepancies, DiscrepancyEvents],
  policies: POLICIES,
  routes: [...discrepancyRoutes],
})
