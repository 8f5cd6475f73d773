import { defineFeature } from '@server/http/feature'
import { FilePictures } from './models/filePictures'
import { collectFilesJob, dailyCollection } from './jobs/collectFiles'
import { Files, FileChunks, FileContents } from './models/files'

export const files = defineFeature({
  collections: [Files, FileChunks, FilePictures, FileContents],
  jobs: { 'collect-files': collectFilesJob },
  daily: dailyCollection,
})
