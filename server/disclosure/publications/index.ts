import { Publications as ownPublications } from './models/publications'
import { readable } from '@server/platform/store/collection'

export { movePublicity } from './commands/movePublicity'
export { blankEdition, eraseStoredEdition, storeEdition } from './commands/storeEdition'
export {
  type Disclosure,
  type Erased,
  editionErased,
  editionWithdrawn,
  noticeWithdrawn,
  type Withdrawal,
} from './events'
export type { PublicationRow } from './models/publications'
export { missingGlyphs } from './presenters/missingGlyphs'
export { type NewEdition, newEdition } from './newEdition'
export { presentEdition, presentRecord } from './presenters/record'
export { type Rows, blockRows } from './presenters/recordRows'
export { presentSummary } from './presenters/summary'
export {
  type PublicationSummary,
  SUMMARY_FIELDS,
  newestOf,
  rowsAfter,
  rowsKept,
} from './queries/publications'
export {
  type EditionRow,
  type PresentedNotice,
  type PublishedNotice,
  editionsOf,
  findDisclosure,
  findPublished,
  lastPublished,
} from './queries/published'
export { publicBlocks } from './queries/publicBlocks'
export { figuresOf, type PostedRow, postedNow } from './queries/posted'
export { endOf, isOver, namesUntil, shownContent } from './shownContent'

export const Publications = readable(ownPublications)
