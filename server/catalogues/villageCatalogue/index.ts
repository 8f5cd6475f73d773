export { linkedKeys, matterKeys, sameKeys, villageKeysOf, type MatterKeys } from './queries/itemLinks'
export { type LeftOutWithReason as LeftOutItem, itemsNotAdopted } from './queries/listDiff'
export { itemsInForceOf, requireVillage } from './queries/villageCatalogue'
