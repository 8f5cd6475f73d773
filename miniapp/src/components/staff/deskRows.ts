/** One column of a dense table. */
export interface DeskColumn<Row> {
  key: string
  label: string
  text: (row: Row) => string
  /** By what rows are sorted at a press on the head; absent: they cannot be. */
  rank?: (row: Row) => string | number
  /** `org` is strong, `what` takes the room that is left, `due` is a day. */
  look?: 'org' | 'what' | 'due'
  /** Rows whose text is a warning. */
  warns?: (row: Row) => boolean
}

/** Rows that are chosen by their boxes. */
interface DeskChoice<Row> {
  chosen: ReadonlySet<string>
  mayChoose: (row: Row) => boolean
  onChoose: (id: string, on: boolean) => void
}

export interface DeskTableProps<Row> {
  caption: string
  rows: readonly Row[]
  columns: readonly DeskColumn<Row>[]
  idOf: (row: Row) => string
  /** Page that a row opens. */
  urlOf: (row: Row) => string
  /** What one does there, as a verb. */
  stepOf: (row: Row) => string
  /** Name of a row, for its box and its link. */
  nameOf: (row: Row) => string
  /** Key of the column by which rows are sorted; null: in the order given. */
  sort: string | null
  onSort: (sort: string | null) => void
  choice?: DeskChoice<Row> | undefined
}

const compared = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'zh')

/** Sorts rows by a column; rows of the same rank keep their order. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly DeskColumn<Row>[],
  sort: string | null,
): readonly Row[] {
  const rank = columns.find(({ key }) => key === sort)?.rank
  return rank ? [...rows].sort((one, other) => compared(rank(one), rank(other))) : rows
}
