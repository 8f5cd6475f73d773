import { defineFeature } from '@server/http/feature'
import { Inspections } from './models/inspections'
import { inspectionRoutes } from './routes/inspections'
import { POLICIES } from './policy'

export const inspections = defineFeature({
  collections: [Inspections],
  policies: POLICIES,
  routes: [...inspectionRoutes],
})
