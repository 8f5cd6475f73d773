import type { InspectionResult } from '@shared/contract/disclosure/matrix'
import { checked, defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** A cell of the matrix that was drawn, and what was seen when somebody looked. */
export interface InspectionCellRow {
  village: string
  villageName: string
  itemKey: string
  name: string
  area: string
  month: string
  /** Letter of the state when it was drawn. */
  code: string
  result: InspectionResult | null
  note: string | null
  byName: string | null
  at: Date | null
}

/** An inspection sheet 抽查表: cells drawn by chance, in a way that can be drawn again. */
export interface InspectionRow {
  _id: string
  orgCode: string
  year: number
  fromMonth: number
  toMonth: number
  seed: string
  /** Cells that could have been drawn, and the hash of their list in order. */
  frame: number
  frameSha256: string
  cells: InspectionCellRow[]
  byName: string
  at: Date
  /** Counter for compare-and-set; every result adds one. */
  version: number
}

export const Inspections = defineCollection<InspectionRow>({
  name: 'inspections',
  fields: {
    _id: text,
    orgCode: text,
    year: whole,
    fromMonth: whole,
    toMonth: whole,
    seed: text,
    frame: whole,
    frameSha256: text,
    cells: checked,
    byName: text,
    at: instant,
    version: whole,
  },
  indexes: [{ fields: { orgCode: 1, at: -1, _id: -1 } }],
})
