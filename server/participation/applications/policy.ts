import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  isSelfGoverning,
  refusedUnless,
} from '@server/platform/access/actor'
import type { Authorised, Caller } from '@server/platform/access/caller'
import { definePolicies } from '@server/platform/access/policies'
import { AppError, forbidden, notFound } from '@server/platform/errors'
import type { ApplicationStep } from '@shared/contract/participation/application'

/** Fields of an application that the policies read. */
export interface ApplicationView {
  org: OrgTarget
  /** Account of the applicant; null: it came through another door. */
  userId: string | null
  /** Account that opened the identity with a reason shortly before. */
  openedBy: string | null
}

/** Only a body of the Regulation takes applications 条例 §27; a village has none at all. */
const isBody = (org: OrgTarget): boolean => org.kind === 'street' || org.kind === 'town'

const maySubmit = (_actor: Actor, org: OrgTarget): Refusal | null => refusedUnless(isBody(org))

const isDesk = (actor: Actor, org: OrgTarget): boolean =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk', 'head')

const mayReceive = (actor: Actor, org: OrgTarget): Refusal | null => refusedUnless(isDesk(actor, org))

/** The lawyer sees the papers too, without identity and contact. */
const mayList = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(isDesk(actor, org) || (isBody(org) && holds(actor, org.code, 'lawyer')))

const isApplicant = (actor: Actor, { userId }: ApplicationView): boolean => actor.id === userId

const mayRead = (actor: Actor, view: ApplicationView): Refusal | null =>
  isApplicant(actor, view) ? null : mayList(actor, view.org)

/** Nobody of the body handles, reviews or signs what they asked for themselves. */
const part =
  (...roles: readonly ('street-clerk' | 'head' | 'lawyer')[]) =>
  (actor: Actor, view: ApplicationView): Refusal | null => {
    if (!isBody(view.org) || !holds(actor, view.org.code, ...roles)) return 'forbidden'
    return isApplicant(actor, view) ? 'own-matter' : null
  }

const mayHandle = part('street-clerk', 'head')

const mayCorrect = (actor: Actor, view: ApplicationView): Refusal | null =>
  isApplicant(actor, view) ? null : mayHandle(actor, view)

const mayOpen = (actor: Actor, view: ApplicationView): Refusal | null =>
  part('street-clerk')(actor, view) ?? refusedUnless(view.openedBy === actor.id)

const mayLead = (actor: Actor, org: OrgTarget): Refusal | null =>
  refusedUnless(isBody(org) && holds(actor, org.code, 'head'))

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'application.submit': maySubmit,
  'application.receive': mayReceive,
  'application.list': mayList,
  'application.read': mayRead,
  'application.handle': mayHandle,
  'application.review': part('lawyer'),
  'application.sign': part('head'),
  'application.correct': mayCorrect,
  'application.open-identity': mayOpen,
  'application.set-desk': mayLead,
  'application.bundle': mayHandle,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, refusalOf, can } = definePolicies(POLICIES)

/**
 * Refuses as if there were no such application: not even that one exists is shown to others. A refusal of the applicant is not kept: with
 * the case next to the name, the operations log would say who applied.
 * @throws AppError 404 `application-not-found`
 */
export function authorizeHidden<A extends Action>(
  caller: Caller,
  action: A,
  target: Parameters<typeof authorize<A>>[2],
): Authorised<A> {
  const isOwn = 'userId' in target && target.userId === caller.actor.id
  const refusal = isOwn ? refusalOf(caller.actor, action, target) : null
  if (refusal) throw refusal === 'forbidden' ? notFound('application-not-found') : forbidden(refusal)
  try {
    return authorize(caller, action, target)
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw notFound('application-not-found')
    throw error
  }
}

/** The action that a step needs. */
export function actionOf(step: ApplicationStep): Action {
  if (step === 'review') return 'application.review'
  if (step === 'sign' || step === 'return' || step === 'extend') return 'application.sign'
  if (step === 'corrected' || step === 'withdraw') return 'application.correct'
  return 'application.handle'
}
