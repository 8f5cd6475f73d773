import { defineFeature } from '@server/http/feature'
import { FilePictures } from './models/filePictures'
import { Files, FileChunks } from './models/files'

export const files = defineFeature({
  collections: [Files, FileChunks, FilePictures],
})
