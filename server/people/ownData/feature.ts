import { defineFeature } from '@server/http/feature'
import { ownDataRoutes } from './routes/ownData'
import { POLICIES } from './policy'

export const ownData = defineFeature({ policies: POLICIES, routes: ownDataRoutes })
