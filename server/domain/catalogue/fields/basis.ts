import type { Basis } from '@shared/contract/catalogues/catalogue'
import { type Reading, remembered } from '../reading'
import { joinLayout, normaliseBlanks, splitOutsideBrackets } from '../text'
import { dropListMarker, splitNumbered } from './listMarks'

const YEAR = '(?:19|20)\\d{2}'
/** A valid document number: 机关代字〔YYYY〕N号, or 令 and 公告 with a number. */
const SOUND_NUMBER = new RegExp(
  `[\\u4e00-\\u9fa5]{1,12}〔${YEAR}〕[1-9]\\d{0,4}[号號]|(?:[\\u4e00-\\u9fa5]{0,16}令|[\\u4e00-\\u9fa5]{2,16}公告)(?:${YEAR}年)?第[1-9]\\d{0,4}[号號]`,
)
const AGENCY = '[\\u4e00-\\u9fa5]{1,12}'
/** Look-alikes of the brackets 〔〕. */
const BRACKETED = new RegExp(
  `(${AGENCY})[(（\\[［【{〈<「﹝〔]\\s*(${YEAR})\\s*[)）\\]］】}〉>」﹞〕]\\s*第?\\s*(\\d{1,5})\\s*[号號]*`,
)
const HALF_BRACKET = new RegExp(`(${AGENCY})(?:〔|\\[|［|\\(|（|【)\\s*(${YEAR})(\\d{1,4})[号號]`)
const CLOSED_ONLY = new RegExp(`(${AGENCY})(${YEAR})(?:〕|\\]|］|\\)|）|】)\\s*(\\d{1,5})[号號]`)
const STRAY = /[号號]\s*[号號]/
const FULL_WIDTH = /[０-９]/

/** 和, 及, 与 occur in ministries' names (国家发展和改革委员会令) but not in an agency code before 〔. */
const JOINS = /^.*(?:和|及|与|的)(?=[^和及与的]*[〔[(（【])|^(?:和|及|与|的)/

/** Returns the agency code without the title or sentence before it. */
const agencyCode = (text: string): string =>
  text
    .replace(/^.*(?:印发|关于|根据|按照|依据|以及|公布|颁布|发布|施行|修订)/, '')
    .replace(JOINS, '')
    .replace(/^.{2,}(?:条例|办法|规定|细则|决定|意见|通知)/, '')
    .replace(/^.{3,}法(?!发|部|院)/, '')

const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '|': '1' }

/** Replaces letters by the digits that OCR mistook for them, next to digits or between bracket, 第 and 号. */
const lookAlikeDigits = (text: string): string =>
  text.replace(/(?<=[\d〔[(（［〕\])）］第])[OoIl|\d]+(?=[\d〕\])）］号])|(?<=\d)[OoIl|]+/g, run =>
    [...run].map(char => LOOK_ALIKES[char] ?? char).join(''),
  )

/**
 * Suggests the most likely form of a damaged document number, for a person to confirm. `〔201680号` → `〔2016〕80号`;
 * `(2018)12号` → `〔2018〕12号`; a doubled 号 is dropped.
 */
export function suggestNumber(text: string): string | undefined {
  const plain = lookAlikeDigits(
    text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  )
  for (const pattern of [BRACKETED, HALF_BRACKET, CLOSED_ONLY]) {
    const match = plain.match(pattern)
    const [, agency, year, number] = match ?? []
    if (agency && year && number) return `${agencyCode(agency)}〔${year}〕${Number(number)}号`
  }
  const order = plain.match(/[\u4e00-\u9fa5]{0,16}令第?\s*(\d{1,5})\s*号*/)
  return order ? order[0].replace(/\s+/g, '').replace(/令第?(\d+)号*$/, '令第$1号') : undefined
}

const isDamaged = (text: string, sound: string | undefined): boolean => {
  if (STRAY.test(text)) return true
  if (sound) return false
  if (lookAlikeDigits(text) !== text && soundNumber(lookAlikeDigits(text)) !== undefined) return true
  return BRACKETED.test(text) || HALF_BRACKET.test(text) || CLOSED_ONLY.test(text) || isDamagedOrder(text)
}

const isDamagedOrder = (text: string): boolean =>
  /令\s*\d{1,5}\s*[号號]|令第\s*\d{1,5}(?!\s*[\d号號])/.test(text) ||
  (FULL_WIDTH.test(text) && /[令〕]/.test(text))

const soundNumber = (text: string): string | undefined => {
  const match = STRAY.test(text) ? undefined : text.match(SOUND_NUMBER)?.[0]
  return match === undefined ? undefined : agencyCode(match)
}

/** Reads one document: its text, its 《title》 and its number if valid. */
function readDocument(text: string): Basis {
  const title = text.match(/《([^》]+(?:》[^《》]*》)?)》/)?.[1]
  const number = soundNumber(text)
  const suggestion = isDamaged(text, number) ? suggestNumber(text) : undefined
  return {
    text,
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    ...(suggestion !== undefined && { suggestion }),
  }
}

const ARTICLE_NEXT = /^\s*(?:第[一二三四五六七八九十百零〇\d]+[条款项章]|[一二三四五六七八九十百]+[条款项])/
/** A new document begins where 《 follows a complete one, or a number follows a number. */
const NEXT_DOCUMENT =
  /(?<=[》)）〕号条款项])\s*(?:和|及|以及|与)?\s*(?=《)|(?<=号)(?=[\u4e00-\u9fa5]{1,8}〔)|(?<=[》)）号])\s*(?:和|及|以及|与)\s*(?=[\u4e00-\u9fa5]{1,8}〔)/g

const splitDocuments = (text: string): string[] =>
  splitOutsideBrackets(
    text,
    (char, index) => '、，,；;。'.includes(char) && !ARTICLE_NEXT.test(text.slice(index + 1)),
  )
    .flatMap(part => (/《[^》]*《/.test(part) ? [part] : part.split(NEXT_DOCUMENT)))
    .map(part => part.trim())
    .filter(part => part !== '')

/** Joins a line to the next when it has an open bracket or 《, or does not end a phrase. */
const joinWrappedLines = (lines: readonly string[]): string[] => {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const open =
      before !== undefined && (/[《（(〔「“][^》）)〕」”]*$/.test(before) || /^[》）)〕号]/.test(line))
    if (before !== undefined && open) joined[joined.length - 1] = before + line
    else joined.push(line)
  }
  return joined
}

/** Reads the legal basis 公开依据 of a cell: documents in order, each in the words of the source. */
export const readBasis = remembered((raw: string): Reading<Basis[]> => {
  const lines = normaliseBlanks(raw)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const documents = joinWrappedLines(lines)
    .flatMap(line => splitNumbered(line) ?? [line])
    .flatMap(part => splitDocuments(joinLayout(dropListMarker(part))))
  return { value: documents.map(readDocument), doubts: [] }
})
