import { defineFeature } from '@server/http/feature'
import { ChannelProofs } from './models/channelProofs'
import { columnRoutes } from './routes/columns'
import { channelRoutes } from './routes/proofs'
import { POLICIES } from './policy'

export const channels = defineFeature({
  collections: [ChannelProofs],
  policies: POLICIES,
  routes: [...columnRoutes, ...channelRoutes],
})
