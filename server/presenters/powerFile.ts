import { chinaDate } from '@shared/domain/period'
import type { PowerFile } from '@shared/schemas/microPower'
import type { PowerListRow } from '../models'

/** A list as the file that the command line and the import read. */
export const powerFile = ({ version, items, adopted, updatedAt }: PowerListRow): PowerFile => ({
  version: String(version),
  checkedOn: adopted?.on ?? chinaDate(updatedAt),
  items,
})
