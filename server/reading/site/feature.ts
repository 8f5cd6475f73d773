import { defineFeature } from '@server/http/feature'
import { catalogueRoutes } from './routes/catalogue'
import { codeRoutes } from './routes/codes'
import { feedRoutes } from './routes/feed'
import { fileRoutes } from './routes/files'
import { homeRoutes } from './routes/home'
import { householdRoutes } from './routes/household'
import { noticeRoutes } from './routes/notices'
import { shareCardRoutes } from './routes/shareCards'
import { searchRoutes } from './routes/search'

export const site = defineFeature({
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
