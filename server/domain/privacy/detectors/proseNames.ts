import { GIVEN_NAMES } from '../lexicon/givenNames'
import { SURNAMES } from '../lexicon/surnames'
import { PRIVACY_WORDS } from '../lexicon/words'
import { isListedName, isNameInText, MASK_BEHIND } from './names'
import type { Detector, Hit } from '../types'

const GIVEN = new Set<string>(GIVEN_NAMES.characters)
const COMPOUND = new Set<string>(SURNAMES.compound.split(' '))
const COMMON = new Set<string>(SURNAMES.common)
const KNOWN = new Set<string>(SURNAMES.common + SURNAMES.rare)
const AMBIGUOUS = new Set<string>(GIVEN_NAMES.ambiguous)
const NEVER = new Set<string>(GIVEN_NAMES.never)
const BEFORE = new RegExp(`(?:${GIVEN_NAMES.before}|${PRIVACY_WORDS.roles})$`)
const AFTER = new RegExp(`^(?:${GIVEN_NAMES.after})`)
/** A person named by office is part of the record. */
const OFFICER_BEFORE = new RegExp(`(?:${PRIVACY_WORDS.officers})(?:人|员)?[:：是为]?[ ]?$`)
const LONGEST_OFFICE = 8
/** Words of two characters after a person: a name does not end with the first of them. */
const TWO_BEHIND = new Set(GIVEN_NAMES.after.split('|').filter(word => word.length > 1).map(word => word.slice(0, 2))) // prettier-ignore
/** A body that is named with the words, 沃野种植专业合作社, is no person. */
const BODY_BEHIND = /^[\u4e00-\u9fff]{0,8}(?:合作社|公司|农场|超市|商店|学校|小学|医院|工程队|养殖场)/
const PLACE_END = /[湖塔岩洞]$|^.河$/
const HAN = /[\u4e00-\u9fff]/

const WORD_BEFORE = new RegExp(`(?:${GIVEN_NAMES.wordsBefore})$`)
const BY_SOUND = new RegExp(`[${GIVEN_NAMES.bySound}]{2,8}(?:[·•][${GIVEN_NAMES.bySound}]{1,8}){1,3}`, 'g')

/** Points a candidate needs; the most that its parts can give is 8. */
const ENOUGH = 5
const ENOUGH_FOR_AMBIGUOUS = 6
const LONGEST_CONTEXT = 4

function pointsBefore(text: string, start: number): number {
  const before = text[start - 1] ?? ''
  if (!HAN.test(before)) return 2
  return BEFORE.test(text.slice(Math.max(0, start - LONGEST_CONTEXT), start)) ? 2 : -3
}

function pointsAfter(text: string, end: number): number {
  const after = text[end] ?? ''
  if (!HAN.test(after)) return 1
  return AFTER.test(text.slice(end, end + LONGEST_CONTEXT)) ? 2 : -3
}

const pointsWithin = (given: string): number =>
  [...given].reduce((sum, char) => sum + (GIVEN.has(char) ? 1 : -1), 0)

/** Returns 4 where the words on both sides of a name are such as go with persons. */
export const pointsAround = (text: string, start: number, end: number): number =>
  pointsBefore(text, start) + pointsAfter(text, end)

/** Checks for words that end as a place does, or within the next word. */
const isCutWrong = (text: string, words: string, end: number): boolean =>
  words.endsWith('家') ||
  PLACE_END.test(words) ||
  BODY_BEHIND.test(text.slice(end, end + 12)) ||
  TWO_BEHIND.has(text.slice(end - 1, end + 1))

/** Returns how surely the words are a person's name, by its characters and the words around it. */
function pointsOf(text: string, start: number, end: number): number {
  const words = text.slice(start, end)
  if (MASK_BEHIND.test(text[end] ?? '') || isCutWrong(text, words, end)) return 0
  const surname = COMPOUND.has(words.slice(0, 2)) ? 2 : 1
  const known = surname === 2 ? 2 : Number(COMMON.has(words[0] ?? ''))
  const isName = known > 0 ? isNameInText(words) : isListedName(words)
  if (!isName || words.length - surname > 2) return 0
  return known + pointsWithin(words.slice(surname)) + pointsAround(text, start, end)
}

/** Checks for the title of an office directly before a name: 村主任李四, 经办人：张三. */
export const isOfficer = (text: string, start: number): boolean =>
  OFFICER_BEFORE.test(text.slice(Math.max(0, start - LONGEST_OFFICE), start))

/** Checks that a candidate is all there is: without context it is as often a word. */
const isWhole = (text: string, start: number, end: number): boolean =>
  text.slice(0, start).trim() === '' && text.slice(end).trim() === ''

/** Detects names in running text by family name, given name and context, where no model is at hand. */
export const detectProseNames: Detector = ({ text }) => {
  const hits: Hit[] = [...text.matchAll(BY_SOUND)].map(({ 0: value, index: start }) => ({
    kind: 'person-name',
    severity: 'review',
    start,
    end: start + value.length,
    value,
    certainty: 2,
  }))
  for (let start = 0; start < text.length - 1; start += 1) {
    const first = text[start] ?? ''
    const known = (KNOWN.has(first) && !NEVER.has(first)) || COMPOUND.has(text.slice(start, start + 2))
    if (!known) continue
    const enough = AMBIGUOUS.has(first) ? ENOUGH_FOR_AMBIGUOUS : ENOUGH
    const ranked = [3, 2, 4]
      .map(size => ({ end: start + size, points: pointsOf(text, start, start + size) }))
      .filter(({ end, points }) => points >= enough && end <= text.length)
      .sort((a, b) => b.points - a.points)
    const [best] = ranked
    if (!best || isOfficer(text, start) || isWhole(text, start, best.end)) continue
    if (WORD_BEFORE.test(text.slice(Math.max(0, start - 1), start + 1))) continue
    hits.push({
      kind: 'person-name',
      severity: 'review',
      start,
      end: best.end,
      value: text.slice(start, best.end),
      ...(COMPOUND.has(text.slice(start, start + 2)) && { certainty: 2 }),
    })
  }
  return hits
}
