import type { z } from 'zod'
import type { Authorised } from '@server/platform/access/caller'
import { conflict, invalidRequest, requirementsUnmet } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { issuesOf } from '@server/domain/zodIssues'
import { chinaDate } from '@shared/common/period'
import type { ApplicationStep, TakeApplicationStep } from '@shared/contract/participation/application'
import { newFaults } from '../clock'
import type { Action } from '../policy'
import { type ApplicationContext, clockOf } from '../caseFile'
import { APPLICATION_STATES, APPLICATION_STEPS } from '../states'
import { type Effect, EFFECTS } from './effects'
import { openRedo } from './openRedo'
import { promiseItem } from './promiseItem'
import { coverOf, recordStep } from './recordStep'
import { STEP_INPUTS } from './stepInputs'
import type { ApplicationKeys } from '../vault'

/** @throws AppError 400 with every field that does not fit the step */
function readData(step: ApplicationStep, data: unknown): Record<string, unknown> {
  const read = (STEP_INPUTS[step] as z.ZodType<Record<string, unknown>>).safeParse(data)
  if (read.success) return read.data
  const issues = read.error.issues.flatMap(issuesOf)
  throw invalidRequest(issues.map(issue => ({ ...issue, field: `data.${issue.field ?? ''}` })))
}

/** @throws AppError 422 for a day to come */
function refuseFuture(data: Record<string, unknown>, today: string): void {
  const late = ['on', 'deliveredOn'].filter(field => typeof data[field] === 'string' && data[field] > today)
  if (late.length === 0) return
  throw requirementsUnmet(
    late.map(field => ({ code: 'future-day', field: `data.${field}`, message: '日期不能晚于今天。' })),
  )
}

/** @throws AppError 422 for what has no effect on the clock by law, e.g. a second correction */
function refuseVoid({ events, holidays }: ApplicationContext, { clock = [] }: Effect): void {
  const faults = newFaults(clockOf(events), clock, holidays)
  if (faults.length === 0) return
  throw requirementsUnmet(faults.map(({ code, message }) => ({ code, field: 'step', message })))
}

/** Makes draft or duty of an item that becomes active, and keeps it with the decision. */
async function promised(
  tx: Tx,
  by: Authorised<Action & `application.${string}`>,
  work: ApplicationContext,
  effect: Effect,
): Promise<Effect> {
  const { promise, set } = effect
  if (!promise) return effect
  const made = await promiseItem(tx, by, work, promise)
  const activations = (set?.activations ?? []).map(one => (one === promise ? made : one))
  return { ...effect, set: { ...set, activations } }
}

/**
 * Takes one step of an application: reads what it needs, works out its effect, refuses what has no effect by law, and stores it. The
 * caller has judged the policy.
 * @throws AppError 409 `application-changed`, `application-wrong-state`; 400; 422
 */
export async function takeApplicationStep(
  tx: Tx,
  by: Authorised<Action & `application.${string}`>,
  work: ApplicationContext,
  { input: { step, version, data: given }, keys }: { input: TakeApplicationStep; keys: ApplicationKeys },
): Promise<void> {
  const { application } = work
  const { _id, state } = application
  if (version !== application.version) throw conflict('application-changed')
  const { from, to, label } = APPLICATION_STEPS[step]
  if (!from.includes(state)) {
    throw conflict(
      'application-wrong-state',
      `这个申请现在是“${APPLICATION_STATES[state].label}”，不能这样办。`,
    )
  }
  const today = chinaDate(tx.now)
  const data = readData(step, given)
  refuseFuture(data, today)
  const take = EFFECTS[step] as (one: object) => Effect
  const cover = await coverOf(tx, keys, _id, today)
  const effect = await promised(
    tx,
    by,
    work,
    take({ work, data, actor: by.actor, today, now: tx.now, cover }),
  )
  refuseVoid(work, effect)
  await recordStep(tx, by, work, { step, label, state: effect.state ?? to ?? state, effect, cover })
  if (effect.redo) await openRedo(tx, by, work, { ...effect.redo, keys })
}
