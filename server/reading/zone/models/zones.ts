import type { ReadingPlace } from '@shared/contract/reading/zone'
import { checked, defineCollection } from '@server/platform/store/collection'

/** Reading places 查阅点 of a street; `_id` is its code. */
interface ZoneRow {
  _id: string
  places: ReadingPlace[]
}

export const Zones = defineCollection<ZoneRow>({
  name: 'zones',
  fields: { _id: { type: String, required: true }, places: checked },
  indexes: [],
})
