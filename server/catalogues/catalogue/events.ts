import { defineEvent, defineQuestion } from '@server/platform/events'
import type { CatalogueColumns, Uncertainty } from '@shared/contract/catalogues/catalogue'
import type { CatalogueRow } from './models/catalogues'
import type { OrgRow } from '@server/people/orgs'

/** New versions of an organisation's catalogue came into force 启用. */
export const catalogueActivated = defineEvent<{ org: OrgRow; catalogues: readonly CatalogueRow[]; at: Date }>(
  'catalogueActivated',
)

/** An item that a row is compared with. */
export type ComparedItem = CatalogueColumns & { key: string; area: string; uncertain?: Uncertainty[] }

/** The list that a village prepares, which its drafts change instead of a version in force. */
export interface PreparedList {
  version: number
  /** `ofStreet`: taken from the street's catalogue. */
  items: readonly (ComparedItem & { ofStreet: boolean })[]
}

/** Asks for the list that an organisation prepares; null: it has none of its own. */
export const preparedList = defineQuestion<{ org: OrgRow }, PreparedList | null>('preparedList')

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
