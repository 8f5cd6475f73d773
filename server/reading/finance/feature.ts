import { defineFeature } from '@server/http/feature'
import { financeRoutes } from './routes/finance'
import { payoutRoutes } from './routes/payouts'

export const finance = defineFeature({
  routes: [...financeRoutes, ...payoutRoutes],
})
