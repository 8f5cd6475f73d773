import {
  checked,
  checkedIfAny,
  defineCollection,
  instant,
  text,
  texts,
  whole,
} from '@server/platform/store/collection'

/** The data of an item that is only in a village's own catalogue, for the matrix. */
export interface OwnItem {
  itemId: string
  area: string
  name: string
  category: string
  deadline: string | null
}

/** An item that a village's own catalogue leaves out 不采用. */
export interface NotAdoptedItem {
  name: string
  /** First month of the year without it, 1–12. */
  from: number
  reason: string | null
}

/**
 * One organisation's year in the matrix 工作台矩阵, updated with every change of an obligation, so that 300 villages
 * need only 300 small rows, whatever the number of obligations.
 */
export interface MatrixYearRow {
  /** `code/year`. */
  _id: string
  orgCode: string
  /** Codes from the root to the organisation, inclusive. */
  path: string[]
  year: number
  /** Encoded states of the twelve months by item key, see server/domain/obligation/cells. */
  cells: Record<string, string>
  own: Record<string, OwnItem>
  /** Keys of items that wait for a trigger event. */
  waits: string[]
  /** Street items that the village's own catalogue leaves out, by key. Absent: none. */
  notAdopted?: Record<string, NotAdoptedItem> | undefined
  updatedAt: Date
}

export const MatrixYears = defineCollection<MatrixYearRow>({
  name: 'matrixYears',
  fields: {
    _id: text,
    orgCode: text,
    path: texts,
    year: whole,
    cells: checked,
    own: checked,
    waits: texts,
    notAdopted: checkedIfAny,
    updatedAt: instant,
  },
  indexes: [{ fields: { path: 1, year: 1, _id: 1 } }],
})
