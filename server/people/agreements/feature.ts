import { defineFeature } from '@server/http/feature'
import { Agreements } from './models/agreements'
import { agreementRoutes } from './routes/agreements'
import { POLICIES } from './policy'

export const agreements = defineFeature({
  collections: [Agreements],
  policies: POLICIES,
  routes: agreementRoutes,
})
