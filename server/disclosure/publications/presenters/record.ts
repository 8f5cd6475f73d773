import { presentItem } from '@shared/presentation/presentItem'
import { type Presentation, presentationOf } from '@shared/presentation/version'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedRecord } from '@shared/contract/disclosure/presentation'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { PublishedNotice } from '../queries/published'
import { shownContent } from '../shownContent'

/** Public: the single presentation of an item and, where given, of a disclosure of it, by its version. */
export function presentRecord(
  item: CatalogueItemRow,
  content: NoticeContent | null,
  presentation?: Presentation,
): PresentedRecord {
  const { blocks, sha256 } = presentItem(item, content, presentation)
  return { blocks, sha256 }
}

/** Public: a published edition as it is shown now, by the version of the presentation it was published with. */
export const presentEdition = ({ publication, item }: PublishedNotice, now: Date): PresentedRecord =>
  presentRecord(item, shownContent(publication, now), presentationOf(publication))
