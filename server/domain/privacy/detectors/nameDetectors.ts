import { PRIVACY_WORDS } from '../lexicon/words'
import { ETHNIC_NAME, isListedName, isNameInText, MASK_BEHIND } from './names'
import type { Detector, Hit } from '../types'

const HAN = '\\u4e00-\\u9fff'

const LABELLED = new RegExp(
  `(?:${PRIVACY_WORDS.nameLabels})(?:如下|有|为|是|包括|分别为|分别是|公示|公布)?[ ]{0,2}(?:[(][^()\\n]{0,12}[)])?[ ]{0,2}[:：\\u001f\\t|]?[ \\n]{0,4}`,
  'g',
)
const TOKEN = new RegExp(
  `^(?:\\d{1,3}[.、)][ ]?)?([${HAN}]{1,6}[·•][${HAN}]{1,8}|[${HAN}][ ]{1,4}[${HAN}](?![${HAN}])|[${HAN}]{2,8})`,
)
const GLUE = /^(?:[(][^()\n]{0,20}[)])?[ ]?(?:[、,;/\t|\u001f\n ]{1,4}|[和及与])/
const AFTER_NAME =
  /^(?:$|[^\u4e00-\u9fff]|[的男女等同之户家身住电手联现系因患年出生性民共享于已自今被和与及获领符报交种承向称说去死]|残疾|低保|特困|身份|申请|提出|反映|一家|以[及来])/

/** Returns the name at the start of `rest`, if its last character can end it. */
function nameAtHead(rest: string): { text: string; length: number } | null {
  const match = TOKEN.exec(rest)
  if (!match?.[1]) return null
  const lead = match[0].length - match[1].length
  const words = match[1].replace(/ /g, '')
  if (MASK_BEHIND.test(rest.slice(match[0].length))) return null
  if (isListedName(words) || ETHNIC_NAME.test(words)) return { text: match[1], length: match[0].length }
  for (const size of [4, 3, 2]) {
    const name = words.slice(0, size)
    const after = words.slice(size) + rest.slice(match[0].length, match[0].length + 2)
    if (words.length > size && isListedName(name) && AFTER_NAME.test(after)) {
      return { text: name, length: lead + size }
    }
  }
  return null
}

/** Returns the consecutive names after a label. */
function namesAfter(text: string, from: number): Hit[] {
  const hits: Hit[] = []
  let at = from
  for (let misses = 0; misses < 2 && hits.length < 5000;) {
    const rest = text.slice(at, at + 40)
    const name = nameAtHead(rest)
    const skipped = name
      ? 0
      : (/^(?:\d{1,3}[.、)][ ]?)?[\u4e00-\u9fff*＊×xX○ ]{1,6}/.exec(rest)?.[0].length ?? 0)
    if (name) {
      const end = at + name.length
      hits.push({
        kind: 'person-name',
        severity: 'review',
        start: end - name.text.length,
        end,
        value: name.text,
      })
      at = end
      misses = 0
    } else {
      if (skipped === 0) break
      at += skipped
      misses += 1
    }
    const glue = GLUE.exec(text.slice(at, at + 30))
    if (!glue) break
    at += glue[0].length
  }
  return hits
}

const ends = (text: string, at: number): string => text.slice(Math.max(0, at - 1), at)

/** Returns names after labels that require a colon or a verb, being ordinary words otherwise. */
function afterLabels(text: string): Hit[] {
  return [...text.matchAll(LABELLED)].flatMap(match => {
    const from = match.index + match[0].length
    const stop = ends(text, from)
    const found = namesAfter(text, from)
    const firm = /[:：\u001f\t|\n ]/.test(stop) || /(?:如下|为|是|有|包括)$/.test(match[0])
    if (firm) return found
    const [first] = found
    return first &&
      first.start === from &&
      isNameInText(first.value ?? '') &&
      AFTER_NAME.test(text.slice(first.end, first.end + 2))
      ? found
      : []
  })
}

const ROLE = new RegExp(`(?:${PRIVACY_WORDS.roles})([${HAN}]{2,3})(?![*＊×xX○某])`, 'g')

/** Returns names between a role and a word that may follow a name: 「村民张建国的…」. */
function afterRoles(text: string): Hit[] {
  const hits: Hit[] = []
  for (const match of text.matchAll(ROLE)) {
    const from = match.index + match[0].length - (match[1]?.length ?? 0)
    for (const size of [3, 2]) {
      const name = text.slice(from, from + size)
      if (
        name.length < size ||
        !isNameInText(name) ||
        !AFTER_NAME.test(text.slice(from + size, from + size + 2))
      ) {
        continue
      }
      hits.push({ kind: 'person-name', severity: 'review', start: from, end: from + size, value: name })
      break
    }
  }
  return hits
}

const ENUMERATION = new RegExp(`(?<![${HAN}])[${HAN}]{2,4}(?:(?:[、,;/]|[ ]{1,4})[${HAN}]{2,4}){2,200}`, 'g')

/** Returns three or more names listed without a label and without other words: 「张建国、李秀英、王强等」. */
function enumerations(text: string): Hit[] {
  const hits: Hit[] = []
  for (const match of text.matchAll(ENUMERATION)) {
    const words = [...match[0].matchAll(new RegExp(`[${HAN}]+`, 'g'))]
    const names = words.map(word => ({ name: word[0].replace(/等.*$/, ''), at: match.index + word.index }))
    if (!names.every(({ name }) => isNameInText(name))) continue
    for (const { name, at } of names) {
      hits.push({ kind: 'person-name', severity: 'review', start: at, end: at + name.length, value: name })
    }
  }
  return hits
}

const ANY_LABEL = new RegExp(
  `(?:^|[^${HAN}])([${HAN}]{2,8})[ ]?(?:[(][^()\\n]{0,12}[)])?[:：][ \\n]{0,3}`,
  'g',
)
const OFFICERS = new RegExp(`(?:${PRIVACY_WORDS.officers})`)

const THING_LABEL =
  /(?:[号码证额址]|地点|时间|日期|单位|部门|机构|内容|名称|类[别型]|方式|依据|标准|范围|渠道|主体|事项|品种|产地|区域|位置|镇街|村组|街道|项目)$/

/** Checks for a list, or a three-character name, directly after the label and without other words. */
function areSureNames(found: readonly Hit[], from: number): boolean {
  const [first] = found
  const telling = found.length > 1 || (first?.value ?? '').length > 2
  return telling && first?.start === from && found.every(({ value = '' }) => isNameInText(value))
}

/** Returns names after unknown labels, for unmistakable lists or names only: 「困难党员：何建军、高桂兰」. */
function afterAnyLabel(text: string): Hit[] {
  return [...text.matchAll(ANY_LABEL)].flatMap(match => {
    const label = match[1] ?? ''
    const from = match.index + match[0].length
    const found = OFFICERS.test(label) || THING_LABEL.test(label) ? [] : namesAfter(text, from)
    return areSureNames(found, from) ? found : []
  })
}

const SEXED = new RegExp(
  `(?<![${HAN}])([${HAN}]{2,4})[ ]{0,2}[,，、(| \\t\u001f]{1,3}[男女](?=[,，、)| \\t\u001f\\n]|$)`,
  'g',
)
const AND_OTHERS = new RegExp(
  `(?<![${HAN}])([${HAN}]{3})等[ ]?(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})[人户名位]`,
  'g',
)

/** Returns names with a revealing context: 「张建国，男」 and 「王建国等5户」. */
const withTelltale = (text: string): Hit[] =>
  [...text.matchAll(SEXED), ...text.matchAll(AND_OTHERS)].flatMap(match => {
    const name = match[1] ?? ''
    const start = match.index + match[0].indexOf(name)
    return isNameInText(name)
      ? [
          {
            kind: 'person-name',
            severity: 'review',
            start,
            end: start + name.length,
            value: name,
          } satisfies Hit,
        ]
      : []
  })

const LIST_LINE = new RegExp(`^[ \\t]*(\\d{1,3}[.、)）]?[ \\t]?)?([${HAN}]{2,4})[ \\t]*$`)
const FEWEST_LINES = 3

/** Returns the names of three or more consecutive lines with a name only. */
function nameLines(text: string): Hit[] {
  const hits: Hit[] = []
  let block: Hit[] = []
  const close = () => {
    if (block.length >= FEWEST_LINES) hits.push(...block)
    block = []
  }
  let at = 0
  for (const line of text.split('\n')) {
    const name = LIST_LINE.exec(line)?.[2] ?? ''
    const start = at + line.indexOf(name)
    if (name !== '' && isNameInText(name)) {
      block.push({ kind: 'person-name', severity: 'review', start, end: start + name.length, value: name })
    } else close()
    at += line.length + 1
  }
  close()
  return hits
}

/** Detects full names 姓名 after labels and roles and in lists; masked ones (张*、张某) do not count. */
export const detectNames: Detector = scan => [
  ...afterLabels(scan.text),
  ...afterAnyLabel(scan.text),
  ...afterRoles(scan.text),
  ...enumerations(scan.text),
  ...withTelltale(scan.text),
  ...nameLines(scan.text),
]

const BEFORE_NUMBER = new RegExp(
  `([${HAN}]{2,8}?)[ ]{0,3}[(（,，:：、\\t|\\u001f ]{0,3}(?:[男女][ ,，、]{0,2})?(?:的)?(?:居民身份证|身份证|证件|银行卡|一卡通|手机|联系|电话|卡|账|残疾证|残疾人证|社保卡|微信)?(?:号码|电话|账号|卡号|号)?[ ]?[:：为是]?[ ]{0,3}$`,
)
const ROLE_TAIL = new RegExp(`(?:${PRIVACY_WORDS.roles})$`)

/** Returns the name directly before an identifier: 「张建国 身份证号610…」. */
export function nameBeforeNumber(text: string, start: number): Hit | null {
  const from = Math.max(0, start - 24)
  const match = BEFORE_NUMBER.exec(text.slice(from, start))
  if (!match?.[1]) return null
  const words = match[1]
  for (const size of [4, 3, 2]) {
    const cut = words.length - size
    if (cut < 0 || (cut > 0 && !ROLE_TAIL.test(words.slice(0, cut)))) continue
    const name = words.slice(cut)
    if (!isNameInText(name)) continue
    const at = from + match.index + cut
    return { kind: 'person-name', severity: 'review', start: at, end: at + size, value: name }
  }
  return null
}
