import { defineFeature } from '@server/http/feature'
import { auditRoutes } from './routes/audit'
import { POLICIES } from './policy'

export const audit = defineFeature({
  policies: POLICIES,
  routes: [...auditRoutes],
})
