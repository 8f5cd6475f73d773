export type ColumnKind = 'text' | 'name' | 'party' | 'yuan' | 'area' | 'count' | 'date' | 'direction' | 'line'

export interface TableColumn {
  /** Field of the row; for `income` and `expense` the column itself gives the direction of the amount. */
  field: string
  /** Header in the template; null: accepted in imports, but not part of the template. */
  header: string | null
  also: readonly string[]
  kind: ColumnKind
  required: boolean
  example: string
  width: number
  /** Most characters. */
  most: number
}
