import { defineEvent, defineQuestion } from '@server/platform/events'
import type { CatalogueRow } from './models/catalogues'
import type { OrgRow } from '@server/people/orgs'

/** New versions of an organisation's catalogue came into force 启用. */
export const catalogueActivated = defineEvent<{ org: OrgRow; catalogues: readonly CatalogueRow[]; at: Date }>(
  'catalogueActivated',
)

/** Use of an item that is about to end, by the item's key. */
export interface ItemUse {
  kind: 'obligations' | 'notices' | 'villages'
  key: string
  orgCode: string
}

/** Items about to end, with the organisations that may use them: the issuer and those below it. */
export interface ItemsEnding {
  issuerCode: string
  orgs: readonly OrgRow[]
  keys: readonly string[]
}

/** Asks for the remaining uses of items that a draft removes. */
export const itemsEnding = defineQuestion<ItemsEnding, ItemUse[]>('itemsEnding')
