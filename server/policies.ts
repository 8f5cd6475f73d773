import { definePolicies } from '@server/platform/access/policies'
import { POLICIES as noticePolicies } from '@server/disclosure/notices/policy'
import { POLICIES as filePolicies } from '@server/disclosure/files/policy'
import { POLICIES as holidayPolicies } from '@server/disclosure/holidays/policy'
import { POLICIES as discrepancyPolicies } from '@server/disclosure/discrepancies/policy'
import { POLICIES as proofPolicies } from '@server/reading/channels/policy'
import { POLICIES as obligationPolicies } from '@server/disclosure/obligations/policy'
import { POLICIES as inspectionPolicies } from '@server/oversight/inspections/policy'
import { POLICIES as cataloguePolicies } from '@server/catalogues/catalogue/policy'
import { POLICIES as villageCataloguePolicies } from '@server/catalogues/villageCatalogue/policy'
import { POLICIES as powerPolicies } from '@server/power/lists/policy'
import { POLICIES as casePolicies } from '@server/power/cases/policy'
import { POLICIES as residentPolicies } from '@server/people/residents/policy'
import { POLICIES as orgPolicies } from '@server/people/orgs/policy'
import { POLICIES as agreementPolicies } from '@server/people/agreements/policy'
import { POLICIES as ownDataPolicies } from '@server/people/ownData/policy'
import { POLICIES as accountPolicies } from '@server/people/accounts/policy'
import { POLICIES as webLoginPolicies } from '@server/people/webLogin/policy'
import { POLICIES as operationPolicies } from '@server/people/operation/policy'
import { POLICIES as applicationPolicies } from '@server/participation/applications/policy'
import { POLICIES as objectionPolicies } from '@server/participation/objections/policy'
import { POLICIES as auditPolicies } from '@server/people/audit/policy'
import { POLICIES as zonePolicies } from '@server/reading/zone/policy'
import { POLICIES as removalPolicies } from '@server/disclosure/removals/policy'
import type { PermissionsAsked } from '@server/people/todos'
import type { Db } from '@server/platform/store/db'

/** Policy tables of all rooms; each room looks up its actions in its own table. */
export const POLICY_TABLES = [
  noticePolicies,
  filePolicies,
  holidayPolicies,
  discrepancyPolicies,
  proofPolicies,
  obligationPolicies,
  inspectionPolicies,
  cataloguePolicies,
  villageCataloguePolicies,
  powerPolicies,
  casePolicies,
  residentPolicies,
  orgPolicies,
  agreementPolicies,
  ownDataPolicies,
  accountPolicies,
  webLoginPolicies,
  operationPolicies,
  objectionPolicies,
  applicationPolicies,
  auditPolicies,
  removalPolicies,
  zonePolicies,
]

/** The closed list of actions of the whole program. */
export const POLICIES = {
  ...noticePolicies,
  ...filePolicies,
  ...holidayPolicies,
  ...discrepancyPolicies,
  ...proofPolicies,
  ...obligationPolicies,
  ...inspectionPolicies,
  ...cataloguePolicies,
  ...villageCataloguePolicies,
  ...powerPolicies,
  ...casePolicies,
  ...residentPolicies,
  ...orgPolicies,
  ...agreementPolicies,
  ...ownDataPolicies,
  ...accountPolicies,
  ...webLoginPolicies,
  ...operationPolicies,
  ...objectionPolicies,
  ...applicationPolicies,
  ...auditPolicies,
  ...removalPolicies,
  ...zonePolicies,
}

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

const isAction = (action: string): action is Action => Object.hasOwn(POLICIES, action)

/** Answers which of these actions the policy tables allow. @throws RangeError for an unknown action */
export const permittedActions = async (
  _db: Db,
  { actor, actions, target }: PermissionsAsked,
): Promise<readonly string[]> =>
  actions.filter(action => {
    if (!isAction(action)) throw new RangeError(`unknown action: ${action}`)
    return can(actor, action, target as never)
  })
