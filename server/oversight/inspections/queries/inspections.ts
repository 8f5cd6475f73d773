import { BLANK, type Drawable, NOT_ADOPTED, letterOf } from '@server/domain/obligation'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { Inspections, type InspectionRow } from '../models/inspections'
import type { MatrixData } from '@server/disclosure/obligations'
import { Orgs, type OrgRow } from '@server/people/orgs'

const MOST = 20

/** Lists the latest inspection sheets of an organisation, newest first. */
export const inspectionsOf = (db: Db, orgCode: string): Promise<InspectionRow[]> =>
  db.of(Inspections).find({ orgCode }).sort({ at: -1, _id: -1 }).limit(MOST).lean<InspectionRow[]>().exec()

export interface InspectionContext {
  sheet: InspectionRow
  org: OrgRow
}

/** @throws AppError 404 `inspection-not-found` */
export async function requireInspection(db: Db, id: string): Promise<InspectionContext> {
  const sheet = await db.of(Inspections).findById(id).lean<InspectionRow>().exec()
  if (!sheet) throw notFound('inspection-not-found')
  const org = await db.of(Orgs).findById(sheet.orgCode).lean<OrgRow>().exec()
  if (!org) throw new Error(`inspection ${id} points at something that is not there`)
  return { sheet, org }
}

/** Candidate cell of the matrix with its labels. */
export interface FrameCell extends Drawable {
  villageName: string
  name: string
  area: string
  code: string
}

const NOTHING_TO_SEE = new Set([BLANK, NOT_ADOPTED, letterOf('not-yet-triggered')])

/** Returns the cells of the given months in which an obligation is or was due. */
export const frameOf = (
  { year, items, villages }: MatrixData,
  { fromMonth, toMonth }: { fromMonth: number; toMonth: number },
): FrameCell[] =>
  villages.flatMap(({ org, rows }) =>
    rows.flatMap((letters, index) => {
      const { key, name, area } = items[index]!
      return [...letters].flatMap((code, at): FrameCell[] => {
        if (at + 1 < fromMonth || at + 1 > toMonth || NOTHING_TO_SEE.has(code)) return []
        const month = `${year}-${String(at + 1).padStart(2, '0')}`
        return [{ village: org._id, villageName: org.name, itemKey: key, name, area, month, code }]
      })
    }),
  )
