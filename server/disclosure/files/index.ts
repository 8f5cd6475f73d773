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
export { storeFile } from './commands/storeFile'
export { fileUpload } from './routes/fileUpload'
export { can as canFiles } from './policy'
export {
  type NoticePicture,
  checkedPictures,
  pictureIssues,
  stateOf as pictureState,
} from './queries/pictureChecks'
