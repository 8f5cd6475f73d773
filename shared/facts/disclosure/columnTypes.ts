export type ColumnKind = 'text' | 'name' | 'party' | 'yuan' | 'area' | 'count' | 'date' | 'direction' | 'line'

export interface TableColumn {
  /** Field of the row; `income` and `expense` are amounts that say their direction by their column. */
  field: string
  /** Header in the template; null: only read, never offered. */
  header: string | null
  also: readonly string[]
  kind: ColumnKind
  required: boolean
  example: string
  width: number
  /** Most characters. */
  most: number
}
