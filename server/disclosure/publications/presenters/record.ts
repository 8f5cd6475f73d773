import { presentItem } from '@shared/presentation/presentItem'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedRecord } from '@shared/contract/disclosure/presentation'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

/** Public: the single presentation of an item and, where given, of a disclosure of it. */
export function presentRecord(item: CatalogueItemRow, content: NoticeContent | null): PresentedRecord {
  const { blocks, sha256 } = presentItem(item, content)
  return { blocks, sha256 }
}
