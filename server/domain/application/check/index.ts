import type { HolidayTable } from '@server/domain/deadline'
import type { ApplicationCase } from './case'
import { type CheckFault, checkFault } from './faults'
import { itemFaults } from './items'
import { clockFaults, letterFaults } from './letter'
import { papersFaults } from './papers'
import { peopleFaults } from './people'

export { readCase } from './case'

/** `ok`: nothing blocks the signature. */
interface Checked {
  ok: boolean
  faults: CheckFault[]
}

/** Checks a case before its reply is signed: all faults at once. A pure function of case and holiday tables. */
export function checkCase(file: ApplicationCase, holidays: HolidayTable): Checked {
  const faults = [
    ...(file.items.length === 0 ? [checkFault('items-missing', 'items', '')] : []),
    ...file.items.flatMap((item, at) => itemFaults({ item, at, file })),
    ...papersFaults(file),
    ...letterFaults(file),
    ...clockFaults(file, holidays),
    ...peopleFaults(file),
  ]
  return { ok: faults.every(({ severity }) => severity !== 'block'), faults }
}
