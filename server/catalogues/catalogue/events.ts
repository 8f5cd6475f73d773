import { addJob } from '@server/platform/jobs/runner'
import type { TransactionContext } from '@server/platform/access/commandContext'
import { refreshLinksOfIssuer } from '@server/catalogues/villageCatalogue/commands/refreshLinks'
import type { CatalogueRow } from './models/catalogues'
import type { OrgRow } from '@server/people/orgs/models/orgs'

/** New versions of a street's catalogue that have just come into force. */
export interface Activation {
  org: OrgRow
  catalogues: readonly CatalogueRow[]
}

/**
 * Everything that follows when versions of a street's catalogue come into force: villages' links whose item is gone are
 * flagged, and what is due of the street and its villages is reckoned anew, as work of its own, one organisation at a time.
 * Runs in the transaction of the activation.
 */
export async function afterActivation(
  deed: TransactionContext,
  { org, catalogues }: Activation,
): Promise<void> {
  await refreshLinksOfIssuer(deed, org._id)
  const { db, clock } = deed.services
  const [first] = catalogues
  if (!first) return
  const job = { kind: 'open-duties', key: `duties:${first._id}`, data: { under: org._id } } as const
  await addJob(db, { ...job, dueAt: clock.now() })
}
