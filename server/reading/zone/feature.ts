import { defineFeature } from '@server/http/feature'
import { Zones } from './models/zones'
import { POLICIES } from './policy'
import { zonePages, zoneRoutes } from './routes/zone'

export const zone = defineFeature({
  collections: [Zones],
  policies: POLICIES,
  routes: zoneRoutes,
  pages: [...zonePages],
})
