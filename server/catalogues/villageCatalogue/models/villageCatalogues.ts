import type { VillageItem, RemovedVillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { checked, defineCollection, instant, text, texts, whole } from '@server/platform/store/collection'

/** Draft of a village catalogue 村（居）公开清单, one for each village; activated as catalogue versions. */
export interface VillageCatalogueRow {
  /** The village's code. */
  _id: string
  /** Counter for compare-and-set; every change adds one. */
  version: number
  /** Version activated last; 0 = none yet. */
  inForce: number
  items: VillageItem[]
  removed: RemovedVillageItem[]
  /** Ids of everyone who changed it since its last activation: none of them may activate it. */
  writers: string[]
  writerNames: string[]
  updatedAt: Date
}

export const VillageCatalogues = defineCollection<VillageCatalogueRow>({
  name: 'villageCatalogues',
  fields: {
    _id: text,
    version: whole,
    inForce: whole,
    items: checked,
    removed: checked,
    writers: texts,
    writerNames: texts,
    updatedAt: instant,
  },
  indexes: [],
})
