import type { Issue } from '@shared/contract/common'
import { z } from 'zod'
import { isRaw, type PlaceWords, rawRows, type Read, readRecords } from '@server/domain/readRecords'
import { CalendarDay, ClockEvent } from '../clock/input'
import { OPINION_KINDS } from '../law'
import { REPLY_KIND_CODES } from '../replyKinds'

/**
 * One case before its reply is signed 签发, as `application check` reads it; `docs/examples/applicationCase.json` is a
 * complete one. What is not there yet may be absent: the check says what is missing. Other fields are ignored.
 */

const Text = z.string().nullish()
const Texts = z.array(z.string()).nullish()
const Day = CalendarDay.nullish()
const Kind = z.enum(REPLY_KIND_CODES)

/** One place that was searched 检索. */
const SearchEntry = z.object({
  place: Text,
  words: Texts,
  from: Day,
  to: Day,
  by: Text,
  on: Day,
  result: Text,
})
export type SearchEntry = z.infer<typeof SearchEntry>

const WithheldPassage = z.object({ passage: Text, kind: Kind.nullish(), reason: Text })

/** What a third party or a joint maker said; `silent`: the term passed without an answer. */
const Opinion = z.object({
  to: Text,
  kind: z.enum(OPINION_KINDS).nullish(),
  answer: z.enum(['agreed', 'partly', 'refused', 'silent']).nullish(),
  weighing: Text,
})

/** One asked item 申请事项 with its own outcome. */
export const CaseItemInput = z.object({
  id: z.string().min(1),
  asked: Text,
  /** Document numbers 文号 that the applicant named. */
  numbers: Texts,
  kind: Kind.nullish(),
  /** Articles as the letter cites them: 第三十六条第（二）项. */
  articles: Texts,
  reasons: Text,
  /** Ids of the papers given. */
  given: Texts,
  /** Manner, route and time, where the paper is not handed over with the letter. */
  manner: Text,
  /** Where the information is public; `openedOn`: the day on which the address was last seen to open. */
  address: z.object({ url: Text, issue: Text, openedOn: Day }).nullish(),
  withheld: z.array(WithheldPassage).nullish(),
  search: z.array(SearchEntry).nullish(),
  rightBody: z
    .object({ name: Text, contact: Text, basis: Text, undetermined: z.boolean().nullish() })
    .nullish(),
  opinions: z.array(Opinion).nullish(),
  earlier: z.object({ number: Text, sameApplicant: z.boolean().nullish(), answeredOn: Day }).nullish(),
  /** Compensation by household or survey results 分户补偿、调查结果 of the applicant's own area. */
  household: z.boolean().nullish(),
  /** Other evidence by its name, see `EVIDENCE`. */
  evidence: z.record(z.string(), z.string().nullish()).nullish(),
})
export type CaseItem = z.infer<typeof CaseItemInput>

const Paper = z.object({
  id: z.string().min(1),
  name: Text,
  itemId: Text,
  text: Text,
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
export type CasePaper = z.infer<typeof Paper>

const Reply = z.object({
  addressee: Text,
  serial: Text,
  receivedOn: Day,
  date: Day,
  text: Text,
  remedy: Text,
  lateReason: Text,
  /** Hash of letter and annexes that will be signed. */
  hash: Text,
})

const Lawyer = z.object({
  name: Text,
  opinion: z.enum(['agree', 'agree-with-changes', 'object']).nullish(),
  hash: Text,
})

export const ApplicationCase = z.object({
  id: Text,
  serial: Text,
  receivedOn: Day,
  applicant: z.object({ name: Text, inArea: z.boolean().nullish() }).nullish(),
  /** The answering body: where it keeps its papers, and its configured review body and court. */
  body: z.object({ name: Text, searchPlaces: Texts, reviewBody: Text, court: Text }).nullish(),
  /** Land requisition or house expropriation 征地拆迁. */
  landOrHouse: z.boolean().nullish(),
  events: z.array(ClockEvent),
  items: z.array(CaseItemInput),
  papers: z.array(Paper).nullish(),
  reply: Reply.nullish(),
  handler: Text,
  signer: Text,
  lawyer: Lawyer.nullish(),
  /** Reason of the head of the body for signing against the lawyer. */
  headReason: Text,
})
export type ApplicationCase = z.infer<typeof ApplicationCase>

const LISTS: Readonly<Record<string, string>> = { items: '项申请内容', papers: '份材料', events: '个事件' }

const place: PlaceWords = ([list, at]) =>
  typeof list === 'string' && typeof at === 'number' && LISTS[list] ? `第 ${at + 1} ${LISTS[list]}` : ''

/** Ids that are given twice, which would hide one item or paper behind the other. */
function duplicates(value: unknown, list: 'items' | 'papers'): Issue[] {
  const seen = new Set<unknown>()
  return rawRows(isRaw(value) ? value[list] : undefined).flatMap(([{ id }, at]) => {
    if (typeof id !== 'string') return []
    const message = `${place([list, at])}的“id”和前面的重复。`
    const again = seen.has(id) ? [{ code: 'duplicate-id', field: `${list}.${at}.id`, message }] : []
    seen.add(id)
    return again
  })
}

/** Reads a case from JSON; never throws: all faults of the shape at once. */
export const readCase = (value: unknown): Read<ApplicationCase> =>
  readRecords(ApplicationCase, value, place, raw => [
    ...duplicates(raw, 'items'),
    ...duplicates(raw, 'papers'),
  ])
