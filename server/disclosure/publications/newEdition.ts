import { foldedItem, presentItem, sentenceOf } from '@shared/presentation/presentItem'
import { PRESENTATION } from '@shared/presentation/version'
import { shortCode } from '@shared/presentation/shortCode'
import { gramsOf } from '@server/domain/search/grams'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { PresentedRecordRow } from './models/presentedRecords'
import type { PublicationRow } from './models/publications'

/** An edition with its frozen record. */
export interface NewEdition {
  publication: PublicationRow
  record: PresentedRecordRow
}

type Derived =
  'title' | 'sentence' | 'presentation' | 'sha256' | 'foldedSha256' | 'withdrawn' | 'live' | 'grams'

/** Makes an edition of its facts: presents the record, once and for all, and derives what lists show of it. */
export function newEdition(item: CatalogueItemRow, facts: Omit<PublicationRow, Derived>): NewEdition {
  const { content } = facts
  const presented = presentItem(item, content)
  const folded = foldedItem(item, content)
  const sentence = sentenceOf(presented.blocks)
  return {
    publication: {
      ...facts,
      title: content.title,
      sentence,
      presentation: PRESENTATION,
      sha256: presented.sha256,
      foldedSha256: folded && folded.sha256,
      withdrawn: null,
      live: true,
      grams: gramsOf({ shortCode: shortCode(facts.noticeId), title: content.title, sentence, item }),
    },
    record: {
      _id: facts._id,
      orgCode: facts.orgCode,
      canonical: presented.canonical,
      folded: folded && folded.canonical,
    },
  }
}
