export { linkedKeys, sameKeys, villageKeysOf } from './queries/itemLinks'
export { requireVillage } from './queries/villageCatalogue'
