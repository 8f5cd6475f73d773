import type { Authorised } from '@server/platform/access/caller'
import { unnamed } from './unnamed'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import {
  OBJECTION_STATES,
  type ObjectionEvent,
  isLate,
  objectionStateLabel,
  objectionTransition,
} from '../states'
import { isStreet } from '@shared/common/orgKinds'
import { errorText } from '@shared/texts/errors'
import { conflict } from '@server/platform/errors'
import { isSelfGoverning } from '@server/platform/access/actor'
import { type ObjectionContext, lastObjectionEvent } from '../queries/objections'
import { dueIn, enqueueNotification, scheduleDeadlineJob } from './answerDeadline'
import { Objections, ObjectionEvents, type ObjectionRow } from '../models/objections'
import { changed, newId } from '@server/platform/store/collection'
import type { Action } from '../policy'
import { orgTarget, type OrgRow } from '@server/people/orgs'
import { coverPersonalNames } from '@server/people/residents'
import { activeHolidays } from '@server/disclosure/holidays'

interface Advance {
  event: ObjectionEvent
  /** Version of the objection that the person saw. */
  seen: number
  text?: string | null
  /** Body in whose name the person acts; null = the objector. */
  body: string | null
}

/** Returns the side of the notice; some transitions apply to one side only. */
const sideOf = (org: OrgRow) => (isSelfGoverning(orgTarget(org)) ? 'village' : 'government')

/** Returns the transition that the table allows for an event now, or null. */
const stepOf = ({ objection, org }: ObjectionContext, event: ObjectionEvent, now: Date) =>
  objectionTransition(
    { state: objection.state, side: sideOf(org), late: isLate(objection.state, objection.dueAt, now) },
    event,
  )

/** Returns the organisation that answers at a level: the notice's own, its street or town, or the one above that. */
function handlerAt(
  { objection, org, ancestors, handler }: ObjectionContext,
  level: ObjectionRow['level'],
): OrgRow {
  if (level === 'own') return objection.level === 'own' ? handler : org
  const street = [...ancestors, org].find(isStreet)
  if (level === 'town') return street ?? handler
  const above = ancestors.filter(row => !isStreet(row))
  return above.at(-1) ?? handler
}

async function versionConflict(tx: Tx, objectionId: string) {
  const last = await lastObjectionEvent(tx, objectionId)
  const words = last
    ? `${last.byName}已经办了“${last.label}”，请看过最新情况再办。`
    : errorText('objection-changed')
  return conflict('objection-changed', words)
}

/**
 * Applies one transition to an objection: compare-and-set on id, state and version, one immutable event, the next deadline,
 * one audit entry. The caller has judged the policy.
 * @throws AppError 409 `objection-changed` after a concurrent change, `objection-wrong-state` without such a transition
 */
export async function advanceObjection(
  tx: Tx,
  by: Authorised<Action & `objection.${string}`>,
  work: ObjectionContext,
  advance: Advance,
): Promise<void> {
  const { objection, org, ancestors } = work
  const { event, seen, text = null, body } = advance
  if (seen !== objection.version) throw await versionConflict(tx, objection._id)
  const now = tx.now
  const step = stepOf(work, event, now)
  if (!step) {
    throw conflict(
      'objection-wrong-state',
      `这个异议现在是“${objectionStateLabel(objection.state)}”，不能这样办。`,
    )
  }
  const { turn, level } = OBJECTION_STATES[step.to]
  const next = {
    state: step.to,
    version: objection.version + 1,
    updatedAt: now,
    ...(turn !== 'nobody' && { level, handlerCode: handlerAt(work, level)._id }),
    ...dueIn(step.to, [...ancestors, org], now, await activeHolidays(tx)),
  }
  const { modifiedCount } = await tx
    .of(Objections)
    .updateOne({ _id: objection._id, state: objection.state, version: objection.version }, changed(next))
  if (modifiedCount !== 1) throw await versionConflict(tx, objection._id)
  await tx.of(ObjectionEvents).create([
    {
      _id: newId('oev'),
      objectionId: objection._id,
      orgCode: objection.orgCode,
      version: next.version,
      from: objection.state,
      to: step.to,
      event,
      label: step.label,
      by: by.actor.id,
      byName: body ? `${body} ${by.actor.name}` : '提出人',
      body,
      at: now,
      text,
      publicText: await coverPersonalNames(tx, objection, text, now),
    },
  ])
  await enqueueNotification(tx, { _id: objection._id, version: next.version })
  await scheduleDeadlineJob(tx, { _id: objection._id, version: next.version, dueAt: next.dueAt })
  await audit(
    tx,
    objection.userId === by.actor.id ? unnamed(by, objection) : by,
    { orgCode: objection.orgCode, id: objection._id },
    { number: objection.number, version: next.version },
  )
}
