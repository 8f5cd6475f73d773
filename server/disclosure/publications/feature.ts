import { defineFeature } from '@server/http/feature'
import { notifyFollowersJob } from './jobs/notifyFollowers'
import { presentedRecords } from './migrations/presentedRecords'
import { searchGrams, searchReadings } from './migrations/searchGrams'
import { PresentedRecords } from './models/presentedRecords'
import { Publications } from './models/publications'

export const publications = defineFeature({
  collections: [Publications, PresentedRecords],
  jobs: { 'notify-followers': notifyFollowersJob },
  migrations: [searchGrams, searchReadings, presentedRecords],
})
