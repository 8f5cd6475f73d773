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
 * Micro-power list 小微权力清单 of a village, as its meeting adopted it; or the model 示范清单 that a street keeps for its villages.
 * Cases keep the items that they were opened on.
 */
export interface PowerListRow {
  /** Code of the village or street. */
  _id: string
  /** Counter for compare-and-set; every change adds one. */
  version: number
  items: PowerItem[]
  /** Items that the village does not use, by code, with the reason. */
  off: { code: string; reason: string }[]
  adopted: { meeting: string; on: string } | null
  inForce: string | null
  /** The model that it was adopted by, and what it says otherwise; null before it is adopted. */
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
