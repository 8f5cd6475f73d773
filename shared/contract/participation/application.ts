import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode, PageQuery, pageOf } from '../common'
import { Contact } from '../people/org'
import { ApplicationPaper, ArchiveEntry, Remedy, SimilarItem } from './applicationPapers'

/** State of an application 依申请公开; transitions in server/participation/applications/states.ts. */
export const ApplicationState = z.enum([
  'arrived',
  'examining',
  'awaiting-correction',
  'awaiting-fee',
  'handling',
  'drafting',
  'reviewing',
  'signing',
  'answered',
  'archived',
  'disputed',
  'lapsed',
  'withdrawn',
])
export type ApplicationState = z.infer<typeof ApplicationState>

export const ApplicationDoor = z.enum([
  'in-person',
  'oral',
  'platform',
  'post-signed',
  'post-ordinary',
  'fax',
  'email',
])
export type ApplicationDoor = z.infer<typeof ApplicationDoor>

/** Columns of table 三 of the annual report. */
export const ApplicantKind = z.enum([
  'natural',
  'enterprise',
  'research',
  'charity',
  'legal-service',
  'other-body',
])

const Line = (most: number) => z.string().trim().min(1).max(most)

/** An application as it is written down. `platform`: by the applicant; every other door: by the desk. */
export const ReceiveApplication = z.strictObject({
  door: ApplicationDoor,
  /** Day of arrival; today unless given. */
  on: CalendarDate.optional(),
  applicantKind: ApplicantKind.default('natural'),
  name: Line(60),
  /** Kind of the proof of identity, and its number; at the counter the last four characters suffice. */
  proof: Line(20),
  proofNumber: Line(40),
  phone: z.string().trim().max(30).default(''),
  address: z.string().trim().max(200).default(''),
  /** What is asked, item by item. */
  items: z.array(Line(500)).min(1).max(20),
  form: z.enum(['paper', 'electronic', 'disc', 'read']).default('paper'),
  way: z.enum(['collect', 'post', 'online']).default('collect'),
  landOrHouse: z.boolean().default(false),
  /** An oral application was read back and agreed to. */
  readBack: z.boolean().default(false),
  /** The same was asked before through another door, and is received all the same. */
  again: z.boolean().default(false),
})
export type ReceiveApplication = z.infer<typeof ReceiveApplication>

/** Steps of the desk, the lawyer, the head and the applicant; what each needs is in `data`, refused with its place. */
export const ApplicationStep = z.enum([
  'confirm',
  'correct',
  'corrected',
  'lapse',
  'take',
  'seek-opinion',
  'opinion',
  'extend',
  'fee',
  'paid',
  'items',
  'drop-paper',
  'draft',
  'to-lawyer',
  'review',
  'to-head',
  'return',
  'sign',
  'deliver',
  'activate',
  'remedy',
  'remedy-result',
  'archive',
  'withdraw',
  'open-identity',
])
export type ApplicationStep = z.infer<typeof ApplicationStep>

export const TakeApplicationStep = z.strictObject({
  version: z.int().min(0),
  step: ApplicationStep,
  data: z.record(z.string(), z.unknown()).default({}),
})
export type TakeApplicationStep = z.infer<typeof TakeApplicationStep>

/** An application in a list; nothing in it says who applies. */
export const ApplicationSummary = z.object({
  id: Id,
  number: z.string(),
  orgCode: OrgCode,
  orgName: z.string(),
  /** First item asked. */
  title: z.string(),
  state: ApplicationState,
  stateLabel: z.string(),
  /** Day of receipt; null while a letter is unconfirmed. */
  receivedOn: CalendarDate.nullable(),
  /** Last day for the reply; null while the clock stops or a holiday table is missing. */
  dueOn: CalendarDate.nullable(),
  /** Calendar days left; negative: late. */
  daysLeft: z.int().nullable(),
})
export type ApplicationSummary = z.infer<typeof ApplicationSummary>

export const ApplicationList = pageOf(ApplicationSummary)
export type ApplicationList = z.infer<typeof ApplicationList>

/** `open`: not answered yet, the earliest last day first. `rest`: all others, last changed first. */
export const ApplicationQuery = PageQuery.extend({ show: z.enum(['open', 'rest']).default('open') })

/** What the letters of a body need 本机关的设定. */
export const ApplicationDesk = z.strictObject({
  reviewBody: z.string().trim().max(60),
  court: z.string().trim().max(60),
  /** Places that are searched before an answer says that something does not exist. */
  searchPlaces: z.array(Line(40)).max(20),
})
export type ApplicationDesk = z.infer<typeof ApplicationDesk>

/** How far an application is 进度; also by number and short code. */
export const ApplicationProgress = z.object({
  number: z.string(),
  orgName: z.string(),
  stateLabel: z.string(),
  /** What happens next, in a sentence. */
  next: z.string(),
  /** Not answered and not ended otherwise. */
  open: z.boolean(),
  dueOn: CalendarDate.nullable(),
  /** The sum of the last day, in words. */
  dueWords: z.string(),
  /** `stops`: the clock of the reply stops with it 停表. */
  history: z.array(
    z.object({
      at: Instant,
      label: z.string(),
      by: z.string(),
      text: z.string().nullable(),
      stops: z.boolean(),
    }),
  ),
  /** How to complain or sue, with the term; empty before there is something to complain of. */
  remedy: z.string(),
  /** What is given with the reply; empty before it is signed. */
  papers: z.array(ApplicationPaper),
  contacts: z.array(Contact),
})
export type ApplicationProgress = z.infer<typeof ApplicationProgress>

export const AskProgress = z.strictObject({ number: z.string().max(60), code: z.string().max(20) })

/** Complete application, for the applicant and the desk. */
export const ApplicationPage = z.object({
  application: ApplicationSummary,
  version: z.int(),
  progress: ApplicationProgress,
  /** Short code of the receipt slip; empty for who may not hand it out. */
  code: z.string(),
  doorLabel: z.string(),
  /** 张*: never the name. */
  applicant: z.string(),
  /** Number of an earlier application of the same person for the same; null: none. */
  same: z.string().nullable(),
  /** Asked items with outcome, legal basis and evidence. */
  items: z.array(z.record(z.string(), z.unknown())),
  letter: z.string(),
  remedy: z.string(),
  /** Hash of letter and items; what the lawyer agreed to is void when it differs. */
  hash: z.string(),
  /** Faults before signing. */
  faults: z.array(z.object({ severity: z.enum(['block', 'warn']), message: z.string() })),
  /** Papers of the desk, before and after the reply. */
  papers: z.array(ApplicationPaper),
  archive: z.array(ArchiveEntry),
  remedies: z.array(Remedy),
  similar: z.array(SimilarItem),
  /** Number of the case that a review body or court had corrected; null: an application of its own. */
  redoOf: z.string().nullable(),
  desk: ApplicationDesk.nullable(),
  steps: z.array(ApplicationStep),
})
export type ApplicationPage = z.infer<typeof ApplicationPage>

/** The opened identity. */
export const ApplicantIdentity = z.object({
  name: z.string(),
  proof: z.string(),
  proofNumber: z.string(),
  phone: z.string(),
  address: z.string(),
})
export type ApplicantIdentity = z.infer<typeof ApplicantIdentity>
