import { CatalogueItems as ownCatalogueItems } from './models/catalogueItems'
import { Catalogues as ownCatalogues } from './models/catalogues'
import { readable } from '@server/platform/store/collection'

export { freshKey, itemKeys } from './commands/itemKeys'
export { draftItem, type DraftedItem } from './commands/draftItem'
export { takeDraft } from './commands/takeDraft'
export type { ItemUse, ItemsEnding, PreparedList } from './events'
export { endVersion, storeVillageVersion } from './commands/storeVillageVersion'
export type { CatalogueItemRow } from './models/catalogueItems'
export type { CatalogueRow } from './models/catalogues'
export { comparedWith, presentAreaDiff } from './presenters/areaDiff'
export { presentCatalogue } from './presenters/catalogue'
export { presentCatalogueItem, presentItemRef } from './presenters/item'
export { catalogueFor } from './queries/catalogue'
export { requireDraft } from './queries/catalogueDrafts'
export { type AreaDiffData, boundTo, type StillBound } from './queries/draftDiff'
export { requireVersion } from './queries/catalogueExport'
export { requireItem } from './queries/requireItem'
export { checkCategory } from './routes/checkCategory'

export const CatalogueItems = readable(ownCatalogueItems)
export const Catalogues = readable(ownCatalogues)
