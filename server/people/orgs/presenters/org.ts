import { wordsFor } from '@shared/texts/words'
import type { OrgRef } from '@shared/contract/people/org'
import type { OrgPage } from '@shared/contract/reading/site'
import type { OrgRow } from '../models/orgs'

/** Presents the public reference of an organisation for lists and headings. */
export const presentOrgRef = ({ _id, name, kind, parentCode }: OrgRow): OrgRef => ({
  code: _id,
  name,
  kind,
  parentCode,
})

/** Presents the public page of an organisation with its terms and its ancestors. */
export const presentOrgPage = (org: OrgRow, ancestors: readonly OrgRow[]): OrgPage => ({
  ...presentOrgRef(org),
  path: org.path,
  supervisorName: org.supervisorName,
  contacts: org.contacts.map(({ name, jobTitle, phone }) => ({ name, jobTitle, phone })),
  words: wordsFor(org.kind),
  ancestors: ancestors.map(presentOrgRef),
})
