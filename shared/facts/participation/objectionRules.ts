import type { Span } from '../../common/span'

interface DayRule extends Span {
  source: string
}

/**
 * Time limits of an objection 异议, as versioned data. Set by the area, after the model of 山东省村务公开条例 §16 and, for
 * the street, of 上海市居民委员会工作条例 §24. An organisation may set its own days for answers
 * (`orgs.answerRule`).
 */
export const OBJECTION_RULES = {
  version: '2026.1',
  checkedOn: '2026-11-24',
  /** Time for objections after publication; later ones are accepted with a note. */
  object: { n: 5, unit: 'calendar-day', source: '本区设定：公布之日起五日内' },
  /** Time for the committee to answer. */
  answer: { n: 5, unit: 'calendar-day', source: '本区设定：收到之日起五日内答复' },
  /** Time for the street or town, then for the district. */
  escalated: {
    n: 15,
    unit: 'calendar-day',
    source: '本区设定：收到之日起十五日内答复',
  },
  /** Time for a person to review what the text check held back. */
  review: { n: 2, unit: 'working-day', source: '本系统设定' },
  /** Time after an answer without reply, after which the objection no longer keeps the notice open. */
  reply: { n: 10, unit: 'calendar-day', source: '本系统设定' },
  perPersonADay: { n: 10, source: '本系统设定' },
} as const satisfies Record<string, string | DayRule | { n: number; source: string }>

export interface ObjectionKindFact {
  code: 'amount' | 'name' | 'procedure' | 'unclear' | 'other'
  label: string
  /** Help text for the villager, one sentence. */
  help: string
  /** The objector must add an explanation. */
  needsText: boolean
}

/** Kinds of objection, in the villager's words. */
export const OBJECTION_KINDS: readonly ObjectionKindFact[] = [
  { code: 'amount', label: '金额不对', help: '数字、单价、合计与实际不一样', needsText: false },
  { code: 'name', label: '名字不该在，或漏了', help: '不该有的人有了，该有的人没有', needsText: false },
  { code: 'procedure', label: '没按规定办', help: '没有开会、没有评议、没有按规定公示', needsText: false },
  { code: 'unclear', label: '看不懂', help: '想请村里说明白', needsText: false },
  { code: 'other', label: '其他', help: '请写几句', needsText: true },
]

export const objectionKindLabel = (code: ObjectionKindFact['code']): string =>
  OBJECTION_KINDS.find(kind => kind.code === code)?.label ?? code

/** Addressees 提给谁 (山东 §16: through the supervising body, or directly). */
export const OBJECTION_WAYS = [
  { code: 'supervisors', label: '请监督委员会转交' },
  { code: 'committee', label: '直接交给村（居）委会' },
] as const
