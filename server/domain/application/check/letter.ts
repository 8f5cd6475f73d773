import { dateLabel } from '@shared/common/period'
import type { HolidayTable } from '@server/domain/deadline'
import { replyClock } from '../clock/reply'
import { REPLY_KINDS, type RemedyRule } from '../replyKinds'
import type { ApplicationCase } from './case'
import { type CheckFault, checkFault } from './faults'
import { filled } from './tell'

const WHERE = '答复书'
type Letter = NonNullable<ApplicationCase['reply']>

/** What the remedy must say, and what shows that it says the other rule. */
const SAYS: Readonly<Record<RemedyRule, (text: string) => boolean>> = {
  'review-first': text =>
    /先(?:依法)?(?:向[^。；，]*)?(?:申请)?行政复议/.test(text) && /(?:60|六十)\s*日/.test(text),
  'review-or-suit': text =>
    /行政复议/.test(text) &&
    /(?:60|六十)\s*日/.test(text) &&
    /(?:6|六)\s*个月/.test(text) &&
    /起诉|诉讼/.test(text),
}
const SIGN: Readonly<Record<RemedyRule, RegExp>> = {
  'review-first': /先(?:依法)?(?:向[^。；，]*)?(?:申请)?行政复议/,
  'review-or-suit': /(?:6|六)\s*个月/,
}
const RULE_WORDS: Readonly<Record<RemedyRule, string>> = {
  'review-first': '要写“先申请行政复议”，60 日内提出，对复议决定不服再起诉',
  'review-or-suit': '要写 60 日内可以申请行政复议，也可以在 6 个月内直接起诉',
}
const RULES = ['review-first', 'review-or-suit'] as const

function namedBodies(file: ApplicationCase, needed: ReadonlySet<RemedyRule>, text: string): CheckFault[] {
  const { reviewBody, court } = file.body ?? {}
  if (!filled(reviewBody) || !filled(court)) return [checkFault('remedy-unset', 'body', '')]
  const names = [reviewBody, ...(needed.has('review-or-suit') ? [court] : [])]
  return names
    .filter((name): name is string => filled(name) && !text.includes(name ?? ''))
    .map(name => checkFault('remedy-body-missing', 'reply.remedy', WHERE, name))
}

/** The remedy of each item's kind, and of no other kind: it never follows from the row of the statistics. */
function remedyFaults(file: ApplicationCase): CheckFault[] {
  const needed = new Set(file.items.flatMap(({ kind }) => (kind ? [REPLY_KINDS[kind].remedy] : [])))
  const text = (file.reply?.remedy ?? '').replace(/\s/g, '')
  if (needed.size === 0) return []
  if (text === '') return [checkFault('remedy-missing', 'reply.remedy', WHERE)]
  const wrong = RULES.flatMap(rule => {
    if (needed.has(rule)) {
      return SAYS[rule](text) ? [] : [checkFault('remedy-wrong', 'reply.remedy', WHERE, RULE_WORDS[rule])]
    }
    const says = SIGN[rule].test(text)
    return says
      ? [
          checkFault(
            'remedy-wrong',
            'reply.remedy',
            WHERE,
            `不能写“${rule === 'review-first' ? '先申请行政复议' : '6 个月内直接起诉'}”`,
          ),
        ]
      : []
  })
  return [...wrong, ...namedBodies(file, needed, text)]
}

/** Wording of the regulation of 2008 or of no law at all, with what is right. Checked on 2026-12-01. */
const OLD_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?:15|十五)\s*个?工作日/, '答复期限现在是 20 个工作日'],
  [/(?:3|三)\s*个月/, '起诉的期限现在是 6 个月'],
  [/自身生产、?生活、?科研/, '现在不问申请的用途'],
  [/(?:检索|复制|邮寄)[^。；]{0,6}费/, '不再收检索、复制、邮寄的费用'],
  [/逾期(?:不|未|没有)[^。；]{0,8}(?:答复|回复|提出意见)[^。；]{0,12}视为不同意/, '没有答复不能当作不同意'],
]
/** The term of opinions is 15 working days by the law in force. */
const ABOUT_OPINIONS = /征求|第三方|意见/

function oldWordFaults(field: 'text' | 'remedy', text: string): CheckFault[] {
  const sentences = text.split(/[。；;\n]/)
  return OLD_WORDS.flatMap(([pattern, right], at) =>
    sentences
      .filter(sentence => pattern.test(sentence) && !(at === 0 && ABOUT_OPINIONS.test(sentence)))
      .slice(0, 1)
      .map(sentence =>
        checkFault('old-law', `reply.${field}`, WHERE, `“${pattern.exec(sentence)?.[0] ?? ''}”，${right}`),
      ),
  )
}

const NEEDED = {
  addressee: '申请人的姓名或名称',
  serial: '编号',
  receivedOn: '收到申请的日期',
  date: '答复的日期',
  text: '正文',
} as const

function incomplete(reply: Letter): CheckFault[] {
  return (Object.keys(NEEDED) as (keyof typeof NEEDED)[])
    .filter(field => !filled(reply[field]))
    .map(field => checkFault('reply-incomplete', `reply.${field}`, WHERE, NEEDED[field]))
}

/** Name, serial and day of receipt as they are on file. */
function differing(file: ApplicationCase, reply: Letter): CheckFault[] {
  const pairs = [
    ['name-differs', 'addressee', reply.addressee, file.applicant?.name],
    ['serial-differs', 'serial', reply.serial, file.serial],
    ['date-differs', 'receivedOn', reply.receivedOn, file.receivedOn],
  ] as const
  return pairs
    .filter(([, , said, filed]) => filled(said) && said?.trim() !== (filed ?? '').trim())
    .map(([code, field, said, filed]) =>
      checkFault(code, `reply.${field}`, WHERE, `“${said}”，案卷是“${filed ?? '（空）'}”`),
    )
}

/** Returns every fault of the letter: what it lacks, what differs from the file, old wording, the remedy. */
export function letterFaults(file: ApplicationCase): CheckFault[] {
  const { reply } = file
  if (!reply) return [checkFault('reply-missing', 'reply', '')]
  return [
    ...incomplete(reply),
    ...differing(file, reply),
    ...oldWordFaults('text', reply.text ?? ''),
    ...oldWordFaults('remedy', reply.remedy ?? ''),
    ...remedyFaults(file),
  ]
}

function dueFaults(file: ApplicationCase, due: string): CheckFault[] {
  const date = file.reply?.date ?? ''
  if (date <= due) return []
  const code = filled(file.reply?.lateReason) ? 'late-with-reason' : 'past-due'
  return [checkFault(code, 'reply.date', WHERE, `最后一天是 ${dateLabel(due)}`)]
}

/** Returns every fault of the clock: signing past the due day, events without effect, an extension nobody approved. */
export function clockFaults(file: ApplicationCase, holidays: HolidayTable): CheckFault[] {
  const { receipt, due, stopped, faults } = replyClock(file.events, holidays)
  if (receipt === null) return [checkFault('no-receipt', 'events', '')]
  const unapproved = file.events.flatMap((event, at) =>
    event.type === 'extended' && !filled(event.approvedBy)
      ? [checkFault('extension-unapproved', `events.${at}`, '')]
      : [],
  )
  const told = faults
    .filter(({ code }) => code !== 'reply-late')
    .map(({ event, message }) =>
      checkFault('clock-fault', `events.${event ?? 0}`, '', message.replace(/。$/, '')),
    )
  if (stopped !== null) return [...unapproved, ...told, checkFault('clock-stopped', 'events', '')]
  const late = due === null ? [checkFault('due-unknown', 'events', '')] : dueFaults(file, due)
  return [...unapproved, ...told, ...late]
}
