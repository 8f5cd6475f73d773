import type { VillageItem, RemovedLine } from '@shared/contract/catalogues/villageCatalogue'
import { checked, defineCollection, instant, text, texts, whole } from '@server/platform/store/collection'

/** A village's own list while it is being made 村务公开目录（编制中）: one for each village, in force by catalogues of its own. */
export interface VillageCatalogueRow {
  /** The village's code. */
  _id: string
  /** Counter for compare-and-set; every alteration adds one. */
  version: number
  /** Version that was put into force last; 0 = none yet. */
  inForce: number
  lines: VillageItem[]
  removed: RemovedLine[]
  /** Ids of everyone who altered it since it came into force: none of them may put it into force. */
  writers: string[]
  writerNames: string[]
  updatedAt: Date
}

export const VillageCatalogues = defineCollection<VillageCatalogueRow>({
  name: 'villageLists',
  fields: {
    _id: text,
    version: whole,
    inForce: whole,
    lines: checked,
    removed: checked,
    writers: texts,
    writerNames: texts,
    updatedAt: instant,
  },
  indexes: [],
})
