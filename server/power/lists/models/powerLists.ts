import type { TakenModel } from '@server/domain/power/model'
import type { PowerItem } from '@shared/contract/power/item'
import {
  checked,
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textOrNull,
  whole,
} from '@server/platform/store/collection'

/**
 * Power list 小微权力清单 that a village's meeting adopted, or the model 示范清单 of a street for its villages. A case
 * stores a copy of the item it was opened on.
 */
export interface PowerListRow {
  /** Code of the village or street. */
  _id: string
  /** Counter for compare-and-set; every change adds one. */
  version: number
  items: PowerItem[]
  /** Items that the village does not use, with the reason. */
  off: { code: string; reason: string }[]
  adopted: { meeting: string; on: string } | null
  inForce: string | null
  /** The model on which the list is based, with the differences; null before adoption. */
  taken: TakenModel | null
  updatedAt: Date
}

export const PowerLists = defineCollection<PowerListRow>({
  name: 'powerLists',
  fields: {
    _id: text,
    version: whole,
    items: checked,
    off: checked,
    adopted: checkedOrNull,
    inForce: textOrNull,
    taken: checkedOrNull,
    updatedAt: instant,
  },
  indexes: [],
})
