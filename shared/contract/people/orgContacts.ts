import { z } from 'zod'
import { Instant } from '../common'
import { Contact, Office, OrgRef } from './org'

/** Contacts, office hours, answer days and supervising body of an organisation, kept by those whom they concern. */

/** A mobile number or a longer one of identity or bank: belongs to a person, not to an office. */
const PERSONAL = /1[3-9]\d{9}|\d{15}/

const bare = (value: string): string => value.replace(/[\s-]/g, '')
const isImpersonal = (value: string): boolean => !PERSONAL.test(bare(value))

/** Office phone: landline with its area code, 400 number or a short hotline; an extension may follow 转. */
const OFFICE_PHONE = /^(0[1-9]\d{8,10}|400\d{7}|1[0-9]{4})(转\d{1,6})?$/

const line = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isImpersonal, 'personal-data')

const KeptContact = z.strictObject({
  name: line(1, 20),
  jobTitle: line(1, 30),
  phone: z
    .string()
    .trim()
    .max(30)
    .refine(value => OFFICE_PHONE.test(bare(value)), 'office-phone'),
})

/** Days for answers to objections 答复期限. */
export const AnswerDays = z.strictObject({
  n: z.int().min(1).max(30),
  unit: z.enum(['calendar-day', 'working-day']),
})
export type AnswerDays = z.infer<typeof AnswerDays>

/** All fields at once, with the version that the person saw. `answerDays` null: as the organisation above. */
export const KeepOrgContacts = z.strictObject({
  version: z.int().min(0),
  contacts: z.array(KeptContact).max(12),
  address: line(2, 60).nullable(),
  officeHours: line(2, 60).nullable(),
  answerDays: AnswerDays.nullable(),
  supervisorName: line(4, 40).nullable(),
})
export type KeepOrgContacts = z.infer<typeof KeepOrgContacts>

/** One changed field: who changed it and when, what it said and says; empty text: nothing. */
export const OrgChange = z.object({
  at: Instant,
  by: z.string(),
  label: z.string(),
  from: z.string(),
  to: z.string(),
})
export type OrgChange = z.infer<typeof OrgChange>

export const OrgContacts = Office.extend({
  org: OrgRef,
  version: z.int(),
  contacts: z.array(Contact),
  answerDays: AnswerDays.nullable(),
  /** Days that hold without own ones, in words. */
  answerInherited: z.string(),
  supervisorName: z.string().nullable(),
  mayKeep: z.boolean(),
  /** Newest first. */
  history: z.array(OrgChange),
})
export type OrgContacts = z.infer<typeof OrgContacts>
