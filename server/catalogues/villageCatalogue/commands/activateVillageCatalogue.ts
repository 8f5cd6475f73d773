import { chinaDate } from '@shared/common/period'
import type { VillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { conflict, unprocessable } from '@server/platform/errors'
import { type VillagePlace, listOf } from '../queries/villageCatalogue'
import { isDuplicate } from '@server/platform/store/transaction'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { linesHash, listVersion } from './villageCatalogueVersion'
import { villageCatalogueActivated } from '../events'
import { refreshLinks } from './refreshLinks'
import { touchFeed } from '@server/platform/pages/invalidate'
import { VillageCatalogues, type VillageCatalogueRow } from '../models/villageCatalogues'
import { newId } from '@server/platform/store/collection'
import { Catalogues, type CatalogueRow, CatalogueItems } from '@server/catalogues/catalogue'
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
async function storeArea(deed: CommandContext, { org, area, lines, before }: Version): Promise<void> {
  const { db, clock } = deed.services
  const createdAt = clock.now()
  const today = chinaDate(createdAt)
  const latest = await db
    .of(Catalogues)
    .findOne({ orgCode: org._id, area }, { version: 1 })
    .sort({ version: -1 })
    .lean<Pick<CatalogueRow, 'version'>>()
    .exec()
  const { catalogue, items } = listVersion(
    { org, area, lines, version: (latest?.version ?? 0) + 1, at: createdAt },
    newId,
  )
  if (before) await db.of(Catalogues).updateOne({ _id: before._id }, { active: false, effectiveTo: today })
  await db
    .of(Catalogues)
    .create([catalogue])
    .catch((error: unknown) => {
      throw isDuplicate(error, 'catalogues') ? conflict('list-changed') : error
    })
  await db.of(CatalogueItems).insertMany(items)
}

/** Stores the changed areas and ends the removed ones; returns their number. */
async function storeList(deed: CommandContext, org: OrgRow, lines: readonly VillageItem[]): Promise<number> {
  const { db, clock } = deed.services
  const scope = { orgCode: org._id, active: true }
  const inForce = await db.of(Catalogues).find(scope).lean<CatalogueRow[]>().exec()
  const areas = linesByArea(lines)
  const over = inForce.filter(({ area }) => !areas.has(area))
  const effectiveTo = chinaDate(clock.now())
  for (const { _id } of over) await db.of(Catalogues).updateOne({ _id }, { active: false, effectiveTo })
  let stored = 0
  for (const [area, own] of areas) {
    const before = inForce.find(version => version.area === area)
    if (before?.source.sha256 === linesHash(own)) continue
    await storeArea(deed, { org, area, lines: own, before })
    stored += 1
  }
  return stored + over.length
}

function refuseUnlessReady(list: VillageCatalogueRow, seen: number): void {
  if (list.version !== seen) throw conflict('list-changed')
  if (list.version === list.inForce) throw conflict('list-unchanged')
  if (list.lines.length === 0) throw unprocessable('list-empty')
}

/**
 * Activates the village catalogue 启用 as catalogue versions with the village as issuer, which forms, obligations and the
 * public catalogue use. Flags links that no longer fit and emits villageCatalogueActivated. Runs in the caller's
 * transaction.
 * @throws AppError 409 `list-changed`, `list-unchanged`; 422 `list-empty`
 */
export async function activateList(
  deed: CommandContext,
  { org, street }: VillagePlace,
  seen: number,
): Promise<void> {
  const { db, clock } = deed.services
  const list = await listOf(db, org._id)
  refuseUnlessReady(list, seen)
  const { modifiedCount } = await db
    .of(VillageCatalogues)
    .updateOne(
      { _id: org._id, version: seen, inForce: list.inForce },
      { $set: { inForce: seen, writers: [], writerNames: [] } },
    )
  if (modifiedCount !== 1) throw conflict('list-changed')
  const areas = await storeList(deed, org, list.lines)
  await refreshLinks(db, { villageCode: org._id, issuerCode: street._id })
  await db.emit(villageCatalogueActivated, { org, at: clock.now() })
  await touchFeed(db, org._id, clock.now())
  await audit(deed, 'list.activate', { orgCode: org._id, id: org._id }, { version: seen, areas })
}
