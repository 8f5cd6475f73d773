import { defineFeature } from '@server/http/feature'
import { catalogueRoutes } from './routes/catalogue'
import { codeRoutes } from './routes/codes'
import { feedRoutes } from './routes/feed'
import { fileRoutes } from './routes/files'
import { homeRoutes } from './routes/home'
import { householdRoutes } from './routes/household'
import { noticeRoutes } from './routes/notices'
import { shareCardRoutes } from './routes/shareCards'
import { dailyVectors, refreshVectorsJob } from './jobs/refreshVectors'
import { TextVectors } from './models/textVectors'
import { searchRoutes } from './routes/search'

export const site = defineFeature({
  collections: [TextVectors],
  daily: dailyVectors,
  jobs: { 'refresh-vectors': refreshVectorsJob },
  routes: [
    ...homeRoutes,
    ...codeRoutes,
    ...feedRoutes,
    ...noticeRoutes,
    ...catalogueRoutes,
    ...searchRoutes,
    ...shareCardRoutes,
    ...fileRoutes,
    ...householdRoutes,
  ],
})
