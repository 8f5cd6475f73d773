import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { ActivateDraft } from '@shared/contract/catalogues/catalogueDraft'
import { titleOf } from '@server/documents/catalogue/areas'
import { AppError, conflict } from '@server/platform/errors'
import type { DraftContext } from '../queries/catalogueDrafts'
import { type AreaDiffData, type DraftDiffData, loadDraftDiff } from '../queries/draftDiff'
import { draftIssuesFor } from '../draftIssues'
import { isDuplicate } from '@server/platform/store/transaction'
import { catalogueActivated } from '../events'
import { draftItems } from './draftItems'
import { storeVersion } from './storeVersion'
import { CatalogueDrafts } from '../models/catalogueDrafts'
import type { CatalogueRow } from '../models/catalogues'

/** Returns the ids of the versions in force that the draft was compared with. */
export const againstOf = ({ areas }: DraftDiffData): string[] =>
  areas.flatMap(({ before }) => before?._id ?? []).sort()

const sameIds = (left: readonly string[], right: readonly string[]) =>
  JSON.stringify([...left].sort()) === JSON.stringify([...right].sort())

async function storeArea(
  tx: Tx,
  by: Authorised<'catalogueDraft.activate'>,
  { draft, org }: DraftContext,
  ground: AreaDiffData,
): Promise<CatalogueRow> {
  const { area } = ground
  const { file } = draft.source
  const catalogue = await storeVersion(tx, {
    org,
    area,
    title: draft.titles.find(one => one.area === area)?.title ?? titleOf(area, null, true),
    source: { file, sha256: draft.sha256 },
    effectiveFrom: draft.effectiveFrom,
    items: draftItems(ground),
  })
  const detail = { draft: draft._id, version: catalogue.version, items: catalogue.itemCount }
  await audit(tx, by, { orgCode: org._id, id: catalogue._id }, detail)
  return catalogue
}

async function storeAreas(
  tx: Tx,
  by: Authorised<'catalogueDraft.activate'>,
  ground: DraftDiffData,
): Promise<CatalogueRow[]> {
  const stored: CatalogueRow[] = []
  try {
    for (const area of ground.areas) stored.push(await storeArea(tx, by, ground, area))
  } catch (error) {
    throw isDuplicate(error, 'catalogues') ? conflict('catalogue-conflict') : error
  }
  return stored
}

/**
 * Activates a checked draft 启用 by a second person: each of its areas becomes a new version in force, and the reactions to the
 * activation run with it.
 * @throws AppError 409 `draft-changed`, `draft-wrong-state`, `catalogue-conflict`; 422 `draft-not-ready` with every open
 * issue
 */
export async function activateDraft(
  tx: Tx,
  by: Authorised<'catalogueDraft.activate'>,
  work: DraftContext,
  { version, against }: ActivateDraft,
): Promise<CatalogueRow[]> {
  const { draft, org } = work
  if (draft.state !== 'submitted') throw conflict('draft-wrong-state')
  if (draft.version !== version) throw conflict('draft-changed')
  const ground = await loadDraftDiff(tx, work)
  if (!sameIds(against, againstOf(ground))) throw conflict('catalogue-conflict')
  const issues = draftIssuesFor(ground, chinaDate(tx.now))
  if (issues.length > 0) throw new AppError(422, 'draft-not-ready', issues)
  const { modifiedCount } = await tx
    .of(CatalogueDrafts)
    .updateOne(
      { _id: draft._id, version, state: 'submitted' },
      { $set: { state: 'active', live: false, version: version + 1, updatedAt: tx.now } },
    )
  if (modifiedCount !== 1) throw conflict('draft-changed')
  const catalogues = await storeAreas(tx, by, ground)
  await tx.emit(catalogueActivated, { org, catalogues, at: tx.now })
  return catalogues
}
