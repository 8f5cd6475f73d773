type NewNames = Readonly<Record<string, string>>

/** A collection of schema version 3 whose rows are in another one since. */
interface FormerCollection {
  name: string
  now: string
  /** New name of each renamed field. */
  fields?: NewNames
}

/** Collections of schema version 3 by their former name; exports and backups of that time still contain them. */
export const FORMER_COLLECTIONS: readonly FormerCollection[] = [
  { name: 'findings', now: 'discrepancies' },
  {
    name: 'findingEvents',
    now: 'discrepancyEvents',
    fields: { findingId: 'discrepancyId', mendBy: 'correctBy' },
  },
  { name: 'deskYears', now: 'matrixYears' },
  { name: 'rollBooks', now: 'rosterVersions' },
  { name: 'rollEntries', now: 'rosterEntries' },
  { name: 'rollClaims', now: 'residencyClaims' },
  { name: 'claimTries', now: 'claimAttempts' },
  { name: 'villageLists', now: 'villageCatalogues', fields: { lines: 'items' } },
  { name: 'listRemarks', now: 'villageCatalogueRemarks' },
  { name: 'linkBooks', now: 'itemLinkVersions' },
  { name: 'splitAnswers', now: 'splitAlarmAnswers' },
]

/** Fields of schema version 3, possibly inside an object, that have another name in the same collection. */
export const FORMER_FIELDS: readonly { collection: string; former: string; now: string }[] = [
  { collection: 'users', former: 'duty', now: 'jobTitle' },
  { collection: 'orgs', former: 'dutiesFrom', now: 'obligationsFrom' },
  { collection: 'notices', former: 'order.mendBy', now: 'order.correctBy' },
  { collection: 'obligations', former: 'sortOn', now: 'sortDate' },
]

/** Field of an organisation's contacts that has another name. */
export const FORMER_CONTACT_FIELDS: NewNames = { duty: 'jobTitle' }

/** Kinds of job that have another name; a job's key keeps its text, so that no job is added twice. */
export const FORMER_JOB_KINDS: NewNames = {
  'tell-notice': 'notify-notice',
  'tell-objection': 'notify-objection',
  'open-duties': 'fan-out-obligations',
  'refresh-duties': 'refresh-obligations',
}
