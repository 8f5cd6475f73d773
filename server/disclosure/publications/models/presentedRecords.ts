import { defineCollection, text, textOrNull } from '@server/platform/store/collection'

/**
 * Presented record 呈现记录 of an edition, frozen when it was published: what every surface shows and the ledger commits
 * to, whatever today's program would make of the content. A withdrawn or erased edition has none.
 */
export interface PresentedRecordRow {
  /** Id of the publication. */
  _id: string
  orgCode: string
  /** RFC 8785 JSON of the presented blocks. */
  canonical: string
  /** The same as shown after the publicity period; null where nothing folds. */
  folded: string | null
}

export const PresentedRecords = defineCollection<PresentedRecordRow>({
  name: 'presentedRecords',
  shownTo: { field: 'orgCode', in: 'feed' },
  fields: { _id: text, orgCode: text, canonical: text, folded: textOrNull },
  indexes: [],
  removable: true,
})
