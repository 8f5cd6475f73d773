import type { CatalogueItem } from '@shared/contract/catalogues/catalogue'
import {
  checked,
  checkedOrNull,
  defineCollection,
  text,
  textOrNull,
  texts,
  whole,
} from '@server/platform/store/collection'

/** Catalogue item 公开事项: stored once with its catalogue version, immutable. */
export type CatalogueItemRow = Omit<CatalogueItem, 'id'> & { _id: string }

export const CatalogueItems = defineCollection<CatalogueItemRow>({
  name: 'catalogueItems',
  immutable: true,
  fields: {
    _id: text,
    key: text,
    catalogueId: text,
    orgCode: text,
    area: text,
    category: text,
    order: whole,
    displayNo: textOrNull,
    path: texts,
    elements: texts,
    basis: checked,
    deadline: textOrNull,
    subjects: texts,
    channels: checked,
    audience: checked,
    mode: textOrNull,
    levels: checkedOrNull,
    uncertain: checked,
    origin: checkedOrNull,
  },
  indexes: [
    { fields: { catalogueId: 1, order: 1 }, unique: true },
    { fields: { catalogueId: 1, key: 1 }, unique: true },
    { fields: { orgCode: 1, key: 1, _id: 1 } },
  ],
})
