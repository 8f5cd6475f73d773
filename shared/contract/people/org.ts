import { z } from 'zod'
import { ORG_KINDS } from '../../common/orgKinds'
import { CalendarDate, OrgCode } from '../common'

export const OrgKind = z.enum(ORG_KINDS)
export type OrgKind = z.infer<typeof OrgKind>

/** Contact for villagers 村里的人; office phone only, no private data beyond the public office. */
export const Contact = z.object({ name: z.string(), jobTitle: z.string(), phone: z.string() })
export type Contact = z.infer<typeof Contact>

/** Organisation 机构; villages and communities are the tenants. */
export const Org = z.object({
  code: OrgCode,
  name: z.string(),
  kind: OrgKind,
  parentCode: OrgCode.nullable(),
  /** Codes from the root to this organisation, itself included. */
  path: z.array(OrgCode),
  /** Name of the supervising body: 村务监督委员会 / 村民监督委员会 / 居务监督委员会 …; null for government. */
  supervisorName: z.string().nullable(),
  contacts: z.array(Contact),
})
export type Org = z.infer<typeof Org>

/** Where and when an organisation can be asked 办公地点、办公时间; both as free text, null: not given. */
export const Office = z.object({ address: z.string().nullable(), officeHours: z.string().nullable() })
export type Office = z.infer<typeof Office>

/** Fields of an organisation for lists and headings. */
export const OrgRef = Org.pick({ code: true, name: true, kind: true, parentCode: true }).extend({
  /** Names that it had 曾用名, each until a day; absent: none. */
  formerNames: z.array(z.object({ name: z.string(), until: CalendarDate })).optional(),
  /** The organisation that it became part of 已并入, since a day; absent: not merged. */
  mergedInto: z.object({ code: OrgCode, name: z.string(), day: CalendarDate }).optional(),
})
export type OrgRef = z.infer<typeof OrgRef>
