import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'

/** Picks the standard columns of an item or a row. */
export const columnsOf = (item: CatalogueColumns): CatalogueColumns => ({
  displayNo: item.displayNo,
  path: item.path,
  elements: item.elements,
  basis: item.basis,
  deadline: item.deadline,
  subjects: item.subjects,
  channels: item.channels,
  audience: item.audience,
  mode: item.mode,
  levels: item.levels,
})
