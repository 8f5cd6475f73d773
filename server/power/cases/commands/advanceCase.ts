import type { Actor } from '@server/platform/access/actor'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import {
  type CaseActor,
  type CaseEvent,
  type CaseFile,
  advance,
  currentStep,
} from '@server/domain/power/case'
import { CASE_EVENT_WORDS } from '../caseWords'
import { chinaDate } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { CaseAbility, CaseBody } from '@shared/contract/power/case'
import { conflict, notFound, requirementsUnmet } from '@server/platform/errors'
import { caseActorOf } from '../policy'
import { type CaseContext, lastCaseEvent } from '../queries/powerCases'
import { openCaseObligations } from './discloseFinishedSteps'
import { caseRefused, noteCaseEvent, refuseWords } from './caseEvents'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'
import { orgTarget } from '@server/people/orgs'
import { fileOf, notUploaded } from '@server/disclosure/files'
import { grantsOf, Users } from '@server/people/accounts'
import { activeHolidays } from '@server/disclosure/holidays'

async function versionConflict(tx: Tx, caseId: string) {
  const last = await lastCaseEvent(tx, caseId)
  const what = last && `${CASE_EVENT_WORDS[last.kind]}${last.stepName ? `“${last.stepName}”` : ''}`
  return conflict('case-changed', what ? `刚刚有人${what}，请看过最新进展再办。` : undefined)
}

/**
 * Returns the new assignee of a step with the roles held now.
 * @throws AppError 404 `user-not-found`
 */
async function newAssignee(tx: Tx, { org }: CaseContext, id: string): Promise<CaseActor> {
  const user = await tx.of(Users).findById(id).lean().exec()
  if (!user) throw notFound('user-not-found', 'to')
  const { now } = tx
  const held = (await grantsOf(tx, user)).filter(
    ({ grant }) => grant.from <= now && (grant.to === null || now < grant.to),
  )
  const roles = held.map(({ grant: { role, orgCode }, org: { name: orgName } }) => ({
    role,
    orgCode,
    orgName,
  }))
  return caseActorOf({ id, name: user.name, jobTitle: user.jobTitle, roles }, orgTarget(org))
}

/**
 * Returns the named files as stored.
 * @throws AppError 422 for a file that was not uploaded for this village
 */
async function filesIn(tx: Tx, { org }: CaseContext, body: CaseBody): Promise<{ files?: CaseFile[] }> {
  if (!('files' in body)) return {}
  const files: CaseFile[] = []
  const issues: Issue[] = []
  for (const [at, { paper, sha256 }] of body.files.entries()) {
    const row = await fileOf(tx, sha256, org._id)
    if (row) files.push({ paper, name: row.name, mime: row.mime, bytes: row.bytes, sha256 })
    else issues.push(notUploaded(`files.${at}`, at))
  }
  if (issues.length > 0) throw requirementsUnmet(issues)
  return { files }
}

/** Builds the event of an ability; the route has already validated the body against its schema. */
async function eventOf(
  tx: Tx,
  actor: Actor,
  work: CaseContext,
  kind: CaseAbility,
  whole: CaseBody,
): Promise<CaseEvent> {
  const by = caseActorOf(actor, orgTarget(work.org))
  const { version: _seen, ...body } = whole
  const to = 'to' in body && { to: await newAssignee(tx, work, body.to) }
  const files = await filesIn(tx, work, whole)
  return {
    ...body,
    ...files,
    ...to,
    kind,
    by,
    on: chinaDate(tx.now),
  } as unknown as CaseEvent
}

/**
 * Advances a case by one event: the pure transition checks it, compare-and-set on the version stores it with one
 * immutable event and one audit entry. Opens the obligations and draft notices of a finished step. The caller has
 * checked the policy.
 * @throws AppError 409 `case-changed` when another writer was faster; 422 `case-refused` with every reason, 422 for
 * personal data
 */
export async function advanceCase(
  tx: Tx,
  by: Authorised<`case.${CaseAbility}`>,
  work: CaseContext,
  kind: CaseAbility,
  body: CaseBody,
): Promise<void> {
  const { row, org } = work
  if (body.version !== row.version) throw await versionConflict(tx, row._id)
  const reason = 'reason' in body ? body.reason : null
  const papers = 'papers' in body ? body.papers.join('；') : ''
  refuseWords(tx, { ...(reason !== null && { reason }), papers })
  const stepName = currentStep(row.state)?.name ?? ''
  const event = await eventOf(tx, by.actor, work, kind, body)
  const result = advance(row.state, event, await activeHolidays(tx))
  if (!result.ok) throw caseRefused(result.faults)
  const { state } = result
  const next: PowerCaseRow = {
    ...row,
    state,
    status: state.status,
    open: state.closed === null,
    amountFen: state.amountFen,
    version: row.version + 1,
    updatedAt: tx.now,
  }
  const { _id, ...set } = { ...next, ...(await openCaseObligations(tx, by, org, next)) }
  const { modifiedCount } = await tx.of(PowerCases).updateOne({ _id, version: row.version }, { $set: set })
  if (modifiedCount !== 1) throw await versionConflict(tx, _id)
  await noteCaseEvent(tx, by, next, { kind, stepName, reason })
  await audit(tx, by, { orgCode: org._id, id: _id }, { version: next.version })
}
