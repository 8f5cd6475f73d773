import { presentItem } from '@shared/presentation/presentItem'
import { type Presentation, presentationOf } from '@shared/presentation/version'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedRecord } from '@shared/contract/disclosure/presentation'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { PresentedNotice } from '../queries/published'

/** Presents an item by today's program and, where given, a disclosure of it that is not public yet. */
export function presentRecord(
  item: CatalogueItemRow,
  content: NoticeContent | null,
  presentation?: Presentation,
): PresentedRecord {
  const { blocks, sha256 } = presentItem(item, content, presentation)
  return { blocks, sha256 }
}

/**
 * Public: a published edition as it was frozen, as published or `folded` 隐去名单. `sha256` is what the ledger commits
 * to. Of a withdrawn edition only the standard of its item is left.
 */
export function presentEdition(
  { publication, item, record }: PresentedNotice,
  folded: boolean,
): PresentedRecord {
  if (publication.withdrawn) return presentRecord(item, publication.content, presentationOf(publication))
  if (!record) throw new Error(`the presented record of ${publication._id} is missing`)
  const isFolded = folded && record.folded !== null
  return {
    blocks: JSON.parse(isFolded ? record.folded! : record.canonical) as PresentedRecord['blocks'],
    sha256: isFolded ? publication.foldedSha256! : publication.sha256,
  }
}
