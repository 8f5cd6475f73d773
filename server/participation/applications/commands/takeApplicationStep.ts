import type { z } from 'zod'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict, invalidRequest, requirementsUnmet } from '@server/platform/errors'
import { changed, newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { issuesOf } from '@server/domain/zodIssues'
import { chinaDate } from '@shared/common/period'
import type { ApplicationStep, TakeApplicationStep } from '@shared/contract/participation/application'
import { clockFields, newFaults } from '../clock'
import {
  ApplicantVaults,
  type ApplicantVaultRow,
  ApplicationEvents,
  Applications,
} from '../models/applications'
import type { Action } from '../policy'
import { type ApplicationContext, clockOf } from '../caseFile'
import { APPLICATION_STATES, APPLICATION_STEPS } from '../states'
import { type Effect, EFFECTS } from './effects'
import { follow } from './follow'
import { STEP_INPUTS } from './stepInputs'
import { coverApplicant } from './coverApplicant'
import { type ApplicationKeys, openIdentity } from '../vault'
import { unnamed } from './unnamed'

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

/** Returns what covers the applicant in words that are stored; after the erasure only numbers are known. */
async function coverOf(tx: Tx, keys: ApplicationKeys, id: string, today: string) {
  const row = await tx.of(ApplicantVaults).findById(id).lean<ApplicantVaultRow>().exec()
  const known = row ? openIdentity(keys, id, row) : { name: '', proofNumber: '', phone: '', address: '' }
  return (text: string) => coverApplicant(text, known, today)
}

/**
 * Takes one step of an application: compare-and-set on id and version, one immutable event, the clock computed anew, messages and
 * one audit entry. The caller has judged the policy.
 * @throws AppError 409 `application-changed`, `application-wrong-state`; 400; 422
 */
export async function takeApplicationStep(
  tx: Tx,
  by: Authorised<Action & `application.${string}`>,
  work: ApplicationContext,
  { input: { step, version, data: given }, keys }: { input: TakeApplicationStep; keys: ApplicationKeys },
): Promise<void> {
  const { application, events, holidays } = work
  const { _id, state, orgCode, number } = application
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
  const effect = take({ work, data, actor: by.actor, today, now: tx.now, cover })
  refuseVoid(work, effect)
  const { clock = [], set = {}, note = '', shown = false } = effect
  const next = {
    ...set,
    ...clockFields([...clockOf(events), ...clock], holidays),
    state: to ?? state,
    version: version + 1,
    updatedAt: tx.now,
  }
  const { modifiedCount } = await tx.of(Applications).updateOne({ _id, version }, changed(next))
  if (modifiedCount !== 1) throw conflict('application-changed')
  await tx.of(ApplicationEvents).create([
    {
      _id: newId('ape'),
      applicationId: _id,
      version: next.version,
      step,
      label,
      clock,
      by: application.userId === by.actor.id ? 'applicant' : by.actor.id,
      note: cover(note),
      shown,
      at: tx.now,
    },
  ])
  await follow(tx, { ...application, ...next })
  await audit(tx, unnamed(by, application), { orgCode, id: _id }, { number, step, version: next.version })
}
