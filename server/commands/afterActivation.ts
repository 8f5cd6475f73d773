import type { CatalogueRow, OrgRow } from '../models'
import type { StoreDeed } from './deed'
import { refreshLinksOfIssuer } from './refreshLinks'

/** New versions of a street's catalogue that have just come into force. */
export interface Activation {
  org: OrgRow
  catalogues: readonly CatalogueRow[]
}

/**
 * Everything that follows when versions of a street's catalogue come into force: villages' links whose item is gone are
 * flagged. Runs in the transaction of the activation.
 */
export async function afterActivation(deed: StoreDeed, { org }: Activation): Promise<void> {
  await refreshLinksOfIssuer(deed, org._id)
}
