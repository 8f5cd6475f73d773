import { defineEvent, defineQuestion } from '@server/platform/events'
import type { CatalogueRow } from './models/catalogues'
import type { OrgRow } from '@server/people/orgs'

/** New versions of an organisation's catalogue have come into force 启用. */
export const catalogueActivated = defineEvent<{ org: OrgRow; catalogues: readonly CatalogueRow[]; at: Date }>(
  'catalogueActivated',
)

/** One thing that goes by an item which is about to end, by the key of the item. */
export interface ItemUse {
  kind: 'obligations' | 'notices' | 'villages'
  key: string
  orgCode: string
}

/** Items that are about to end, and the organisations that go by them: the issuer and those below it. */
export interface ItemsEnding {
  issuerCode: string
  orgs: readonly OrgRow[]
  keys: readonly string[]
}

/** What still goes by items that a draft has no more? */
export const itemsEnding = defineQuestion<ItemsEnding, ItemUse[]>('itemsEnding')
