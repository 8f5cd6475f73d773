import { chinaDate } from '@shared/common/period'
import type { PowerFile } from '@shared/contract/power/item'
import type { PowerListRow } from '../models/powerLists'

/** Returns a list in the file format of the command line and the import. */
export const powerFile = ({ version, items, adopted, updatedAt }: PowerListRow): PowerFile => ({
  version: String(version),
  checkedOn: adopted?.on ?? chinaDate(updatedAt),
  items,
})
