import { NUMBER, numberOf } from './numerals'
import type { Frequency } from '../types'
import type { Span, SpanUnit } from '@shared/common/span'

/**
 * Named pieces of the shapes, over normalised characters. Consumed characters are replaced by `GONE`, so that no shape
 * reads them twice. Source: 429 clauses of laws, ordinances, catalogues and village rules, and 政府信息公开条例,
 * 村民委员会组织法, 民法典 §201; checkedOn 2026-12-01
 */

/** Replaces a character that an earlier shape has read. */
export const GONE = '\u0000'

const NUMERAL = '[0-9零〇○OolI|一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅]'
const WORKING = '个?(?:法定)?工作(?:日|天|目(?![录标]))'
const UNIT = `(?:${WORKING}|个?(?:自然|日历|公历)[日天]|日\\((?:工作|自然)日\\)|[日天]|个?(?:星期|礼拜)|个?周(?![年岁边])|个月|年(?![度底末终初龄]))`
const BEFORE_NUMBER = `(?<!${NUMERAL}|[第月几数约]|[0-9]\\.|(?:${NUMERAL}|[日天月周年])(?:内?)(?:至|到|~|-|、|或者?))`

/** The value of `{NAME}` in a shape. */
const PIECES: Readonly<Record<string, string>> = {
  NUMBER,
  NUMERAL,
  UNIT,
  /** A length of time. */
  SPAN: `${BEFORE_NUMBER}(?<span>${NUMBER}${UNIT}|(?<![每按上下个])半年(?!度))(?!左右|上下|以下|多|余|至|到|-|、${NUMERAL}|或者?${NUMERAL}|期满)`,
  QUANTITY: `${BEFORE_NUMBER}(?:${NUMBER}${UNIT}|(?<![每按上下个])半年(?!度))`,
  WORKING_SPAN: `${BEFORE_NUMBER}(?<span>${NUMBER}(?:${WORKING}|日\\(工作日\\)))(?!左右|以上|以后|后|前|至|-|之)`,
  LENGTH: `${BEFORE_NUMBER}(?<span>${NUMBER}(?:${WORKING}|天|个?(?:自然|日历)[日天]|个?周(?![年岁边])|个月))(?!左右|以上|以后|后|前|至|-|之)`,
  IN: '(?:以|之)?内',
  AHEAD: '(?:以|之)?前',
  /** 自 that begins an event, not 自治, 来自. */
  FROM: '(?:(?<![来各亲独擅私])自(?!治|然|行|己|愿|主|身|查|我|来|动|由|费|筹)从?|(?<!服|遵)从(?!事(?![项件实故])|业|其|严|快))',
  AT: '(?:(?<![所存现正内潜])在(?!建|职|校|线|编|岗|册)|(?<![关用由对属位等低高至])于(?!是))',
  START: '(?:之日|之时|之次日|次日|当日|当天|日)?起(?:开始|计算|算)?',
  STARTED: '(?:之日以?后|之日|之?后|以后)',
  /** Modal verb before a time. */
  MODAL:
    '(?:应当|应该|(?<![供相对适响反])应(?![急用对收付])|必须|(?<!必)须|(?<![主重必需首])要(?![求素件点])|可以|将|均|都|一般|原则上)',
  LATEST: '(?:(?:至少|最迟|至迟|最长|最多|至多|最晚|不得?超过|不得?迟于|不得?晚于|不得?少于|的|满)*)',
  LEAST: '(?:不得?少于|不得?低于|不得?短于|至少|最少|最短|大于|应不少于)',
  /** An event, a subject: anything without a stop; `E` also without the words that begin an event. */
  E: `(?:(?:所在|存在|现在|正在|关于|用于|由于|对于|属于|位于|自治|自然|自行|自主|自愿|自己|来自|从事(?![项件实故])|服从)|[^,;:在于自从${GONE}](?<!应当))`,
  WORDS: `[^,;:${GONE}]`,
  EDGE: `(?:^|(?<=[,;:${GONE}在于]|应当|必须|可以|至少))`,
  MONTHLY: '(?:每个?月(?:份)?|每[1一]个?月|各月|按月(?:份)?|逐月|月月)',
  QUARTERLY: '(?:(?:每一?个?|每[1一]个?|按|逐)季度?(?!节)|各季度|每[3三]个月)',
  HALF_YEARLY: '(?:每一?个?半年度?|按半年|每[6六]个月)',
  YEARLY: '(?:每一?(?:个?(?:会计|财务|财政)?年度|年度?)|每[1一]年度?|各年度|按年度?|逐年|每(?:12|十二)个月)',
  MONTH: '(?:[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月(?:份)?(?!内)',
  DAY: `(?<day>${NUMBER})[日号]`,
  DONE: `(?:${'(?:以|之)?前'})?(?![至到-])`,
  EVERY: '(?:{MONTHLY}|{HALF_YEARLY}|{QUARTERLY}|{YEARLY})',
  NEXT_YEAR: '(?:{YEARLY}的?|次年度?|翌年|下一?年度?的?|第二年)',
  NTH: '第?(?<nth>[一二三四五六1-6])个?月(?:份)?|(?<first>首个?月(?:份)?|头一?个?月|次月|{MONTHLY}?次月)|(?<last>末月|最后[一1]个月|最末月)',
  ONCE: '(?=(?:至少)?(?:公布|公开|公示|更新|公告)?(?:至少|不少于)?[一1](?:次|公布|公开|公示|更新|榜))',
  POSTING: '(?:公示|公告|张贴|张榜|展示|保留|(?:征求|征集|听取)(?:公众|社会)?意见)',
  PERIOD_WORD: '(?:信息|内容)?的?(?:期限|期间|时间|时限|天数|时长|周期|期)',
  LINK: '(?:的|,|且)?(?:{WORDS}{0,40}?{MODAL})?(?:在|于|的)?{LATEST}',
  CELL_EVENT: '(?:形成|变更|变动|产生|获取|制定|发布|发布信息|公布|(?:至|到|给)[^,;]{1,6})\\)?',
}

/** Replaces the names of a shape by their pieces. */
export const expand = (pattern: string): string =>
  pattern.replace(/\{([A-Z_]+)\}/g, (_, name: string) => {
    const piece = PIECES[name]
    if (piece === undefined) throw new Error(`no piece is named ${name}`)
    return /[{][A-Z_]+[}]/.test(piece) ? expand(piece) : piece
  })

interface UnitOf {
  pattern: RegExp
  unit: SpanUnit
  times: number
}
const UNITS: readonly UnitOf[] = [
  { pattern: /工作|\(工作日\)/, unit: 'working-day', times: 1 },
  { pattern: /星期|礼拜|周$/, unit: 'calendar-day', times: 7 },
  { pattern: /个月$/, unit: 'month', times: 1 },
  { pattern: /年$/, unit: 'month', times: 12 },
  { pattern: /[日天)]$/, unit: 'calendar-day', times: 1 },
]

const LARGEST = 9999
const LEADING_NUMBER = new RegExp(`^${NUMBER}`)

/** Reads 三十日, 7个工作日, 半年; null for a number that is none (三五日) or is no whole number of the contract. */
export function spanOf(words: string): Span | null {
  if (words === '半年') return { n: 6, unit: 'month' }
  const run = LEADING_NUMBER.exec(words)?.[0] ?? ''
  const n = numberOf(run)
  const found = UNITS.find(({ pattern }) => pattern.test(words.slice(run.length)))
  if (!found || !(n >= 1 && n <= LARGEST)) return null
  if (found.times === 12 && n > 10) return null
  return { n: n * found.times, unit: found.unit }
}

export const LAST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Months of a period. */
export const MONTHS: Readonly<Record<Frequency, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
}
