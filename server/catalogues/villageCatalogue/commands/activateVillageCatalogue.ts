import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { ActivateVillageCatalogue, VillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { conflict, unprocessable } from '@server/platform/errors'
import { type VillagePlace, listOf } from '../queries/villageCatalogue'
import { isDuplicate } from '@server/platform/store/transaction'
import { explainLeftOut, notifyStreet } from './explainLeftOut'
import { linesHash, listVersion } from './villageCatalogueVersion'
import { villageCatalogueActivated } from '../events'
import { refreshLinks } from './refreshLinks'
import { VillageCatalogues, type VillageCatalogueRow } from '../models/villageCatalogues'
import { newId } from '@server/platform/store/collection'
import { Catalogues, type CatalogueRow, endVersion, storeVillageVersion } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'

const linesByArea = (lines: readonly VillageItem[]): Map<string, VillageItem[]> => {
  const areas = new Map<string, VillageItem[]>()
  for (const line of lines) areas.set(line.area, [...(areas.get(line.area) ?? []), line])
  return areas
}

interface Version {
  org: OrgRow
  area: string
  lines: readonly VillageItem[]
  before: CatalogueRow | undefined
}

/** Stores a new immutable version of one area of the village catalogue, in force from today. */
async function storeArea(tx: Tx, { org, area, lines, before }: Version): Promise<void> {
  const createdAt = tx.now
  const today = chinaDate(createdAt)
  const latest = await tx
    .of(Catalogues)
    .findOne({ orgCode: org._id, area }, { version: 1 })
    .sort({ version: -1 })
    .lean<Pick<CatalogueRow, 'version'>>()
    .exec()
  const { catalogue, items } = listVersion(
    { org, area, lines, version: (latest?.version ?? 0) + 1, at: createdAt },
    newId,
  )
  if (before) await endVersion(tx, before._id, today)
  await storeVillageVersion(tx, { catalogue, items }).catch((error: unknown) => {
    throw isDuplicate(error, 'catalogues') ? conflict('list-changed') : error
  })
}

/** Stores the changed areas and ends the removed ones; returns their number. */
async function storeList(tx: Tx, org: OrgRow, lines: readonly VillageItem[]): Promise<number> {
  const scope = { orgCode: org._id, active: true }
  const inForce = await tx.of(Catalogues).find(scope).lean<CatalogueRow[]>().exec()
  const areas = linesByArea(lines)
  const over = inForce.filter(({ area }) => !areas.has(area))
  const effectiveTo = chinaDate(tx.now)
  for (const { _id } of over) await endVersion(tx, _id, effectiveTo)
  let stored = 0
  for (const [area, own] of areas) {
    const before = inForce.find(version => version.area === area)
    if (before?.source.sha256 === linesHash(own)) continue
    await storeArea(tx, { org, area, lines: own, before })
    stored += 1
  }
  return stored + over.length
}

function refuseUnlessReady(list: VillageCatalogueRow, seen: number): void {
  if (list.version !== seen) throw conflict('list-changed')
  if (list.version === list.inForce) throw conflict('list-unchanged')
  if (list.items.length === 0) throw unprocessable('list-empty')
}

/**
 * Activates the village catalogue 启用 as catalogue versions with the village as issuer, which forms, obligations and the
 * public catalogue use. Flags links that no longer fit and emits villageCatalogueActivated.
 * @throws AppError 409 `list-changed`, `list-unchanged`; 422 `list-empty`, `left-out-unexplained` with every obliging
 * item that is left out without a reason
 */
export async function activateList(
  tx: Tx,
  by: Authorised<'villageCatalogue.activate'>,
  place: VillagePlace,
  { version: seen, reasons }: ActivateVillageCatalogue,
): Promise<void> {
  const { org, street } = place
  const list = await listOf(tx, org._id)
  refuseUnlessReady(list, seen)
  const { removed, fresh } = await explainLeftOut(tx, by, place, { list, reasons })
  const { modifiedCount } = await tx
    .of(VillageCatalogues)
    .updateOne(
      { _id: org._id, version: seen, inForce: list.inForce },
      { $set: { inForce: seen, removed, writers: [], writerNames: [] } },
    )
  if (modifiedCount !== 1) throw conflict('list-changed')
  const areas = await storeList(tx, org, list.items)
  await refreshLinks(tx, { villageCode: org._id, issuerCode: street._id })
  await tx.emit(villageCatalogueActivated, { org, at: tx.now })
  await notifyStreet(tx, place, { version: seen, leftOut: fresh })
  await audit(tx, by, { orgCode: org._id, id: org._id }, { version: seen, areas, leftOut: fresh.length })
}
