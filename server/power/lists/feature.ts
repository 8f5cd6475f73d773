import { defineFeature } from '@server/http/feature'
import { PowerLists } from './models/powerLists'
import { powerRoutes } from './routes/powers'
import { POLICIES } from './policy'

export const lists = defineFeature({
  collections: [PowerLists],
  policies: POLICIES,
  routes: [...powerRoutes],
})
