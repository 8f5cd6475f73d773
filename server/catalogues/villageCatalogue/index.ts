export { linkedKeys, matterKeys, sameKeys, villageKeysOf, type MatterKeys } from './queries/itemLinks'
export { itemsInForceOf, requireVillage } from './queries/villageCatalogue'
