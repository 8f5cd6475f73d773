import { defineFeature } from '@server/http/feature'
import { notifyFollowersJob } from './jobs/notifyFollowers'
import { searchGrams } from './migrations/searchGrams'
import { Publications } from './models/publications'

export const publications = defineFeature({
  collections: [Publications],
  jobs: { 'notify-followers': notifyFollowersJob },
  migrations: [searchGrams],
})
