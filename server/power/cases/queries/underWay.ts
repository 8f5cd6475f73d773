import { currentStep, livePath } from '@server/domain/power/case'
import type { Db } from '@server/platform/store/db'
import { casePage } from './powerCases'

/** Open cases that are looked at for collective ones. */
const LOOKED_AT = 20

/** A collective matter under way 正在办的事. */
export interface UnderWay {
  id: string
  title: string
  /** Name of its item of the power list. */
  itemName: string
  /** 1-based place of the step that it waits for, among those already done. */
  step: number
  steps: number
  stepName: string
  amountFen: number | null
}

/**
 * Returns a village's open collective matters, last opened first, at most `limit`. Services to one person are left
 * out: their subject is nobody else's business.
 */
export async function mattersUnderWay(db: Db, orgCode: string, limit: number): Promise<UnderWay[]> {
  const { rows } = await casePage(db, { orgCode, show: 'open' }, null, LOOKED_AT)
  const found = rows.flatMap(({ _id, title, amountFen, state }): UnderWay[] => {
    const step = currentStep(state)
    if (!step || state.item.nature === 'service') return []
    const done = livePath(state).length
    const steps = Math.max(state.item.steps.length, done + 1)
    return [
      { id: _id, title, itemName: state.item.name, step: done + 1, steps, stepName: step.name, amountFen },
    ]
  })
  return found.slice(0, limit)
}
