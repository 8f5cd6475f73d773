import { AREA_CODES } from '../lexicon/areaCodes'
import { type DigitRun, type NumberWindow, gapsAre, hasShape, isCutOnce, windowsOf } from './digits'
import { labelAt, markAt } from './normalize'
import { isQuantity, touchesMask, touchesWord } from './surroundings'
import type { Detector, Hit, ScanText, Severity } from '../types'

/** Facts derivable from an ID number 公民身份号码 (GB 11643-1999; 15 digits: GB 11643-1989). */
export interface IdFacts {
  area: 'known' | 'province' | 'unknown'
  /** `YYYY-MM-DD`, null for an impossible birth date. */
  birth: string | null
  checksum: boolean
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
const OLDEST = '1900-01-01'

let areas: Set<string> | null = null
let provinces: Set<string> | null = null

function loadAreas(): Set<string> {
  if (areas) return areas
  areas = new Set()
  for (const part of AREA_CODES.packed.join(' ').split(' ')) {
    const [head = '', tails = ''] = part.split(':')
    for (let at = 0; at < tails.length; at += 2) areas.add(head + tails.slice(at, at + 2))
  }
  provinces = new Set([...areas].map(code => code.slice(0, 2)))
  return areas
}

function areaOf(code: string): IdFacts['area'] {
  if (loadAreas().has(code)) return 'known'
  return provinces?.has(code.slice(0, 2)) && code.slice(2, 4) !== '00' ? 'province' : 'unknown'
}

/** Checks for the code of a present or former county 行政区划代码. */
export const isKnownArea = (code: string): boolean => loadAreas().has(code)

/** Returns `YYYYMMDD` as a date from 1900 up to `today`, else null. */
function birthOf(digits: string, today: string): string | null {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ]
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  if (month < 1 || month > 12 || day < 1 || date < OLDEST || date > today) return null
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? date : null
}

/** Computes the check character 校验码 of 17 digits. */
export function idCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return CHECKS[sum % 11] ?? ''
}

/** Reads 18 characters; null for any other form. */
export function readId18(digits: string, today: string): IdFacts | null {
  if (digits.length !== 18 || !/^\d{17}[\dX]$/.test(digits)) return null
  return {
    area: areaOf(digits.slice(0, 6)),
    birth: birthOf(digits.slice(6, 14), today),
    checksum: idCheckCharacter(digits) === digits[17],
  }
}

/** Reads a first-generation number: six digits of area, YYMMDD of the 20th century, three of order; no check digit. */
export function readId15(digits: string, today: string): IdFacts | null {
  if (!/^\d{15}$/.test(digits)) return null
  return {
    area: areaOf(digits.slice(0, 6)),
    birth: birthOf(`19${digits.slice(6, 12)}`, today),
    checksum: false,
  }
}

/** Returns the whole years between two `YYYY-MM-DD` dates. */
export const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

const SHAPES_18 = [[6, 8, 4], [6, 4, 4, 4], [6, 4, 2, 2, 4], [3, 3, 4, 4, 4], [4, 4, 4, 4, 2], [4, 4, 4, 6], [10, 8], [14, 4], [6, 12], [9, 9], [17, 1], [6, 8, 3, 1], [6, 6, 6], [3, 3, 8, 4], [2, 4, 8, 4]] // prettier-ignore
const SHAPES_15 = [[6, 6, 3], [6, 9], [12, 3], [5, 5, 5], [3, 3, 3, 3, 3]] // prettier-ignore

interface Verdict {
  severity: Severity
  certainty: number
}

const hit = (window: { start: number; end: number; digits: string }, verdict: Verdict): Hit => ({
  kind: 'resident-id',
  ...verdict,
  start: window.start,
  end: window.end,
  value: window.digits,
})

/** Number labels: 「编号」 may precede anything, 「受理编号」 only a document's number. */
const VAGUE_LABEL = 2

/**
 * Judges a number with valid area, date and check digit. Document numbers also consist of area and date and may pass
 * the check accidentally, so under a document label a recent date does not count.
 */
function provedVerdict(scan: ScanText, window: NumberWindow, facts: IdFacts): Verdict | null {
  const certainty = facts.area === 'known' ? 100 : 90
  const mark = markAt(scan, window.start)
  if (mark?.kind !== 'order' || (facts.birth ?? '') < '2010') return { severity: 'block', certainty }
  return mark.end - mark.start > VAGUE_LABEL ? null : { severity: 'review', certainty }
}

/** Judges 18 characters with an invalid check digit or date, or an unknown area. */
function doubtfulVerdict(scan: ScanText, window: NumberWindow, facts: IdFacts): Verdict | null {
  const label = labelAt(scan, window.start)
  if (label === 'resident-id' && !window.gaps.includes('mark')) return { severity: 'block', certainty: 70 }
  if (label === 'order' || touchesWord(scan, window) || isQuantity(scan, window)) return null
  if (facts.area !== 'known' || facts.birth === null) return null
  const shaped = hasShape(window.lengths, SHAPES_18) && gapsAre(window, 'space', 'dash')
  return window.isSolid || shaped || isCutOnce(window) ? { severity: 'review', certainty: 40 } : null
}

function verdict18(scan: ScanText, window: NumberWindow, today: string): Verdict | null {
  const facts = readId18(window.digits, today)
  if (!facts) return null
  const sound = facts.checksum && facts.birth !== null && facts.area !== 'unknown'
  if (!sound) return doubtfulVerdict(scan, window, facts)
  const far = window.gaps.some(gap => gap === 'cell' || gap === 'break') || window.lengths.length > 6
  if (far && facts.area !== 'known') return null
  return provedVerdict(scan, window, facts)
}

const OTHER_15_LABELS = new Set<string | null>([null, 'phone', 'disability-card'])

/**
 * Checks a 15-digit number without a label: it must be whole, with a known area and a possible date, because there is
 * no check digit.
 */
function isPlain15(scan: ScanText, window: NumberWindow): boolean {
  if (touchesWord(scan, window) || isQuantity(scan, window)) return false
  return (
    window.isSolid ||
    isCutOnce(window) ||
    (hasShape(window.lengths, SHAPES_15) && gapsAre(window, 'space', 'dash'))
  )
}

function verdict15(scan: ScanText, window: NumberWindow, today: string): Verdict | null {
  const facts = readId15(window.digits, today)
  if (!facts || facts.area === 'unknown') return null
  const label = labelAt(scan, window.start)
  if (label === 'resident-id' && !window.gaps.includes('mark')) return { severity: 'block', certainty: 70 }
  if (!OTHER_15_LABELS.has(label) || facts.area !== 'known' || facts.birth === null) return null
  if (!isPlain15(scan, window)) return null
  // No person of that age still has such a number, but documents are numbered by area and a date of this century.
  return { severity: yearsBetween(facts.birth, today) > 100 ? 'review' : 'block', certainty: 60 }
}

/** Yields proved numbers inside a longer group of digits, where numbers were written without a space. */
function* insideLongGroups(run: DigitRun, today: string): Generator<Hit> {
  for (const group of run.groups) {
    if (group.digits.length < 19) continue
    for (let at = 0; at + 18 <= group.digits.length; at += 1) {
      const digits = group.digits.slice(at, at + 18)
      const facts = areaOf(digits.slice(0, 6)) === 'known' ? readId18(digits, today) : null
      if (!facts?.checksum || facts.birth === null || facts.birth < '1920') continue
      yield hit(
        { start: group.start + at, end: group.start + at + 18, digits },
        { severity: 'block', certainty: 80 },
      )
    }
  }
}

/** Judges a number of the wrong length under an ID label: an ID number with a typing error. */
const slipVerdict = (scan: ScanText, window: NumberWindow): Verdict | null =>
  window.isSolid && /^\d+X?$/.test(window.digits) && labelAt(scan, window.start) === 'resident-id'
    ? { severity: 'block', certainty: 20 }
    : null

function verdictOf(scan: ScanText, window: NumberWindow, today: string): Verdict | null {
  const { length } = window.digits
  const verdict =
    length === 18 ? verdict18(scan, window, today) : length === 15 ? verdict15(scan, window, today) : null
  return verdict ?? slipVerdict(scan, window)
}

/** Detects resident ID numbers 居民身份证号, 18 and 15 characters, in all disguises. */
export const detectResidentIds: Detector = (scan, { today }) => {
  const hits: Hit[] = []
  for (const run of scan.runs) {
    for (const window of windowsOf(run, 13, 20)) {
      const verdict = verdictOf(scan, window, today)
      if (verdict && !touchesMask(scan, window)) hits.push(hit(window, verdict))
    }
    hits.push(...insideLongGroups(run, today))
  }
  return hits
}

const CARD_TAIL = /[1-7][1-4]$/
const REISSUE = /^[ -]?[Bb]\d(?![0-9A-Za-z])/

interface CardProof {
  severity: Severity
  certainty: number
}

/** Returns the proof that 20 digits are a card: the contained ID number, or the label before them. */
function cardProof(scan: ScanText, window: NumberWindow, today: string): CardProof | null {
  const facts = CARD_TAIL.test(window.digits) ? readId18(window.digits.slice(0, 18), today) : null
  if (!facts || touchesMask(scan, window)) return null
  const dated = facts.birth !== null
  if (dated && facts.area !== 'unknown' && facts.checksum) return { severity: 'block', certainty: 110 }
  if (window.gaps.includes('mark')) return null
  if (labelAt(scan, window.start) === 'disability-card') return { severity: 'block', certainty: 95 }
  const likely = dated && facts.area === 'known' && gapsAre(window, 'space', 'dash')
  return likely ? { severity: 'review', certainty: 75 } : null
}

/** Detects disability cards 残疾人证: ID number, category 1–7, grade 1–4, and `B1` … after a reissue. */
export const detectDisabilityCards: Detector = (scan, { today }) => {
  const hits: Hit[] = []
  for (const run of scan.runs) {
    for (const window of windowsOf(run, 20, 20)) {
      const proof = cardProof(scan, window, today)
      if (!proof) continue
      const tail = REISSUE.exec(scan.text.slice(window.end, window.end + 4))?.[0] ?? ''
      const end = window.end + tail.length
      hits.push({ kind: 'disability-card', ...proof, start: window.start, end, value: window.digits })
    }
  }
  return hits
}
