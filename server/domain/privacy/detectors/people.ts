import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { PRIVACY_WORDS } from '../lexicon/words'
import { isNameInText } from './names'
import { yearsBetween } from './residentId'
import type { Detector, Hit, ScanText } from '../types'

const HAN = '\\u4e00-\\u9fff'
const HEAD_WORDS = new RegExp(
  `(?:^|[^${HAN}]|${PRIVACY_WORDS.roles}|${PRIVACY_WORDS.minors}|其子|其女|长子|次子|长女|次女|儿子|女儿|孙子|孙女|姓名)$`,
)
const AFTER_NAME = /^[,男女系因患为属有是的身确同现年生于肢智视听言精多岁及和家残之]/
const MASKED_NAME = new RegExp(`[${HAN}][*某×○]{1,2}`)

/** Returns the name at an offset if a word follows that may follow a name. */
function nameAt(text: string, at: number): string | null {
  const run = /^[\u4e00-\u9fff]{2,8}/.exec(text.slice(at, at + 8))?.[0] ?? ''
  for (const size of [3, 2, 4]) {
    const after = run.slice(size)
    if (run.length >= size && isNameInText(run.slice(0, size)) && (after === '' || AFTER_NAME.test(after))) {
      return run.slice(0, size)
    }
  }
  return null
}

/** Finds a full name in a short text, with its offset; masked names count with `orMasked`. */
function nameIn(text: string, orMasked = false): { start: number; text: string } | null {
  for (let at = 0; at < text.length - 1; at += 1) {
    const name = HEAD_WORDS.test(text.slice(Math.max(0, at - 5), at)) ? nameAt(text, at) : null
    if (name) return { start: at, text: name }
  }
  const masked = orMasked ? MASKED_NAME.exec(text) : null
  return masked ? { start: masked.index, text: masked[0] } : null
}

/** Finds a full name between two offsets: the last of those found in the text, else one after a word for a person. */
function personIn(
  scan: ScanText,
  { start, text }: { start: number; text: string },
  orMasked = false,
): { start: number; text: string } | null {
  const end = start + text.length
  const last = scan.persons.findLast(person => person.start >= start && person.end <= end)
  if (last) return { start: last.start, text: scan.text.slice(last.start, last.end) }
  const name = nameIn(text, orMasked)
  return name && { start: start + name.start, text: name.text }
}

const clauseBefore = (scan: ScanText, at: number, size: number): { start: number; text: string } => {
  const text = scan.text.slice(Math.max(0, at - size), at)
  const cut = Math.max(...['。', ';', '\n', '!'].map(mark => text.lastIndexOf(mark))) + 1
  return { start: at - text.length + cut, text: text.slice(cut) }
}

const AGE = /(?<!\d)(\d{1,2})[ ]?(?:周)?岁(?!以[上下]|至|到|-|及以)/g
const BIRTH =
  /((?:19|20)\d{2})[年./-](\d{1,2})(?:[月./-](\d{1,2})日?|月)?[ ]?(?:出生|生(?!效|产|活|态)|日出生)/g
const MINOR_LABEL = new RegExp(
  `(?:${PRIVACY_WORDS.minors})(?:姓名|名单)?[ ]?[:：]?[ ]?([${HAN}]{2,4})(?=[^${HAN}]|$|[因患系就读的为在家每领现由])`,
  'g',
)

const minorHit = (start: number, end: number): Hit => ({
  kind: 'minor',
  severity: 'review',
  start,
  end,
  certainty: 10,
})

function byAge(scan: ScanText, match: RegExpExecArray, age: number): Hit[] {
  if (age >= FIELD_POLICY.adultAge) return []
  const before = clauseBefore(scan, match.index, 20)
  const name = personIn(scan, before)
  return name ? [minorHit(name.start, match.index + match[0].length)] : []
}

const AT_SCHOOL =
  /^[^。;，,\n]{0,12}?(?:[上读](?:着|了)?(?:幼儿园|托儿所|小学|初中|[一二三四五六七八九]年级)|(?:幼儿园|小学|初中)(?:就读|上学|读书|[一二三四五六七八九]年级)|是?(?:小学生|初中生|幼儿|婴儿|孤儿))/
const MOST_BEHIND = 30

/** Finds persons of whom the text says that they go to a school for children. */
const atSchool = (scan: ScanText): Hit[] =>
  scan.persons.flatMap(({ start, end }) => {
    const said = AT_SCHOOL.exec(scan.text.slice(end, end + MOST_BEHIND))
    return said ? [minorHit(start, end + said[0].length)] : []
  })

/** Detects minors 未成年人: a name with an age or birth date under eighteen, or a name after 儿童, 学生 …. */
export const detectMinors: Detector = (scan, { today }) => {
  const born = (match: RegExpExecArray): number => {
    const [, year = '', month = '1', day = '1'] = match
    return yearsBetween(`${year}-${month.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`, today)
  }
  return [
    ...[...scan.text.matchAll(AGE)].flatMap(match => byAge(scan, match, Number(match[1]))),
    ...[...scan.text.matchAll(BIRTH)].flatMap(match => byAge(scan, match, born(match))),
    ...atSchool(scan),
    ...[...scan.text.matchAll(MINOR_LABEL)]
      .filter(match => isNameInText(match[1] ?? ''))
      .map(match =>
        minorHit(match.index + match[0].length - (match[1]?.length ?? 0), match.index + match[0].length),
      ),
  ]
}

const HEALTH = new RegExp(PRIVACY_WORDS.health, 'g')
const PRONOUN =
  /(?:本人|其妻|其夫|其子(?!女)|其女(?!性)|其父|其母|长子|次子|长女|次女|配偶|丈夫|妻子|儿子|女儿|父亲|母亲|老伴|该户|孙子|孙女)[^。;\n]{0,10}$/
const RULE_WORDS =
  /^(?:[^。;,，\n]{0,8}(?:补贴|护理|救助|保障|政策|标准|保险|对象|家庭|人员|患者|救治|筛查|防治|服务|项目|名单|资金|预防|专项|医疗|统计|人数))/

/** 「患有肺癌晚期」 as a whole cell or clause: it refers to a person without a name. */
const FALLEN_ILL = new RegExp(`(?:^|[,，、\\s])因?身?(?:患有|罹患|患|确诊为?|查出)[ ]?[${HAN}]{0,3}$`)
const CLAUSE_END = /^(?:症|病)?(?:早期|中期|晚期|[一二三四]期)?(?:$|[,，。;；\n])/

const FIELD = new RegExp(`(?:${PRIVACY_WORDS.healthFields})[ ]?[:：][ ]?([^ ,，。;；\\n]{1,20})`, 'g')
const NO_VALUE =
  /^(?:无|否|正常|[(]健康情况不公开|健康|良好|一般|不限|[-—/\\]|[一二三四1-4]级(?:至|到|、|-|和|或|以)|见|按|符合|根据|包括)/

/** Finds filled-in fields: 「致贫原因：因病」. */
const filledFields = (scan: ScanText): Hit[] =>
  [...scan.text.matchAll(FIELD)]
    .filter(match => !NO_VALUE.test(match[1] ?? '') && !/[*×]/.test(match[1] ?? ''))
    .map(match => {
      const end = match.index + match[0].length
      return { kind: 'health', severity: 'review', start: end - (match[1]?.length ?? 0), end, certainty: 9 }
    })

/** Illnesses by their endings: with a full name before them they are of that person. */
const ENDINGS = new RegExp(`[${HAN}]{0,6}?(?:${PRIVACY_WORDS.illnessEndings})`, 'g')
const NO_ILLNESS = new RegExp(PRIVACY_WORDS.noIllness)

const byEnding = (scan: ScanText): Hit[] =>
  scan.persons.length === 0
    ? []
    : [...scan.text.matchAll(ENDINGS)].flatMap(match => {
        const end = match.index + match[0].length
        const before = clauseBefore(scan, end, 48)
        const person = scan.persons.findLast(({ start, end: to }) => start >= before.start && to < end)
        if (!person || NO_ILLNESS.test(scan.text.slice(Math.max(0, end - 6), end + 4))) return []
        return [{ kind: 'health', severity: 'review', start: Math.max(match.index, person.end), end }]
      })

/** Detects illness or impairment 病残情况 of a person; names of assistance schemes do not count. */
export const detectHealth: Detector = scan => [
  ...filledFields(scan),
  ...byEnding(scan),
  ...[...scan.text.matchAll(HEALTH)].flatMap(match => {
    const end = match.index + match[0].length
    const before = clauseBefore(scan, match.index, 48)
    const person = personIn(scan, before, true)
    const alone = FALLEN_ILL.test(before.text) && CLAUSE_END.test(scan.text.slice(end, end + 8))
    const tied = person !== null || alone || PRONOUN.test(before.text)
    if (!tied || (person === null && RULE_WORDS.test(scan.text.slice(end, end + 16)))) return []
    return [{ kind: 'health', severity: 'review', start: match.index, end, certainty: 10 } satisfies Hit]
  }),
]
