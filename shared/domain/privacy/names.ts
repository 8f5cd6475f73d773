import { SURNAMES } from '../../data/privacy/surnames'
import { PRIVACY_WORDS } from '../../data/privacy/words'
import type { Detector, Hit } from './types'

const HAN = '\\u4e00-\\u9fff'
const COMPOUND = new Set<string>(SURNAMES.compound.split(' '))
const COMMON = new Set<string>(SURNAMES.common)
const KNOWN = new Set<string>(SURNAMES.common + SURNAMES.rare)
const NOT_NAMES = new Set<string>(PRIVACY_WORDS.notNames.split(' '))
const NOT_NAME_VALUES = new RegExp(`^(?:${PRIVACY_WORDS.notNameValues})$`)
const BODY_ENDS = new RegExp(`(?:${PRIVACY_WORDS.bodyEnds})$`)
const THING_ENDS = new RegExp(`(?:${PRIVACY_WORDS.thingEnds})$`)
const FAMILY_PLACE = /^.家[湾山沟坡庄堡寨屯营桥村河岭坪洼崖梁峪台滩]/
const MASKED = /[*＊×某○〇xX□●■?？]/
const ETHNIC = /^[\u4e00-\u9fff]{1,6}(?:[·•.][\u4e00-\u9fff]{1,6}){1,3}$/
const COUNTED = /^[一二三四五六七八九十\d]/

/** The family name that the words begin with, else ''. */
function surnameOf(words: string, known: ReadonlySet<string>): string {
  const two = words.slice(0, 2)
  if (COMPOUND.has(two) && words.length > 2) return two
  return known.has(words[0] ?? '') ? (words[0] ?? '') : ''
}

const hasNameLength = (words: string, surname: string): boolean => {
  const given = words.length - surname.length
  return surname !== '' && given >= 1 && given <= (surname.length === 2 ? 2 : 3)
}

/** Full personal name in running text: common family name, given name of one or two characters, no ordinary word. */
export function isNameInText(words: string): boolean {
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(words) || NOT_NAMES.has(words) || NOT_NAME_VALUES.test(words)) {
    return false
  }
  if (NOT_NAMES.has(words.slice(0, 2)) && words.length > 2) return false
  if (THING_ENDS.test(words) || BODY_ENDS.test(words) || FAMILY_PLACE.test(words)) return false
  const surname = surnameOf(words, COMMON)
  return hasNameLength(words, surname) && words.length - surname.length <= 2
}

/** Full personal name after a label or in a list: any known family name. */
export function isListedName(words: string): boolean {
  if (ETHNIC.test(words)) return true
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(words) || NOT_NAME_VALUES.test(words) || NOT_NAMES.has(words)) {
    return false
  }
  if (BODY_ENDS.test(words) || FAMILY_PLACE.test(words) || /[村镇乡县]$/.test(words)) return false
  return hasNameLength(words, surnameOf(words, KNOWN))
}

/** Content of a name column 姓名栏: any two to four characters that are no remark, however rare the family name. */
export function isColumnName(value: string): boolean {
  const words = value.replace(/\s/g, '')
  if (MASKED.test(words) || NOT_NAME_VALUES.test(words) || COUNTED.test(words)) return false
  if (ETHNIC.test(words)) return true
  if (/^[A-Za-z]{2,20}(?: [A-Za-z]{2,20}){1,3}$/.test(value.trim())) return true
  if (!/^[\u4e00-\u9fff\u3400-\u4dbf]{2,4}$/.test(words)) return false
  return !BODY_ENDS.test(words) && !/^.{2,}[村镇乡县户组]$/.test(words)
}

/** The names in a cell of a name column, with their offsets; remarks in brackets are left out. */
export function namesInCell(value: string): { start: number; end: number; text: string }[] {
  const names: { start: number; end: number; text: string }[] = []
  const whole = value.trim()
  if (isColumnName(whole)) {
    return [{ start: value.indexOf(whole), end: value.indexOf(whole) + whole.length, text: whole }]
  }
  for (const match of value.matchAll(
    /[\u4e00-\u9fff\u3400-\u4dbf·•]{2,15}|[\u4e00-\u9fff][ ]{1,4}[\u4e00-\u9fff]/g,
  )) {
    const next = value[match.index + match[0].length] ?? ''
    if (/[*＊×xX○某]/.test(next)) continue
    const text = match[0]
    const pieces = text.split(/[和及与等]/)
    const name = pieces[0] ?? ''
    if (isListedName(name.replace(/ /g, ''))) {
      names.push({ start: match.index, end: match.index + name.length, text: name })
    }
  }
  return names
}

const LABELLED = new RegExp(
  `(?:${PRIVACY_WORDS.nameLabels})(?:如下|有|为|是|包括|分别为|分别是|公示|公布)?[ ]{0,2}(?:[(][^()\\n]{0,12}[)])?[ ]{0,2}[:：\\u001f\\t|]?[ \\n]{0,4}`,
  'g',
)
const TOKEN = new RegExp(
  `^(?:\\d{1,3}[.、)][ ]?)?([${HAN}]{1,6}[·•][${HAN}]{1,8}|[${HAN}][ ]{1,4}[${HAN}](?![${HAN}])|[${HAN}]{2,8})`,
)
const GLUE = /^(?:[(][^()\n]{0,20}[)])?[ ]?(?:[、,;/\t|\u001f\n ]{1,4}|[和及与])/
const MASK_NEXT = /^[*＊×xX○某]/
const AFTER_NAME =
  /^(?:$|[^\u4e00-\u9fff]|[的男女等同之户家身住电手联现系因患年出生性民共享]|残疾|低保|特困|身份)/

/** A name at the head of `rest`, its last character where the name must end. */
function nameAtHead(rest: string): { text: string; length: number } | null {
  const match = TOKEN.exec(rest)
  if (!match?.[1]) return null
  const lead = match[0].length - match[1].length
  const words = match[1].replace(/ /g, '')
  if (MASK_NEXT.test(rest.slice(match[0].length))) return null
  if (isListedName(words) || ETHNIC.test(words)) return { text: match[1], length: match[0].length }
  for (const size of [4, 3, 2]) {
    const name = words.slice(0, size)
    const after = words.slice(size) + rest.slice(match[0].length, match[0].length + 2)
    if (words.length > size && isListedName(name) && AFTER_NAME.test(after)) {
      return { text: name, length: lead + size }
    }
  }
  return null
}

/** The names that follow a label, one after another, until something else stands there. */
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

/** Labels that need a colon or a verb behind them, or they are only words in a sentence. */
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

/** 「村民张建国的…」: a role, a name, and a word that may follow a name. */
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

const ENUMERATION = new RegExp(`(?<![${HAN}])[${HAN}]{2,4}(?:、[${HAN}]{2,4}){2,200}`, 'g')

/** 「张建国、李秀英、王强等」: three or more names in a row without a label. */
function enumerations(text: string): Hit[] {
  const hits: Hit[] = []
  for (const match of text.matchAll(ENUMERATION)) {
    const parts = match[0].split('、')
    const last = (parts.at(-1) ?? '').replace(/等.*$/, '')
    const names = [...parts.slice(0, -1), last]
    if (!names.every(isNameInText) || names.filter(name => name.length === 3).length * 2 < names.length) {
      continue
    }
    let at = match.index
    for (const name of names) {
      hits.push({ kind: 'person-name', severity: 'review', start: at, end: at + name.length, value: name })
      at += name.length + 1
    }
  }
  return hits
}

/** Full names 姓名 after labels and roles and in lists; masked ones (张*、张某) are none. */
export const detectNames: Detector = scan => [
  ...afterLabels(scan.text),
  ...afterRoles(scan.text),
  ...enumerations(scan.text),
]

const BEFORE_NUMBER = new RegExp(
  `([${HAN}]{2,8})[ ]{0,3}[(（,，:：、\\t|\\u001f ]{0,3}(?:[男女][ ,，、]{0,2})?(?:的)?(?:居民身份证|身份证|证件|银行卡|一卡通|手机|联系|电话|卡|账|残疾证|残疾人证|社保卡|微信)?(?:号码|电话|账号|卡号|号)?[ ]?[:：为是]?[ ]{0,3}$`,
)
const ROLE_HEAD = new RegExp(`^(?:${PRIVACY_WORDS.roles})`)

/** The name that stands right before an identifier: 「张建国 身份证号610…」. */
export function nameBeforeNumber(text: string, start: number): Hit | null {
  const from = Math.max(0, start - 24)
  const match = BEFORE_NUMBER.exec(text.slice(from, start))
  if (!match?.[1]) return null
  const words = match[1]
  const head = ROLE_HEAD.exec(words)?.[0].length ?? 0
  for (const size of [4, 3, 2]) {
    const cut = words.length - size
    if (cut < 0 || (cut !== head && cut !== 0)) continue
    const name = words.slice(cut)
    if (!isNameInText(name)) continue
    const at = from + match.index + cut
    return { kind: 'person-name', severity: 'review', start: at, end: at + size, value: name }
  }
  return null
}

/** 张建国 → 张*, 欧阳娜娜 → 欧阳*: one star whatever the length, which would tell too. Masked names stay. */
export function maskName(name: string): string {
  const words = name.replace(/\s/g, '')
  if (words === '' || /[*＊]/.test(words)) return words.replace(/＊/g, '*')
  if (/^[A-Za-z]/.test(words)) return `${words[0]}*`
  return `${surnameOf(words, KNOWN) || [...words][0]}*`
}
