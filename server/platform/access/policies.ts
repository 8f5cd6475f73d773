import {
  mayEditAccount,
  mayGrant,
  mayListGrants,
  mayReadAccount,
  mayResetFactor,
  mayUseOwnFactor,
} from '@server/people/accounts/policy'
import type { Actor, OrgTarget, Refusal } from './actor'
import { mayReadAudit } from '@server/people/audit/policy'
import {
  mayActivateDraft,
  mayImport,
  mayListVersions,
  mayReopenDraft,
} from '@server/catalogues/catalogue/policy'
import {
  mayMarkObligation,
  mayReadObligations,
  mayRecordEvent,
  mayRemindOfObligation,
  maySetConditions,
} from '@server/disclosure/obligations/policy'
import {
  mayAnswerDiscrepancy,
  mayGuideDiscrepancy,
  mayListDiscrepancies,
} from '@server/disclosure/discrepancies/policy'
import {
  mayConfirm,
  mayCreate,
  mayEdit,
  mayEnd,
  mayErase,
  mayGuide,
  mayListWork,
  mayOrder,
  mayPublish,
  mayReadWork,
  maySignOff,
  maySubmit,
  mayTend,
  mayWithdraw,
} from '@server/disclosure/notices/policy'
import {
  isObjector,
  mayAnswer,
  mayListObjections,
  mayObject,
  mayReadObjection,
  mayReviewText,
} from '@server/participation/objections/policy'
import { mayComparePowers, mayKeepPowers, mayListCases } from '@server/power/lists/policy'
import {
  mayAnswerSplit,
  mayCancelCase,
  mayClaimStep,
  mayDoStep,
  mayHandOver,
  mayOpenCase,
  mayReadCase,
  mayResumeCase,
  mayStopCase,
} from '@server/power/cases/policy'
import { mayClaim, mayDecideClaim, mayKeepRoster, mayListClaims } from '@server/people/residents/policy'
import {
  mayActivateList,
  mayDecideLinks,
  mayEditList,
  mayOverlookLinks,
  mayReadLinks,
  mayReadList,
  mayRemarkOnList,
} from '@server/catalogues/villageCatalogue/policy'
import { mayInspect } from '@server/oversight/inspections/policy'

export type { Actor, OrgTarget, Refusal } from './actor'
export type { AccountTarget, GrantTarget } from '@server/people/accounts/policy'
export { type NoticeTarget, type WorkListTarget } from '@server/disclosure/notices/policy'
export { SYSTEM_ID } from './actor'

/** The closed list of actions; an unlisted action is refused for everybody. */
export const POLICIES = {
  'work.list': mayListWork,
  'work.read': mayReadWork,
  'notice.create': mayCreate,
  'privacy.preview': mayCreate,
  'file.store': mayCreate,
  'file.read': (actor: Actor, org: OrgTarget) => mayListWork(actor, { org, state: null }),
  'notice.edit': mayEdit,
  'notice.check': mayTend,
  'notice.submit': maySubmit,
  'notice.sign-off': maySignOff,
  'notice.meet': mayTend,
  'notice.schedule': mayPublish,
  'notice.unschedule': mayPublish,
  'notice.publish': mayPublish,
  'ledger.erase': mayErase,
  'notice.end': mayEnd,
  'notice.correct': mayTend,
  'notice.withdraw': mayWithdraw,
  'notice.confirm': mayConfirm,
  'notice.archive': mayTend,
  'notice.order': mayOrder,
  'notice.comment': mayGuide,
  'notice.remind': mayGuide,
  'finding.list': mayListDiscrepancies,
  'finding.comment': mayGuideDiscrepancy,
  'finding.order': mayGuideDiscrepancy,
  'finding.answer': mayAnswerDiscrepancy,
  'finding.accept': mayGuideDiscrepancy,
  'proof.record': mayTend,
  'proof.remove': mayTend,
  'duty.list': mayReadObligations,
  'duty.record': mayRecordEvent,
  'duty.retract': mayRecordEvent,
  'duty.mark': mayMarkObligation,
  'duty.remind': mayRemindOfObligation,
  'duty.set-conditions': maySetConditions,
  'desk.read': mayReadObligations,
  'desk.export': mayReadObligations,
  'inspection.read': mayInspect,
  'inspection.draw': mayInspect,
  'inspection.record': mayInspect,
  'catalogue.list': mayListVersions,
  'catalogue.import': mayImport,
  'catalogue.read-draft': mayListVersions,
  'catalogue.mend': mayImport,
  'catalogue.submit': mayImport,
  'catalogue.reopen': mayReopenDraft,
  'catalogue.discard': mayImport,
  'catalogue.activate': mayActivateDraft,
  'list.read': mayReadList,
  'list.adopt': mayEditList,
  'list.add': mayEditList,
  'list.alter': mayEditList,
  'list.remove': mayEditList,
  'list.import': mayEditList,
  'list.activate': mayActivateList,
  'list.remark': mayRemarkOnList,
  'power.adopt': mayKeepPowers,
  'power.switch': mayKeepPowers,
  'power.compare': mayComparePowers,
  'power.import': mayKeepPowers,
  'case.list': mayListCases,
  'case.read': mayReadCase,
  'case.open': mayOpenCase,
  'case.claim': mayClaimStep,
  'case.hand-over': mayHandOver,
  'case.finish': mayDoStep,
  'case.vote': mayDoStep,
  'case.amount': mayDoStep,
  'case.pause': mayDoStep,
  'case.resume': mayResumeCase,
  'case.remark': mayStopCase,
  'case.stop': mayStopCase,
  'case.lift': mayStopCase,
  'case.cancel': mayCancelCase,
  'split.answer': mayAnswerSplit,
  'link.overview': mayOverlookLinks,
  'link.read': mayReadLinks,
  'link.decide': mayDecideLinks,
  'roll.import': mayKeepRoster,
  'roll.read': mayKeepRoster,
  'claim.request': mayClaim,
  'claim.list': mayListClaims,
  'claim.confirm': mayDecideClaim,
  'claim.refuse': mayDecideClaim,
  'claim.end': mayDecideClaim,
  'account.read': mayReadAccount,
  'account.edit': mayEditAccount,
  'account.enrol-factor': mayUseOwnFactor,
  'account.verify-factor': mayUseOwnFactor,
  'account.reset-factor': mayResetFactor,
  'role.list': mayListGrants,
  'role.grant': mayGrant,
  'role.change-term': mayGrant,
  'role.revoke': mayGrant,
  'objection.file': mayObject,
  'objection.list': mayListObjections,
  'objection.read': mayReadObjection,
  'objection.answer': mayAnswer,
  'objection.release': mayReviewText,
  'objection.refuse': mayReviewText,
  'objection.settle': isObjector,
  'objection.escalate': isObjector,
  'objection.withdraw': isObjector,
  'audit.read': mayReadAudit,
  'audit.export': mayReadAudit,
} as const

export type Action = keyof typeof POLICIES
export type TargetOf<A extends Action> = Parameters<(typeof POLICIES)[A]>[1]

/**
 * Returns the reason for refusing the action on the target; null = allowed. Pure; deny by default.
 * @throws RangeError for an unlisted action
 */
export function refusalOf<A extends Action>(actor: Actor, action: A, target: TargetOf<A>): Refusal | null {
  if (!Object.hasOwn(POLICIES, action)) throw new RangeError(`unknown action: ${action}`)
  const policy = POLICIES[action] as (actor: Actor, target: TargetOf<A>) => Refusal | null
  return policy(actor, target)
}

export const can = <A extends Action>(actor: Actor, action: A, target: TargetOf<A>): boolean =>
  refusalOf(actor, action, target) === null
