import type { MatrixCellQuery } from '@shared/contract/disclosure/matrix'
import type { z } from 'zod'
import { trusted } from 'mongoose'
import { matterKeys } from '@server/catalogues/villageCatalogue'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { MatrixYears, type MatrixYearRow, type NotAdoptedItem } from '../models/matrixYears'
import { Obligations, type ObligationRow } from '../models/obligations'
import { requireOrg, type OrgRow } from '@server/people/orgs'

export interface CellRows {
  village: OrgRow
  month: string
  obligations: ObligationRow[]
  /** Set where the village's catalogue leaves the item out in this month. */
  notAdopted: NotAdoptedItem | null
}

/**
 * Returns the obligations of one cell, under every key of the matter.
 * @throws AppError 404 `org-not-found` for a village that is not below the organisation
 */
export async function cellRows(
  db: Db,
  org: OrgRow,
  { village: code, item, month }: z.output<typeof MatrixCellQuery>,
): Promise<CellRows> {
  const village = await requireOrg(db, code, 'village')
  if (!village.path.includes(org._id)) throw notFound('org-not-found', 'village')
  const keys = (await matterKeys(db, code))(item)
  const all = await db
    .of(Obligations)
    .find({ orgCode: code, itemKey: trusted({ $in: keys }) })
    .lean<ObligationRow[]>()
    .exec()
  const obligations = all
    .filter(row => row.month === month)
    .sort((a, b) => (a.sortDate < b.sortDate ? -1 : 1))
  const row = await db
    .of(MatrixYears)
    .findById(`${code}/${month.slice(0, 4)}`)
    .lean<MatrixYearRow>()
    .exec()
  const off = row?.notAdopted?.[item]
  return { village, month, obligations, notAdopted: off && Number(month.slice(5)) >= off.from ? off : null }
}
