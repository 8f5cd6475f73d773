import { defineCollection, instant, text, textOrNull } from '@server/platform/store/collection'

/** Suggestion of the street on a village catalogue 街道建议; the village decides. */
export interface VillageCatalogueRemarkRow {
  _id: string
  orgCode: string
  /** Key of the street's item it is about; null = the whole catalogue. */
  itemKey: string | null
  text: string
  by: string
  byName: string
  /** Name of the organisation that suggests. */
  body: string
  at: Date
}

export const VillageCatalogueRemarks = defineCollection<VillageCatalogueRemarkRow>({
  name: 'villageCatalogueRemarks',
  immutable: true,
  fields: {
    _id: text,
    orgCode: text,
    itemKey: textOrNull,
    text,
    by: text,
    byName: text,
    body: text,
    at: instant,
  },
  indexes: [{ fields: { orgCode: 1, at: -1, _id: -1 } }],
})
