import { z } from 'zod'
import { CalendarDate, Id, pageOf } from '../common'
import { OrgRef } from '../people/org'
import { LeakKind } from './noticeWorkflow'
import { RemovedNotice } from './removedNotice'

/** Register 撤回与删除登记 of an organisation, of a street with its villages'. */
export const RemovalRegister = pageOf(RemovedNotice).extend({ org: OrgRef })
export type RemovalRegister = z.infer<typeof RemovalRegister>

export const RemovalAbility = z.enum(['agree', 'refuse', 'drop'])
export type RemovalAbility = z.infer<typeof RemovalAbility>

/** A removal as staff see it. */
export const WorkRemoval = RemovedNotice.extend({
  version: z.int(),
  /** Bodies whose word is missing 等谁. */
  waitsFor: z.array(z.string()),
  abilities: z.array(RemovalAbility),
})
export type WorkRemoval = z.infer<typeof WorkRemoval>
export const WorkRemovals = z.object({ items: z.array(WorkRemoval) })
export type WorkRemovals = z.infer<typeof WorkRemovals>

/** What an erasure takes away, and what it cannot reach. */
export const ErasureExtent = z.object({
  noticeId: Id,
  edition: z.int(),
  title: z.string(),
  /** Characters of the published words. */
  letters: z.int(),
  /** Stored states of the edition's text. */
  revisions: z.int(),
  /** Attachments and voucher pictures; `goes`: named by nothing else, so that the bytes are removed too. */
  files: z.array(z.object({ name: z.string(), bytes: z.int(), goes: z.boolean() })),
  /** Inbox messages, entries of WeChat messages, and stored answers that bear the title. */
  messages: z.int(),
  digests: z.int(),
  answers: z.int(),
  /** Objections 异议 on the notice, which stay. */
  objections: z.int(),
  /** Last day on which a backup from before the erasure is kept, if it is done today. */
  backupsUntil: CalendarDate,
})
export type ErasureExtent = z.infer<typeof ErasureExtent>

/** Record of a leak 个人信息泄露处置记录 (个人信息保护法第五十七条). */
export const LeakRecord = z.object({
  leaked: z.array(LeakKind),
  persons: z.int(),
  measures: z.string(),
})

export const RemovalPage = z.object({
  removal: WorkRemoval,
  /** Of an erasure that waits. */
  extent: ErasureExtent.nullable(),
  leak: LeakRecord.nullable(),
})
export type RemovalPage = z.infer<typeof RemovalPage>

const Seen = { version: z.int().min(0) }
export const AgreeRemoval = z.strictObject({ ...Seen })
/** `withFiles`: of a withdrawal, attachments come back too: they were looked at and show nothing personal. */
export const RefuseRemoval = z.strictObject({
  ...Seen,
  reason: z.string().trim().min(4).max(500),
  withFiles: z.boolean().default(false),
})
export type RefuseRemoval = z.infer<typeof RefuseRemoval>

/** Proposes an erasure by law; `basis` is a code of ERASURE_BASES, `note` what led to it, both public. */
export const ProposeErasure = z.strictObject({
  edition: z.int().positive(),
  basis: z.string().max(40),
  note: z.string().trim().min(4).max(300),
})
export type ProposeErasure = z.infer<typeof ProposeErasure>

export const ErasureQuery = z.object({ edition: z.coerce.number<number>().int().positive() })
