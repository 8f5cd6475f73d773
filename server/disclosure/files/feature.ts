import { defineFeature } from '@server/http/feature'
import { checkPictureJob } from './jobs/checkPicture'
import { collectFilesJob, dailyCollection } from './jobs/collectFiles'
import { FilePictures } from './models/filePictures'
import { Files, FileChunks, FileContents } from './models/files'
import { PictureChecks, PictureVerdicts } from './models/pictureChecks'
import { POLICIES } from './policy'
import { pictureCheckRoutes } from './routes/pictureChecks'

export const files = defineFeature({
  collections: [Files, FileChunks, FilePictures, FileContents, PictureChecks, PictureVerdicts],
  policies: POLICIES,
  routes: pictureCheckRoutes,
  jobs: { 'collect-files': collectFilesJob, 'check-picture': checkPictureJob },
  daily: dailyCollection,
})
