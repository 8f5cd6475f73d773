import { defineFeature } from '@server/http/feature'
import { Orgs } from './models/orgs'
import { orgRoutes } from './routes/orgs'

export const orgs = defineFeature({
  collections: [Orgs],
  routes: [...orgRoutes],
})
