import type { PowerItem } from '@shared/contract/power/item'
import { itemFaults } from '../check'
import { isAmount } from './amount'
import { type CaseFault, broken } from './fault'
import { entered } from './visits'
import type { CaseActor, CaseState } from './types'
import { powerRoleLabel } from '@shared/facts/power/terms'

export type CaseResult = { ok: true; state: CaseState } | { ok: false; faults: CaseFault[] }

export interface Opening {
  on: string
  by: CaseActor
  version: number
  /** Null: not yet known; required when a branch needs it. */
  amountFen: number | null
}

/** Checks that a meeting adopted the item and its effective day has come. */
export const isInForce = ({ adopted, inForce }: PowerItem, on: string): boolean =>
  adopted !== null && inForce !== null && inForce <= on

/** Opens a case of an item at its first step. The case stores a copy of the item. */
export function openCase(item: PowerItem, { on, by, version, amountFen }: Opening): CaseResult {
  const [first] = item.steps
  const unsound = itemFaults(item)
  if (!first || unsound.length > 0) {
    return { ok: false, faults: broken([true, 'item-unsound', unsound[0]?.message.replace(/。$/, '')]) }
  }
  const faults = broken(
    [!isInForce(item, on), 'item-not-in-force'],
    [!by.roles.includes(first.actor), 'role-wrong', `由${powerRoleLabel(first.actor)}办`],
    [amountFen !== null && !isAmount(amountFen), 'amount-invalid'],
  )
  if (faults.length > 0) return { ok: false, faults }
  const state: CaseState = {
    item: structuredClone(item),
    version,
    status: 'running',
    openedOn: on,
    openedBy: by.id,
    amountFen,
    visits: [{ ...entered(first.id, on), claimedBy: by.id }],
    pauses: [],
    remarks: [],
    closed: null,
    lastOn: on,
  }
  return { ok: true, state }
}
