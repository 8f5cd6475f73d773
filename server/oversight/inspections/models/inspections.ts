import type { InspectionResult } from '@shared/contract/disclosure/matrix'
import { checked, defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Sampled cell of the matrix with the result of its inspection. */
export interface InspectionCellRow {
  village: string
  villageName: string
  itemKey: string
  name: string
  area: string
  month: string
  /** Letter of the state at the time of the draw. */
  code: string
  result: InspectionResult | null
  note: string | null
  byName: string | null
  at: Date | null
}

/** Inspection sheet 抽查表: a random sample of matrix cells, reproducible from its seed. */
export interface InspectionRow {
  _id: string
  orgCode: string
  year: number
  fromMonth: number
  toMonth: number
  seed: string
  /** Number of candidate cells; `frameSha256` hashes their ordered list. */
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
