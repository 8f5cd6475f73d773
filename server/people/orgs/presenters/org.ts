import { wordsFor } from '@shared/texts/words'
import { spanWords } from '@server/domain/deadline'
import type { Contact, OrgRef } from '@shared/contract/people/org'
import type { OrgPage, PrintedOrg } from '@shared/contract/reading/site'
import { answerSpan } from '../answerSpan'
import type { OrgRow } from '../models/orgs'

/** Presents the public reference of an organisation for lists and headings. */
export const presentOrgRef = ({ _id, name, kind, parentCode, formerNames, mergedInto }: OrgRow): OrgRef => ({
  code: _id,
  name,
  kind,
  parentCode,
  ...(formerNames && {
    formerNames: formerNames.map(former => ({ name: former.name, until: former.until })),
  }),
  ...(mergedInto && { mergedInto: { code: mergedInto.code, name: mergedInto.name, day: mergedInto.day } }),
})

/** Presents the contacts of an organisation 村里的人. */
export const presentContacts = ({ contacts }: OrgRow): Contact[] =>
  contacts.map(({ name, jobTitle, phone }) => ({ name, jobTitle, phone }))

/** Presents the public page of an organisation with its terms and its ancestors. */
export const presentOrgPage = (org: OrgRow, ancestors: readonly OrgRow[]): OrgPage => ({
  ...presentOrgRef(org),
  path: org.path,
  supervisorName: org.supervisorName,
  contacts: presentContacts(org),
  address: org.address ?? null,
  officeHours: org.officeHours ?? null,
  answer: spanWords(answerSpan([...ancestors, org])),
  words: wordsFor(org.kind),
  ancestors: ancestors.map(presentOrgRef),
})

/** Presents what an edition published now prints of the organisation. */
export const printedOrg = (org: OrgRow): PrintedOrg => ({
  orgName: org.name,
  contacts: presentContacts(org),
  address: org.address ?? null,
  officeHours: org.officeHours ?? null,
})
