import { CORE_POWER_FILES } from '@shared/facts/power'
import { asModel } from '@server/domain/power/model'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { PowerFile, type PowerItem } from '@shared/contract/power/item'
import { notFound, unprocessable } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { PowerLists, type PowerListRow } from '../models/powerLists'
import { requireOrgTarget, streetOf, type OrgRow } from '@server/people/orgs'

/** The core list from the data files. */
export const CORE_POWERS: readonly PowerItem[] = CORE_POWER_FILES.flatMap(file => PowerFile.parse(file).items)

/** Model 示范清单 from which a list is made: the street's, or the core list where the street has none. */
export interface PowerModel {
  /** The street that maintains the model; null: the core list. */
  street: OrgRow | null
  version: number
  items: readonly PowerItem[]
  /** Items that the street has switched off, with the reason; villages are not offered them. */
  off: PowerListRow['off']
  adopted: PowerListRow['adopted']
  inForce: string | null
}

const CORE: PowerModel = {
  street: null,
  version: 0,
  items: CORE_POWERS,
  off: [],
  adopted: null,
  inForce: null,
}

const listRowOf = (db: Db, code: string): Promise<PowerListRow | null> =>
  db.of(PowerLists).findById(code).lean<PowerListRow>().exec()

/** Returns the items of a village's own list; none before its meeting adopted one. */
export async function powersInForce(db: Db, code: string): Promise<readonly PowerItem[]> {
  const row = await listRowOf(db, code)
  return row?.adopted ? row.items : []
}

async function modelOf(db: Db, street: OrgRow | null): Promise<PowerModel> {
  const row = street && (await listRowOf(db, street._id))
  if (!row) return CORE
  const { version, off, adopted, inForce } = row
  const items = row.items.filter(({ code }) => off.every(one => one.code !== code)).map(asModel)
  return { street, version, items, off, adopted, inForce }
}

const NONE = { version: 0, off: [], adopted: null, inForce: null, taken: null }

/** A village or street with its list, or with the model if it has not adopted one. */
export interface PowerPlace {
  org: OrgRow
  /** The street that provides the model; null for the street itself. */
  above: OrgRow | null
  list: PowerListRow
  /** The model on which the list was adopted, or the current model before adoption. */
  basis: Pick<PowerModel, 'street' | 'version'>
}

/** Returns the model for the list of a place. */
export const modelFor = (db: Db, { above }: PowerPlace): Promise<PowerModel> => modelOf(db, above)

/** @throws AppError 404 `org-not-found`, 422 `no-powers-here` */
export async function requirePowerPlace(db: Db, code: string): Promise<PowerPlace> {
  const place = await requireOrgTarget(db, code, 'code')
  const { org } = place
  if (!isVillage(org) && !isStreet(org)) throw unprocessable('no-powers-here')
  const above = isVillage(org) ? streetOf(place) : null
  const row = await listRowOf(db, org._id)
  if (row) {
    const version = row.taken?.version ?? 0
    return { org, above, list: row, basis: { street: version > 0 ? above : null, version } }
  }
  const { items, ...basis } = await modelOf(db, above)
  return { org, above, list: { _id: org._id, ...NONE, items: [...items], updatedAt: new Date(0) }, basis }
}

/** @throws AppError 404 `power-not-found` */
export function requirePower({ items }: PowerListRow, code: string): PowerItem {
  const item = items.find(one => one.code === code)
  if (!item) throw notFound('power-not-found', 'itemCode')
  return item
}
