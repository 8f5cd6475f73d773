import { PRIVACY_WORDS } from '../lexicon/words'
import { type Gap, type NumberWindow, gapsAre, hasShape, isCutOnce, windowsOf } from './digits'
import { labelAt } from './normalize'
import { endsAsDate, isQuantity, touchesMask } from './surroundings'
import type { Detector, Hit, ScanText } from '../types'

const MOBILE = /^1[3-9]\d{9}$/
const COUNTRY = /^(?:00)?86$/
const YEARLIKE = /^(?:19|20)\d{2}$/
const DATELIKE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

interface Mobile {
  digits: string
  lengths: number[]
  /** Has a country code. */
  prefixed: boolean
}

/** Removes +86, 0086, 86 or a trunk 0; null when no mobile number remains. */
function mobileOf(window: NumberWindow): Mobile | null {
  const [first = 0, ...rest] = window.lengths
  const head = window.digits.slice(0, first)
  if (rest.length > 0 && (COUNTRY.test(head) || head === '0')) {
    const digits = window.digits.slice(first).replace(/^86/, '')
    return MOBILE.test(digits) ? { digits, lengths: rest, prefixed: true } : null
  }
  const bare = window.digits.replace(/^(?:(?:00)?86|0)(?=1[3-9]\d{9}$)/, '')
  if (!MOBILE.test(bare)) return null
  const cut = window.digits.length - bare.length
  return { digits: bare, lengths: [first - cut, ...rest], prefixed: cut > 0 }
}

const SHAPES = [[3, 4, 4], [3, 8], [7, 4]] // prettier-ignore
const DASHED_SHAPES = [...SHAPES, [4, 3, 4], [4, 4, 3], [5, 6], [3, 3, 5], [3, 5, 3]] // prettier-ignore

/** Checks for two or three figures of a table with eleven digits in total. */
export function looksLikeFigures(
  scan: ScanText,
  window: Pick<NumberWindow, 'end'>,
  lengths: number[],
  digits: string,
): boolean {
  let at = 0
  const parts = lengths.map(length => digits.slice(at, (at += length)))
  const tail = parts.slice(1)
  if (tail.every(part => part.endsWith('00') || YEARLIKE.test(part) || DATELIKE.test(part))) return true
  return endsAsDate(scan, window.end)
}

/** Checks for one cut by a line break, except between two round sums. */
const cutSoundly = (window: NumberWindow): boolean => {
  const [first = 0] = window.lengths
  const parts = [window.digits.slice(0, first), window.digits.slice(first)]
  return (
    isCutOnce(window) &&
    gapsAre(window, 'break') &&
    !parts.every(part => part.endsWith('00')) &&
    !parts.some(part => DATELIKE.test(part))
  )
}

/**
 * Allowed cuts of a number without a label. `figures`: three figures of a table could look the same; the other forms
 * need a dash or dot, since figures are separated by blanks only.
 */
const WAYS: readonly { gaps: readonly Gap[]; shapes: readonly (readonly number[])[]; figures: boolean }[] = [
  { gaps: ['space'], shapes: SHAPES, figures: true },
  { gaps: ['dash', 'dot', 'space'], shapes: DASHED_SHAPES, figures: false },
  { gaps: ['break', 'space'], shapes: [[3, 4, 4]], figures: true },
  { gaps: ['mark'], shapes: [[3, 4, 4]], figures: true },
]

function writtenAsPhone(scan: ScanText, window: NumberWindow, mobile: Mobile): boolean {
  const { lengths, digits, prefixed } = mobile
  if (lengths.length === 1) return true
  if (prefixed && lengths.length < 5 && gapsAre(window, 'space', 'dash', 'dot', 'break')) return true
  const blanksOnly = gapsAre(window, 'space')
  const way = WAYS.find(
    ({ gaps, shapes, figures }) =>
      gapsAre(window, ...gaps) && hasShape(lengths, shapes) && (figures || !blanksOnly),
  )
  if (way) return !way.figures || !looksLikeFigures(scan, window, lengths, digits)
  return cutSoundly(window)
}

const WORD_BEFORE = /[0-9A-Za-z]$/
const PHONE_WORD_BEFORE = /(?:tel|phone|mobile|mob|sj|dh|lxdh|wx|vx|to|a)[:.=_]?$/i

function bounded(scan: ScanText, window: NumberWindow): boolean {
  const before = scan.text.slice(Math.max(0, window.start - 8), window.start)
  const after = scan.text[window.end] ?? ''
  if (/[A-Za-z]/.test(after) && !/[xX@]/.test(after)) return false
  return !WORD_BEFORE.test(before) || PHONE_WORD_BEFORE.test(before)
}

const CLAUSE = /[。;!\n]/
const OFFICE = new RegExp(PRIVACY_WORDS.office)

/** Checks whether the words before the number name an office line 公开电话. */
function isOfficeLine(scan: ScanText, start: number): boolean {
  if (labelAt(scan, start) === 'office-phone') return true
  if (scan.columnLabel === 'office-phone') return true
  const clause =
    scan.text
      .slice(Math.max(0, start - 24), start)
      .split(CLAUSE)
      .at(-1) ?? ''
  return OFFICE.test(clause)
}

const SUM_BEFORE =
  /(?:金额|投资|[合总小共]计|总[额价值]|支出|收入|余额|结余|[单中合报]价|价款|资金|费用|产值|总量|数量|面积|人口|户数|人数)(?:为|是|约|达|共)?[: ]{0,2}$/

/** Checks for an eleven-digit sum: a word for money or number precedes it. */
export const isSum = (scan: ScanText, window: Pick<NumberWindow, 'start'>): boolean =>
  SUM_BEFORE.test(scan.text.slice(Math.max(0, window.start - 8), window.start))

const NAMED = new Set<string | null>(['phone', 'office-phone', 'wechat'])

function mobileHit(scan: ScanText, window: NumberWindow): Hit | null {
  const mobile = mobileOf(window)
  if (!mobile || !bounded(scan, window) || touchesMask(scan, window) || isQuantity(scan, window)) return null
  const label = labelAt(scan, window.start)
  if (label === 'order' || (!NAMED.has(label) && isSum(scan, window))) return null
  const written = NAMED.has(label)
    ? gapsAre(window, 'space', 'dash', 'dot', 'break')
    : writtenAsPhone(scan, window, mobile)
  return written
    ? {
        kind: 'mobile',
        severity: label === 'office-phone' ? 'review' : 'block',
        start: window.start,
        end: window.end,
        value: mobile.digits,
        certainty: 55 + (mobile.prefixed ? 2 : 0),
      }
    : null
}

/** Detects mobile numbers 手机号: with +86, blanks, dashes, or a line break in the cell. */
export const detectMobiles: Detector = scan => {
  const hits: Hit[] = []
  for (const run of scan.runs) {
    for (const window of windowsOf(run, 11, 15)) {
      const found = mobileHit(scan, window)
      if (found) hits.push(found)
    }
  }
  return hits
}

/** Area code 010, 02x or 0xxx and a local number of seven or eight digits that begins with 2–8. */
const WITH_AREA =
  /(?<![\d.*×-])(?:\+86[- ]?\(?(?=[1-9])|\(?(?=0))(0?(?:10|2[0-57-9]|[3-9]\d{2}))\)?[- ]{0,3}([2-8]\d{2,3}[- ]?\d{4})(?![\d*×])/g
const LOCAL_ONLY = /(?<![\d.*×A-Za-z-])[2-8]\d{2,3}[- ]?\d{4}(?![\d*×A-Za-z-])/g
const LINE_LABELS = new Set(['phone', 'office-phone'])

function landlineHit(scan: ScanText, start: number, end: number, value: string): Hit | null {
  const label = labelAt(scan, start)
  if (label === 'order' || label === 'bank-card' || isQuantity(scan, { start, end })) return null
  if (isOfficeLine(scan, start)) return null
  return { kind: 'landline', severity: 'review', start, end, value, certainty: 35 }
}

/** Detects landline numbers 固定电话; an office's public line is not a finding. */
export const detectLandlines: Detector = scan => {
  const hits: Hit[] = []
  for (const match of scan.text.matchAll(WITH_AREA)) {
    const found = landlineHit(scan, match.index, match.index + match[0].length, `${match[1]}-${match[2]}`)
    if (found) hits.push(found)
  }
  for (const match of scan.text.matchAll(LOCAL_ONLY)) {
    const label = labelAt(scan, match.index)
    if (!label || !LINE_LABELS.has(label) || DATELIKE.test(match[0])) continue
    const found = landlineHit(scan, match.index, match.index + match[0].length, match[0])
    if (found) hits.push(found)
  }
  return hits
}
