import type { RemovalRegister } from '@shared/contract/disclosure/removal'
import { encodeCursor } from '@server/platform/store/cursor'
import { type OrgNames, presentOrgRef, type OrgRow } from '@server/people/orgs'
import type { registerOf } from '../queries/removals'
import { presentRemoved } from './removal'

/** Public: a page of the register 撤回与删除登记. */
export const presentRegister = (
  org: OrgRow,
  { rows, next }: Awaited<ReturnType<typeof registerOf>>,
  names: OrgNames,
): RemovalRegister => ({
  org: presentOrgRef(org),
  items: rows.map(row => presentRemoved(row, names)),
  nextCursor: next && encodeCursor(next),
})
