import type { DeskTableProps } from './deskRows'

/** The table exists on wide screens in the browser alone: `DeskTable.h5.tsx`. */
export function DeskTable<Row>(_props: DeskTableProps<Row>): null {
  return null
}
