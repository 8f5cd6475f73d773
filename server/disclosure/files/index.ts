export type { FileRow } from './models/files'
export { presentDownload, presentPicture, publicNameOf } from './presenters/files'
export {
  attachmentIssues,
  contentOf,
  fileOf,
  notUploaded,
  pictureOf,
  publicationsNaming,
} from './queries/files'
export { fileUpload } from './routes/fileUpload'
