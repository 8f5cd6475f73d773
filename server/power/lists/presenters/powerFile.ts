import { chinaDate } from '@shared/common/period'
import type { PowerFile } from '@shared/contract/power/item'
import type { PowerListRow } from '../models/powerLists'

/** A list as the file that the command line and the import read. */
export const powerFile = ({ version, items, adopted, updatedAt }: PowerListRow): PowerFile => ({
  version: String(version),
  checkedOn: adopted?.on ?? chinaDate(updatedAt),
  items,
})
