import { checked, defineCollection, instant, text, texts, whole } from '@server/platform/store/collection'

/** What the matrix needs to know of an item that stands in a village's own list only. */
export interface OwnItem {
  itemId: string
  area: string
  name: string
  category: string | null
  deadline: string | null
}

/**
 * One organisation's year in the matrix 工作台矩阵, written with every change of a duty: 300 villages are 300 small rows, whatever
 * the number of duties.
 */
export interface MatrixYearRow {
  /** `code/year`. */
  _id: string
  orgCode: string
  /** Codes from the root to the organisation, itself included. */
  path: string[]
  year: number
  /** Facts of the twelve months by item key, see server/domain/obligation/cells. */
  cells: Record<string, string>
  own: Record<string, OwnItem>
  /** Keys of items whose clock waits for an event. */
  waits: string[]
  updatedAt: Date
}

export const MatrixYears = defineCollection<MatrixYearRow>({
  name: 'deskYears',
  fields: {
    _id: text,
    orgCode: text,
    path: texts,
    year: whole,
    cells: checked,
    own: checked,
    waits: texts,
    updatedAt: instant,
  },
  indexes: [{ fields: { path: 1, year: 1, _id: 1 } }],
})
