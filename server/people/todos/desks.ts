import type { Desk, TodoKind } from '@shared/contract/people/todo'
import { type Actor, isSelfGoverning } from '@server/platform/access/actor'
import { defineQuestion } from '@server/platform/events'
import type { Db } from '@server/platform/store/db'
import { orgTarget, type OrgRow } from '@server/people/orgs'

/** Asks the policy tables of all rooms which of these actions a person may take in an organisation. */
export interface PermissionsAsked {
  actor: Actor
  actions: readonly string[]
  target: object
}
export const permittedOf = defineQuestion<PermissionsAsked, readonly string[]>('permittedOf')

export interface DeskFact {
  desk: Desk
  /** The action without which the page shows nothing. */
  action: string
  /** Kind of to-do that is done there. */
  kind?: TodoKind
  /** Side on which the desk exists; both when absent. */
  side?: 'village' | 'government'
}

/** Pages for staff, in the order of the rail. */
const DESKS: readonly DeskFact[] = [
  { desk: 'notices', action: 'workbench.list', kind: 'notice' },
  { desk: 'obligations', action: 'obligation.list', kind: 'obligation', side: 'village' },
  { desk: 'matrix', action: 'matrix.read', kind: 'obligation', side: 'government' },
  { desk: 'objections', action: 'objection.list', kind: 'objection' },
  { desk: 'applications', action: 'application.list', kind: 'application', side: 'government' },
  { desk: 'discrepancies', action: 'discrepancy.list', kind: 'discrepancy' },
  { desk: 'inspections', action: 'inspection.read', kind: 'inspection', side: 'government' },
  { desk: 'removals', action: 'removal.list', kind: 'removal' },
  { desk: 'cases', action: 'case.list', kind: 'case', side: 'village' },
  { desk: 'model-list', action: 'powerList.adopt', side: 'government' },
  { desk: 'catalogue', action: 'villageCatalogue.read', kind: 'catalogue', side: 'village' },
  { desk: 'village-catalogues', action: 'itemLink.overview', side: 'government' },
  { desk: 'catalogue-import', action: 'catalogueDraft.import', kind: 'catalogue', side: 'government' },
  { desk: 'roster', action: 'roster.read', side: 'village' },
  { desk: 'claims', action: 'residencyClaim.list', kind: 'claim', side: 'village' },
  { desk: 'contacts', action: 'org.read-contacts' },
  { desk: 'grants', action: 'grant.list', kind: 'grant' },
  { desk: 'accounts', action: 'account.find' },
  { desk: 'holidays', action: 'holidays.read' },
  { desk: 'audit', action: 'audit.read' },
  { desk: 'jobs', action: 'job.list' },
]

/** A target with the fields that the policies of the desks' actions read. */
function targetOf(org: OrgRow): object {
  const target = orgTarget(org)
  return { ...target, org: target, state: null, writers: [], userId: '' }
}

/** Returns the desks that the policies open to a person in an organisation. */
export async function desksOf(db: Db, actor: Actor, org: OrgRow): Promise<DeskFact[]> {
  const side = isSelfGoverning(orgTarget(org)) ? 'village' : 'government'
  const offered = DESKS.filter(desk => !desk.side || desk.side === side)
  const actions = offered.map(({ action }) => action)
  const allowed = new Set((await db.ask(permittedOf, { actor, actions, target: targetOf(org) })).flat())
  return offered.filter(({ action }) => allowed.has(action))
}
