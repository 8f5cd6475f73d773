import { defineFeature } from '@server/http/feature'
import { shortCodes } from './migrations/shortCodes'
import { cataloguePages } from './routes/catalogue'
import { noticePages } from './routes/notices'
import { placePages } from './routes/places'
import { crawlerPages } from './routes/sitemap'

export const plainPages = defineFeature({
  pages: [...noticePages, ...placePages, ...cataloguePages, ...crawlerPages],
  migrations: [shortCodes],
})
