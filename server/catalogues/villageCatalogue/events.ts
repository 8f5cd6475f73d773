import { defineEvent } from '@server/platform/events'
import type { OrgRow } from '@server/people/orgs'

/** A village activated its own catalogue 村（居）公开清单. */
export const villageCatalogueActivated = defineEvent<{ org: OrgRow; at: Date }>('villageCatalogueActivated')

/** Links 对应关系 between a village's items and the street's were decided. */
export const linksDecided = defineEvent<{ orgCode: string; itemKeys: readonly string[]; at: Date }>(
  'linksDecided',
)
