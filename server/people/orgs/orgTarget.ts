import type { NoticeSide, Standing } from '@server/disclosure/notices/states'
import { currentStep, currentVisit, isFinished } from '@server/domain/power/case'
import type { PowerItem } from '@shared/contract/power/item'
import type { NoticeRow, ObjectionRow, OrgRow, UserRow } from '@server/platform/store/collections'
import type { CaseContext } from '@server/power/cases/queries/powerCases'
import type { PowerPlace } from '@server/power/lists/queries/powerLists'
import type { NamedGrant } from '@server/people/accounts/queries/grants'
import type { AccountTarget } from '@server/people/accounts/policy'
import { type Actor, type OrgTarget, holds, isSelfGoverning } from '@server/platform/access/actor'
import type { NoticeTarget } from '@server/disclosure/notices/policy'
import type { ObjectionView } from '@server/participation/objections/policy'
import type { CaseTarget } from '@server/power/cases/policy'

export const orgTarget = ({ _id, kind, path }: OrgRow): OrgTarget => ({ code: _id, kind, path })

export const noticeTarget = (
  { state, writers, submittedBy, signedBy }: NoticeRow,
  org: OrgRow,
): NoticeTarget => ({ org: orgTarget(org), state, writers, submittedBy, signedBy })

const sideOf = (org: OrgRow): NoticeSide => (isSelfGoverning(orgTarget(org)) ? 'village' : 'government')

/** What the transition table looks at. */
export const standingOf = ({ state, liveEdition }: NoticeRow, org: OrgRow): Standing => ({
  state,
  side: sideOf(org),
  live: liveEdition !== null,
})

/** Terms that are over bind an account to nobody's area. */
export const accountTarget = ({ _id }: UserRow, grants: readonly NamedGrant[], now: Date): AccountTarget => ({
  userId: _id,
  orgs: grants.filter(({ grant }) => grant.to === null || now < grant.to).map(({ org }) => orgTarget(org)),
})

interface ObjectionParts {
  objection: ObjectionRow
  org: OrgRow
  handler: OrgRow
  writers: readonly string[]
}

export const objectionView = ({ objection, org, handler, writers }: ObjectionParts): ObjectionView => ({
  org: orgTarget(org),
  handler: orgTarget(handler),
  level: objection.level,
  via: objection.via,
  userId: objection.userId,
  writers,
})

/** In whose name a member of staff speaks 答复单位: the committee, its supervising body, else the organisation that answers. */
export function bodyOf(actor: Actor, { objection, org, handler }: ObjectionParts): string {
  if (objection.level !== 'own' || !isSelfGoverning(orgTarget(org))) return handler.name
  const committee = org.kind === 'village' ? '村委会' : '居委会'
  return holds(actor, org._id, 'editor', 'head') ? committee : (org.supervisorName ?? '监督机构')
}

/** An item of which a case is to be opened. */
export const openingTarget = ({ org }: PowerPlace, item: PowerItem): CaseTarget => ({
  org: orgTarget(org),
  actorRole: item.steps[0]?.actor ?? null,
  responsibleRole: item.responsible.role,
  openedBy: null,
  claimedBy: null,
  notBy: [],
})

export function caseTarget({ row: { state }, org }: CaseContext): CaseTarget {
  const step = currentStep(state)
  const before = state.visits.filter(isFinished).filter(visit => step?.notBy.includes(visit.step))
  return {
    org: orgTarget(org),
    actorRole: step?.actor ?? null,
    responsibleRole: state.item.responsible.role,
    openedBy: state.openedBy,
    claimedBy: currentVisit(state)?.claimedBy ?? null,
    notBy: before.map(({ finished }) => finished.by),
  }
}
