import { spanWords } from '@server/domain/deadline'
import type { Actor } from '@server/platform/access/actor'
import type { AnswerDays, OrgContacts } from '@shared/contract/people/orgContacts'
import { answerSpan } from '../answerSpan'
import type { KeptField, OrgChangeRow } from '../models/orgChanges'
import type { OrgRow } from '../models/orgs'
import { orgTarget } from '../orgTarget'
import { can } from '../policy'
import type { OrgWithAncestors } from '../queries/orgs'
import { presentContacts, presentOrgRef } from './org'

const LABELS: Record<KeptField, string> = {
  contacts: '联系人',
  address: '办公地址',
  officeHours: '办公时间',
  answerDays: '答复期限',
  supervisorName: '监督机构',
  name: '名称',
}

const presentDays = ({ answerRule }: OrgRow): AnswerDays | null =>
  answerRule && answerRule.unit !== 'month' ? { n: answerRule.n, unit: answerRule.unit } : null

/** Staff: contacts, office, answer days and supervising body of an organisation, with their history. */
export function presentOrgContacts(
  { org, ancestors }: OrgWithAncestors,
  changes: readonly OrgChangeRow[],
  actor: Actor,
): OrgContacts {
  return {
    org: presentOrgRef(org),
    version: org.contactsVersion ?? 0,
    contacts: presentContacts(org),
    address: org.address ?? null,
    officeHours: org.officeHours ?? null,
    answerDays: presentDays(org),
    answerInherited: spanWords(answerSpan(ancestors)),
    supervisorName: org.supervisorName,
    mayKeep: can(actor, 'org.keep-contacts', orgTarget(org)),
    history: changes.map(({ at, byName, field, from, to }) => ({
      at: at.toISOString(),
      by: byName,
      label: LABELS[field],
      from,
      to,
    })),
  }
}
