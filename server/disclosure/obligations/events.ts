import { defineEvent } from '@server/platform/events'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'

/** Emitted when the obligations of an organisation were brought to the items that oblige it now. */
export const obligationsRefreshed = defineEvent<{ org: OrgRow; items: readonly CatalogueItemRow[] }>(
  'obligationsRefreshed',
)
