import { hasIssuerPrefix, passesLuhn } from './cards'
import { hasShape } from './digits'
import { labelAt, markAt } from './normalize'
import { isKnownArea, readId15, readId18 } from './residentId'
import { nameBeforeNumber } from './nameDetectors'
import { isSum, looksLikeFigures } from './phones'
import { reversed, type Stretch, stretchesOf } from './stretches'
import { isQuantity, touchesMask } from './surroundings'
import type { Detector, Hit, ScanText } from '../types'

const ID_LENGTH = 18
const OLDEST = '1920'
const FEWEST = 11
const RIGHT_TO_LEFT = '\u202e'

/** Numbers found in one stretch: from and to its digits, end exclusive. */
interface Part {
  kind: 'resident-id' | 'disability-card' | 'bank-card' | 'mobile'
  from: number
  to: number
  severity: Hit['severity']
  certainty: number
}

interface View {
  scan: ScanText
  stretch: Stretch
  today: string
}

const startOf = ({ stretch }: View, from: number): number => stretch.glyphs[from]?.at ?? 0
const endOf = ({ stretch }: View, to: number): number => (stretch.glyphs[to - 1]?.at ?? 0) + 1

/** Checks that most of the digits are written as digits. */
function isMostlyDigits({ stretch }: View, from: number, to: number, share: number): boolean {
  let count = 0
  for (let at = from; at < to; at += 1) if (stretch.glyphs[at]?.isDigit) count += 1
  return count >= (to - from) * share
}

/** Returns the sizes of the groups, and the distinct gaps between them. */
function groupsOf({ stretch }: View, from: number, to: number): { sizes: number[]; marks: Set<string> } {
  const sizes = [1]
  const marks = new Set<string>()
  for (let at = from; at < to - 1; at += 1) {
    const gap = stretch.gaps[at] ?? ''
    if (gap === '') sizes[sizes.length - 1]! += 1
    else {
      sizes.push(1)
      marks.add(gap)
    }
  }
  return { sizes, marks }
}

const isMasked = (view: View, from: number, to: number): boolean =>
  touchesMask(view.scan, { start: startOf(view, from), end: endOf(view, to) })

/** Checks that no digit, and no mark of the kind used within, continues the number. */
function isBounded({ stretch }: View, from: number, to: number, marks: ReadonlySet<string>): boolean {
  const outside = [from > 0 ? stretch.gaps[from - 1] : undefined, stretch.gaps[to - 1]]
  return outside.every(gap => gap === undefined || (gap !== '' && !marks.has(gap)))
}

const IDENTIFIER_BEFORE = /(?:[A-Za-z][_/]?|:\/\/\S{0,120})$/

/** Checks for a number within an identifier, a link or a quantity. */
function isPartOfWord(view: View, from: number, to: number): boolean {
  const { text } = view.scan
  const [start, end] = [startOf(view, from), endOf(view, to)]
  return (
    IDENTIFIER_BEFORE.test(text.slice(Math.max(0, start - 124), start)) ||
    /[A-Za-z]/.test(text[end] ?? '') ||
    isQuantity(view.scan, { start, end })
  )
}

/** Documents are numbered by area and a date of this century; their label decides. */
function idSeverity(view: View, from: number, birth: string): Hit['severity'] | null {
  const mark = markAt(view.scan, startOf(view, from))
  if (mark?.kind !== 'order' || birth < '2010') return 'block'
  return mark.end - mark.start > 2 ? null : 'review'
}

/** Checks whether category and grade of an impairment follow the ID number, written in the same way. */
function isDisabilityCard(view: View, from: number): boolean {
  const { digits, gaps } = view.stretch
  const to = from + ID_LENGTH
  if (!/^[1-7][1-4]$/.test(digits.slice(to, to + 2))) return false
  const { marks } = groupsOf(view, from, to)
  const alike = [gaps[to - 1] ?? '', gaps[to] ?? ''].every(gap => gap === '' || marks.has(gap))
  const next = gaps[to + 1]
  return alike && (next === undefined || (next !== '' && !marks.has(next)))
}

/** Finds ID numbers and disability cards at any place of the digits: area, date and check digit prove them. */
function idNumbers(view: View): Part[] {
  const { digits } = view.stretch
  const parts: Part[] = []
  for (let from = 0; from + ID_LENGTH <= digits.length; from += 1) {
    if (!isKnownArea(digits.slice(from, from + 6))) continue
    const facts = readId18(digits.slice(from, from + ID_LENGTH), view.today)
    if (!facts?.checksum || facts.birth === null || facts.birth < OLDEST) continue
    if (!isMostlyDigits(view, from, from + ID_LENGTH, 0.2)) continue
    const severity = idSeverity(view, from, facts.birth)
    if (!severity) continue
    const card = isDisabilityCard(view, from)
    const length = ID_LENGTH + (card ? 2 : 0)
    parts.push({
      kind: card ? 'disability-card' : 'resident-id',
      from,
      to: from + length,
      severity,
      certainty: card ? 111 : 85,
    })
    from += length - 1
  }
  return parts
}

/** Finds a first-generation ID number that is alone in its stretch: it has no check digit. */
function olderIdNumbers(view: View): Part[] {
  const { digits } = view.stretch
  if (digits.length !== 15 || !isKnownArea(digits.slice(0, 6))) return []
  const isId = readId15(digits, view.today)?.birth !== null && groupsOf(view, 0, 15).sizes.length > 4
  if (!isId || isPartOfWord(view, 0, 15) || labelAt(view.scan, startOf(view, 0)) === 'order') return []
  return [{ kind: 'resident-id', from: 0, to: 15, severity: 'block', certainty: 58 }]
}

const CARD_LENGTHS = [19, 18, 17, 16]
const MOST_ZEROS = 3

const isCard = (digits: string): boolean =>
  !digits.includes('X') && hasIssuerPrefix(digits) && passesLuhn(digits)

/** Returns the start of the digits when only zeros are before an offset, else the offset. */
const withoutZeros = ({ stretch }: View, from: number): number =>
  from <= MOST_ZEROS && /^0*$/.test(stretch.digits.slice(0, from)) ? 0 : from

/** Checks that the groups are marked alike, or that nothing else is in the stretch. */
function isWritten(view: View, start: number, to: number): boolean {
  const from = withoutZeros(view, start)
  const { sizes, marks } = groupsOf(view, from, to)
  if (from === 0 && to === view.stretch.digits.length) return true
  if (marks.size > 1 || !isBounded(view, from, to, marks)) return false
  return sizes.length > 1 || !isMostlyDigits(view, from, to, 1)
}

/** Yields the numbers of these lengths and first digits between two borders of groups. */
function* betweenBorders(
  view: View,
  heads: string,
  lengths: readonly number[],
): Generator<[from: number, to: number]> {
  const { digits, gaps } = view.stretch
  const isBorder = (at: number) => at === 0 || at === digits.length || gaps[at - 1] !== ''
  for (let from = 0; from < digits.length; from += 1) {
    if (!heads.includes(digits[from] ?? '') || !isBorder(withoutZeros(view, from))) continue
    for (const length of lengths) {
      if (from + length <= digits.length && isBorder(from + length)) yield [from, from + length]
    }
  }
}

const isBankCard = (view: View, from: number, to: number): boolean =>
  isCard(view.stretch.digits.slice(from, to)) &&
  isWritten(view, from, to) &&
  isMostlyDigits(view, from, to, 0.4) &&
  !isPartOfWord(view, from, to) &&
  !isMasked(view, from, to) &&
  labelAt(view.scan, startOf(view, from)) !== 'order'

/** Finds bank cards. */
function bankCards(view: View): Part[] {
  const parts: Part[] = []
  for (const [from, to] of betweenBorders(view, '345689', CARD_LENGTHS)) {
    if (isBankCard(view, from, to)) {
      parts.push({ kind: 'bank-card', from, to, severity: 'block', certainty: 64 })
    }
  }
  return parts
}

const MOBILE = /^(?:(?:00)?86|0)?(1[3-9]\d{9})$/
const MOBILE_LENGTHS = [15, 13, 12, 11]
const SHAPES = [[3, 4, 4], [3, 8], [7, 4]] // prettier-ignore
const MARKED_SHAPES = [...SHAPES, [4, 3, 4], [4, 4, 3], [3, 3, 5], [3, 5, 3]] // prettier-ignore
const FEWEST_GROUPS = 7
const FIGURES = /^[ ,，、\t\n\u001f]+$/
const YEAR = /^(?:19|20)\d{2}$/

/** Checks for figures of a table, which are apart by blanks, commas and line ends. */
function isCutAsFigures(view: View, from: number, to: number, sizes: number[], mark: string): boolean {
  const digits = view.stretch.digits.slice(from, to)
  const usual = hasShape(sizes, SHAPES) || (mark === ' ' && sizes.length === 2 && standsAlone(view))
  return mark.includes(',') || !usual || looksLikeFigures(view.scan, { end: endOf(view, to) }, sizes, digits)
}

/** Checks for the ways in which a mobile number is cut: digit by digit, by several marks, or in two or three groups. */
function isCutLikeMobile(view: View, from: number, to: number): boolean {
  const { sizes, marks } = groupsOf(view, from, to)
  if (sizes.every(size => size === 1)) return view.stretch.digits[from] !== '0'
  if (sizes.length === 1) return true
  if (sizes.length >= FEWEST_GROUPS) return marks.size >= 3
  const mobile = view.stretch.digits.slice(from, to)
  const shape = sizes.length > 3 && /^(?:86|0086)/.test(mobile) ? sizes.slice(1) : sizes
  const [mark = ''] = marks
  if (FIGURES.test(mark)) return !isCutAsFigures(view, from, to, shape, mark)
  const isPair = sizes.length === 2 && sizes[0]! > 2 && sizes[1]! > 2
  return (isPair && !YEAR.test(mobile.slice(0, sizes[0]))) || hasShape(shape, MARKED_SHAPES)
}

/** Checks for a clause that is nothing but the number, or a name before it: figures of a table are in rows. */
function standsAlone({ scan, stretch }: View): boolean {
  const start = stretch.glyphs[0]?.at ?? 0
  const end = (stretch.glyphs.at(-1)?.at ?? 0) + 1
  const isClause =
    /^[:,(;。]?$/.test(scan.text[start - 1] ?? '') && /^[,);。\u4e00-\u9fff]?$/.test(scan.text[end] ?? '')
  return isClause || nameBeforeNumber(scan.text, start) !== null
}

function isMobile(view: View, from: number, to: number): boolean {
  const start = startOf(view, from)
  const label = labelAt(view.scan, start)
  return (
    isWritten(view, from, to) &&
    isCutLikeMobile(view, from, to) &&
    isMostlyDigits(view, from, to, 0.5) &&
    !isPartOfWord(view, from, to) &&
    !isMasked(view, from, to) &&
    ((label === null && !isSum(view.scan, { start })) || label === 'phone' || label === 'office-phone')
  )
}

/** Finds mobile numbers. */
function mobiles(view: View): Part[] {
  const parts: Part[] = []
  for (const [from, to] of betweenBorders(view, '018', MOBILE_LENGTHS)) {
    if (!MOBILE.test(view.stretch.digits.slice(from, to)) || !isMobile(view, from, to)) continue
    const isOffice = labelAt(view.scan, startOf(view, from)) === 'office-phone'
    parts.push({ kind: 'mobile', from, to, severity: isOffice ? 'review' : 'block', certainty: 53 })
  }
  return parts
}

const toHit = (view: View, { kind, from, to, severity, certainty }: Part): Hit => ({
  kind,
  severity,
  certainty,
  start: Math.min(startOf(view, from), startOf(view, to - 1)),
  end: Math.max(endOf(view, from + 1), endOf(view, to)),
  value: view.stretch.digits.slice(from, to),
})

const partsOf = (view: View): Part[] => [
  ...idNumbers(view),
  ...olderIdNumbers(view),
  ...bankCards(view),
  ...mobiles(view),
]

/** Detects numbers written with other characters, with marks of any kind between the digits, or misread as letters. */
export const detectDisguised: Detector = (scan, { today }) => {
  const hits: Hit[] = []
  const isOverridden = scan.source.includes(RIGHT_TO_LEFT)
  for (const stretch of stretchesOf(scan.text, FEWEST)) {
    const readings = isOverridden ? [stretch, reversed(stretch)] : [stretch]
    for (const reading of readings) {
      const view = { scan, stretch: reading, today }
      hits.push(...partsOf(view).map(part => toHit(view, part)))
    }
  }
  return hits
}
