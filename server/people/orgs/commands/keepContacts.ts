import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { spanWords } from '@server/domain/deadline'
import type { Tx } from '@server/platform/store/db'
import { isVillage } from '@shared/common/orgKinds'
import { faultText } from '@shared/texts/errors'
import type { Contact } from '@shared/contract/people/org'
import type { KeepOrgContacts } from '@shared/contract/people/orgContacts'
import { Orgs, type OrgRow } from '../models/orgs'
import { requireStanding } from './changeOrg'
import { type FieldChange, noteChanges } from './noteChanges'

type Kept = Pick<OrgRow, 'contacts' | 'address' | 'officeHours' | 'answerRule' | 'supervisorName'>

const contactWords = (contacts: readonly Contact[]): string =>
  contacts.map(({ name, jobTitle, phone }) => `${jobTitle} ${name} ${phone}`).join('；')

/** Returns each kept field in words. */
const wordsOf = ({
  contacts,
  address,
  officeHours,
  answerRule,
  supervisorName,
}: Kept): [FieldChange['field'], string][] => [
  ['contacts', contactWords(contacts)],
  ['address', address ?? ''],
  ['officeHours', officeHours ?? ''],
  ['answerDays', answerRule ? spanWords(answerRule) : ''],
  ['supervisorName', supervisorName ?? ''],
]

function changesBetween(before: Kept, after: Kept): FieldChange[] {
  const old = new Map(wordsOf(before))
  return wordsOf(after).flatMap(([field, to]) => {
    const from = old.get(field) ?? ''
    return from === to ? [] : [{ field, from, to }]
  })
}

/**
 * Stores contacts, office, answer days and supervising body of an organisation, and who changed what.
 * @throws AppError 422 when a village would be without supervising body; 409 `org-changed` when somebody was faster
 */
export async function keepContacts(
  tx: Tx,
  by: Authorised<'org.keep-contacts'>,
  org: OrgRow,
  { version: seen, answerDays, ...given }: KeepOrgContacts,
): Promise<void> {
  requireStanding(org)
  if (isVillage(org) && given.supervisorName === null) {
    const message = faultText(['supervisorName'], 'required')
    throw requirementsUnmet([{ code: 'required', field: 'supervisorName', message }])
  }
  const after: Kept = { ...given, answerRule: answerDays }
  const changes = changesBetween(org, after)
  const known = { _id: org._id, contactsVersion: org.contactsVersion ?? null }
  const { matchedCount } =
    seen === (org.contactsVersion ?? 0)
      ? await tx.of(Orgs).updateOne(known, { $set: { ...after, contactsVersion: seen + 1 } })
      : { matchedCount: 0 }
  if (matchedCount !== 1) throw conflict('org-changed')
  await noteChanges(tx, by, org._id, changes)
  await audit(
    tx,
    by,
    { orgCode: org._id, id: org._id },
    { fields: changes.map(({ field }) => field).join(',') },
  )
}
