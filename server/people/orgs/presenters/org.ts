import { wordsFor } from '@shared/texts/words'
import type { OrgRef } from '@shared/contract/people/org'
import type { OrgPage } from '@shared/contract/reading/site'
import type { OrgRow } from '../models/orgs'

/** Public: what a list or heading says of an organisation. */
export const presentOrgRef = ({ _id, name, kind, parentCode }: OrgRow): OrgRef => ({
  code: _id,
  name,
  kind,
  parentCode,
})

/** Public: an organisation with the words that fit it and the way up to the root. */
export const presentOrgPage = (org: OrgRow, ancestors: readonly OrgRow[]): OrgPage => ({
  ...presentOrgRef(org),
  path: org.path,
  supervisorName: org.supervisorName,
  contacts: org.contacts.map(({ name, duty, phone }) => ({ name, duty, phone })),
  words: wordsFor(org.kind),
  ancestors: ancestors.map(presentOrgRef),
})
