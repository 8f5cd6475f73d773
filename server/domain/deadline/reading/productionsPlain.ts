import { type Parts, type Production, type Statement, type Words, PATTERN, rule } from './grammar'
import { eventFields, spanOf, subjectOf } from './productionsEvent'
import { type Token, T } from './tokens'
import type { NoticeSpan } from '../types'

const { LEAD, ACTION, DOING, EVENT_PHRASE, CHANNEL, OBJECT, SPAN } = PATTERN

function immediate(parts: Parts, words: Words): Statement | null {
  if (!parts.event || parts.event.length === 0) return rule({ kind: 'immediate' })
  const event = eventFields(parts.event, words, some(parts.mark), subjectOf(parts))
  return event && rule({ kind: 'immediate', ...event })
}

const some = (tokens: readonly Token[] | undefined): boolean => tokens !== undefined && tokens.length > 0

/** Reads a posting period: 公示 and 公示期 take a duration; 公开时间 only a minimum, which cannot be a time limit. */
function posting(parts: Parts): Statement | null {
  const span = spanOf(parts.span)
  const word = parts.posting?.findLast(({ type }) => type === T.posting || type === T.publish)
  const atLeast = some(parts.least) || some(parts.more)
  if (!span || !(atLeast || word?.posts || word?.full)) return null
  const notice: NoticeSpan = atLeast ? { ...span, atLeast } : span
  return { says: 'notice', notice }
}

/** Checks for 动态调整: after 及时 the verb must be one of changing. */
const adjusts = (parts: Parts): boolean =>
  (parts.adjust ?? []).every(({ verb, text }) => verb === 'changed' || text === '并')

function byLaw(parts: Parts): Statement | null {
  const all = Object.values(parts).flat()
  const obeys = all.some(({ type, text }) => type === T.ruled || text === '执行' || text === '办理')
  const acts = all.some(({ type }) => type === T.by) && all.some(({ type }) => type === T.publish)
  return obeys || acts ? rule({ kind: 'other-law' }) : null
}

const staged = (parts: Parts): Statement | null => {
  const by = parts.staged?.some(({ type }) => type === T.by)
  const full = parts.staged?.some(token => token.full)
  return by || full ? rule({ kind: 'progress' }) : null
}

const neutral = (): Statement => ({ says: 'neutral' })

const lead = ['lead', LEAD] as const
const action = ['action', ACTION] as const
const DILIGENT = '(?:[Mnd]*I(?:j?M*I)*)'

/** Rules without a number: posting periods, 及时, 长期, by progress, by another law. */
export const PLAIN_PRODUCTIONS: readonly Production[] = [
  {
    name: '公示7个工作日',
    parts: [
      lead,
      ['posting', '(?:[oP]|P[jc]?o)'],
      ['is', '[iMdj]*'],
      ['least', 't?'],
      ['span', SPAN],
      ['more', 'y?'],
    ],
    build: posting,
  },
  {
    name: '不少于7日',
    parts: [lead, ['posting', ''], ['least', 't?'], ['span', SPAN], ['more', 'y?'], ['action', '']],
    build: posting,
  },
  {
    name: '按进展情况及时公开',
    parts: [
      lead,
      ['staged', `(?:A[xnmGVdP]{0,6}R|[Rn]*R)(?:M*R)*`],
      ['diligent', `(?:[MIGnd]|${CHANNEL})*`],
      action,
    ],
    build: staged,
  },
  {
    name: '事前、事中、事后',
    parts: [lead, ['stages', '[AMx]?v(?:j?v)+'], ['each', `(?:[MIndxR]|${CHANNEL})*`], action],
    build: () => rule({ kind: 'progress' }),
  },
  {
    name: '法律另有规定的，从其规定',
    parts: [
      ['lead', '[Mh]*'],
      ['who', '[kxjnpALgdmroGhPC]{0,20}'],
      ['otherwise', 'Xd?c?M?Z'],
    ],
    build: () => rule({ kind: 'other-law' }),
  },
  {
    name: '及时公开',
    parts: [
      lead,
      ['event', ''],
      ['diligent', DILIGENT],
      ['adjust', 'V?j?'],
      action,
      ['object', `(?:${OBJECT})?`],
    ],
    build: (parts, words) => (adjusts(parts) ? immediate(parts, words) : null),
  },
  {
    name: '变更后及时更新',
    parts: [
      lead,
      ['from', 'h?[fp]?'],
      ['event', EVENT_PHRASE],
      ['mark', '(?:[saq]|d(?=c))*c?'],
      ['diligent', `M*${DILIGENT}`],
      action,
    ],
    build: immediate,
  },
  {
    name: '长期公开',
    parts: [lead, ['standing', 'S(?:j?S)*'], ['doing', DOING], ['action', `(?:P(?:j?M*P)*(?:${OBJECT})?)?`]],
    build: () => rule({ kind: 'standing' }),
  },
  {
    name: '按《政府信息公开条例》规定的期限公开',
    parts: [
      ['lead', 'M*'],
      ['law', 'A?[Lk][LkjGdnxm]*'],
      ['ruled', '(?:[gdnjw]*)'],
      ['action', `M*[PV]?`],
    ],
    build: byLaw,
  },
  {
    name: '条目化展示，可链接至有关栏目',
    parts: [
      ['lead', 'M*'],
      ['remark', 'W[xnmGCM]*W?'],
    ],
    build: ({ remark = [] }) => ({
      says: 'neutral',
      moves: remark.some(({ text }) => text.endsWith('顺延')),
    }),
  },
  {
    name: '向社会公开',
    parts: [lead, ['action', `${DOING}P(?:j?${DOING}P)*(?:${OBJECT})?`]],
    build: neutral,
  },
]
