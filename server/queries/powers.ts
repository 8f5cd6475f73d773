import { CORE_POWER_FILES } from '@shared/data/microPower'
import { PowerFile, type PowerItem } from '@shared/schemas/microPower'
import { notFound } from '../errors'
import type { Models, OrgRow, PowerListRow } from '../models'
import { villageOr404 } from './villageList'

/** The model list, as it stands in the data. */
export const MODEL_POWERS: readonly PowerItem[] = CORE_POWER_FILES.flatMap(
  file => PowerFile.parse(file).items,
)

const NONE = { version: 0, off: [], adopted: null, inForce: null }

/** A village's list; the model where it has adopted none. */
export async function powersOf(models: Models, code: string): Promise<PowerListRow> {
  const row = await models.powerLists.findById(code).lean<PowerListRow>().exec()
  return row ?? { _id: code, ...NONE, items: [...MODEL_POWERS], updatedAt: new Date(0) }
}

export interface PowerPlace {
  org: OrgRow
  list: PowerListRow
}

/** @throws AppError 404 `org-not-found`, 422 `not-a-village` */
export async function powerPlaceOr404(models: Models, code: string): Promise<PowerPlace> {
  const { org } = await villageOr404(models, code, 'code')
  return { org, list: await powersOf(models, org._id) }
}

/** @throws AppError 404 `power-not-found` */
export function powerOr404({ items }: PowerListRow, code: string): PowerItem {
  const item = items.find(one => one.code === code)
  if (!item) throw notFound('power-not-found', 'itemCode')
  return item
}
