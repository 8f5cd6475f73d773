export { linkedKeys, matterKeys, sameKeys, villageKeysOf, type MatterKeys } from './queries/itemLinks'
export { requireVillage } from './queries/villageCatalogue'
