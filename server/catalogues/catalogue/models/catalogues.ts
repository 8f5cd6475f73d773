import type { Catalogue } from '@shared/contract/catalogues/catalogue'
import {
  checked,
  defineCollection,
  instant,
  text,
  textOrNull,
  whole,
  yesNo,
} from '@server/platform/store/collection'

/** A version of a catalogue 目录版本: one issuer, one area 领域. */
export interface CatalogueRow {
  _id: string
  orgCode: string
  area: string
  title: string
  version: number
  /** Each area has at most one active version. */
  active: boolean
  effectiveFrom: string
  effectiveTo: string | null
  source: Catalogue['source']
  itemCount: number
  createdAt: Date
}

export const Catalogues = defineCollection<CatalogueRow>({
  name: 'catalogues',
  shownTo: { field: 'orgCode', in: 'feed', around: true },
  fields: {
    _id: text,
    orgCode: text,
    area: text,
    title: text,
    version: whole,
    active: yesNo,
    effectiveFrom: text,
    effectiveTo: textOrNull,
    source: checked,
    itemCount: whole,
    createdAt: instant,
  },
  indexes: [
    { fields: { orgCode: 1, area: 1, version: 1 }, unique: true },
    { fields: { orgCode: 1, area: 1, version: -1 } },
    { fields: { orgCode: 1, active: 1, area: 1, _id: 1 } },
  ],
})
