import type { Tx } from '@server/platform/store/db'
import type { NewObligation } from '@server/domain/obligation'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'
import { Obligations } from '../models/obligations'
import { obligationRow } from './obligationRows'
import { refreshMatrix } from './refreshMatrix'

/**
 * Opens one obligation 公开义务 of an item, e.g. for a finished step of a case 办件. `reason`: why no notice was drafted
 * for it.
 */
export async function openObligation(
  tx: Tx,
  org: OrgRow,
  item: CatalogueItemRow,
  { reason, ...draft }: NewObligation & { reason: string | null },
): Promise<void> {
  const opened = obligationRow(org, item, draft, tx.now, { reason })
  await tx.of(Obligations).create([opened])
  await refreshMatrix(tx, org, [opened], { at: tx.now })
}
