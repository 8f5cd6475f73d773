import type { AnswerDays, KeepOrgContacts, OrgContacts } from '@shared/contract/people/orgContacts'

/** What is written in the form, as text. */
export interface ContactsDraft {
  contacts: { name: string; jobTitle: string; phone: string }[]
  address: string
  officeHours: string
  /** Empty: as the organisation above. */
  days: string
  unit: AnswerDays['unit']
  supervisorName: string
}

export const UNITS = [
  { value: 'calendar-day', label: '日' },
  { value: 'working-day', label: '个工作日' },
] as const

export const daysWords = ({ n, unit }: AnswerDays): string =>
  `${n} ${UNITS.find(({ value }) => value === unit)?.label ?? ''}`

export const NOBODY = { name: '', jobTitle: '', phone: '' }

export const draftOf = (known: OrgContacts): ContactsDraft => ({
  contacts: known.contacts.length > 0 ? known.contacts : [NOBODY],
  address: known.address ?? '',
  officeHours: known.officeHours ?? '',
  days: known.answerDays ? String(known.answerDays.n) : '',
  unit: known.answerDays?.unit ?? 'calendar-day',
  supervisorName: known.supervisorName ?? '',
})

const given = (value: string): string | null => value.trim() || null

const isEmpty = ({ name, jobTitle, phone }: ContactsDraft['contacts'][number]): boolean =>
  `${name}${jobTitle}${phone}`.trim() === ''

/** Returns the request; a contact of which nothing is written is left out. */
export const bodyOf = (draft: ContactsDraft, version: number): KeepOrgContacts => ({
  version,
  contacts: draft.contacts.filter(contact => !isEmpty(contact)),
  address: given(draft.address),
  officeHours: given(draft.officeHours),
  answerDays: draft.days.trim() ? { n: Number(draft.days), unit: draft.unit } : null,
  supervisorName: given(draft.supervisorName),
})
