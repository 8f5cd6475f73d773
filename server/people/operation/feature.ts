import { defineFeature } from '@server/http/feature'
import { clientErrorRoutes } from './routes/clientErrors'
import { operationRoutes } from './routes/failedJobs'
import { POLICIES } from './policy'

export const operation = defineFeature({ policies: POLICIES, routes: [...operationRoutes, ...clientErrorRoutes] })
