import { defineFeature } from '@server/http/feature'
import { HolidayYears } from './models/holidayYears'
import { holidayRoutes } from './routes/holidays'
import { POLICIES } from './policy'

export const holidays = defineFeature({
  collections: [HolidayYears],
  policies: POLICIES,
  routes: [...holidayRoutes],
})
