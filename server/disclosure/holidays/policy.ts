import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holdsAbove,
  refusedUnless,
} from '@server/platform/access/actor'

/** The tables hold for the whole installation: they belong to its topmost organisation. */
export interface HolidaysTarget {
  org: OrgTarget
}

/** An imported year, and who imported it. */
export interface HolidayYearTarget extends HolidaysTarget {
  userId: string
}

export const mayReadHolidays = (actor: Actor, { org }: HolidaysTarget): Refusal | null =>
  refusedUnless(holdsAbove(actor, org, 'system-admin', 'security-admin', 'district-office'))

/** Allows 系统管理员 of the topmost organisation to import a year; nothing changes by it. */
export const mayImportHolidays = (actor: Actor, { org }: HolidaysTarget): Refusal | null =>
  refusedUnless(holdsAbove(actor, org, 'system-admin'))

/** Allows a second administrator, never the importer, to confirm a year. */
export function mayConfirmHolidays(actor: Actor, { org, userId }: HolidayYearTarget): Refusal | null {
  if (!holdsAbove(actor, org, 'system-admin', 'security-admin')) return 'forbidden'
  return actor.id === userId ? 'own-holidays' : null
}

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'holidays.read': mayReadHolidays,
  'holidays.import': mayImportHolidays,
  'holidays.confirm': mayConfirmHolidays,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
