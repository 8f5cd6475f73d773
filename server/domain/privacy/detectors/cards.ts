import { CARD_PREFIXES } from '../lexicon/cardPrefixes'
import { type NumberWindow, gapsAre, hasShape, isCutOnce, windowsOf } from './digits'
import { labelAt } from './normalize'
import { isQuantity, touchesMask, touchesWord } from './surroundings'
import type { Detector, Hit, ScanText, Severity } from '../types'

/** Checks the Luhn digit of a card number (GB/T 17552, ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? value * 2 : value
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const PREFIXES = new Map(
  Object.entries(CARD_PREFIXES.byLength).map(([length, list]) => [
    Number(length),
    new Set<string>(list.trim().split(' ')),
  ]),
)

/** Checks for the prefix of a mainland issuer with cards of that length. */
export function hasIssuerPrefix(digits: string): boolean {
  const { length } = digits
  if (length < 16 || length > 19) return false
  if (digits.startsWith(CARD_PREFIXES.unionPay)) return true
  const prefixes = PREFIXES.get(length)
  for (let size = 4; size <= 9; size += 1) {
    if (prefixes?.has(digits.slice(0, size))) return true
  }
  return false
}

const CARD_SHAPES = [[4, 4, 4, 4], [4, 4, 4, 4, 1], [4, 4, 4, 4, 2], [4, 4, 4, 4, 3], [6, 10], [6, 11], [6, 12], [6, 13], [6, 4, 4, 4, 1], [6, 4, 4, 4], [4, 12], [4, 15], [8, 8], [8, 11], [4, 4, 4, 7]] // prettier-ignore

const inFours = (window: NumberWindow): boolean =>
  window.lengths.length >= 4 && window.lengths.slice(0, 4).every(n => n === 4)

const isCutByBreak = (window: NumberWindow): boolean => isCutOnce(window) && gapsAre(window, 'break')

interface Verdict {
  severity: Severity
  certainty: number
}

/**
 * Judges a number under a card or account label: any number of that length counts, because local passbooks follow no
 * scheme.
 */
function labelledVerdict(scan: ScanText, window: NumberWindow, label: string): Verdict | null {
  if (window.digits.length < 12 || isQuantity(scan, window)) return null
  const [first = 0] = window.lengths
  if (!window.isSolid && (first >= 12 || !gapsAre(window, 'space', 'dash')) && !isCutByBreak(window)) {
    return null
  }
  const certainty = 50 + (passesLuhn(window.digits) ? 5 : 0) + window.digits.length / 10
  return { severity: label === 'public-account' ? 'review' : 'block', certainty }
}

function provedVerdict(scan: ScanText, window: NumberWindow): Verdict | null {
  const spaced = hasShape(window.lengths, CARD_SHAPES) && gapsAre(window, 'space', 'dash')
  const cut = isCutByBreak(window) || (inFours(window) && hasShape(window.lengths, CARD_SHAPES))
  if (!window.isSolid && !spaced && !cut) return null
  if (touchesWord(scan, window) || isQuantity(scan, window)) return null
  return { severity: 'block', certainty: 65 }
}

/** Checks whether a label can exist; otherwise only the number itself decides. */
const mayBeLabelled = (scan: ScanText): boolean => scan.labels.length > 0 || scan.columnLabel !== null

/** Checks for groups of four like on a card whose check digit fails: a typing error. */
const isTypedLikeCard = (window: NumberWindow): boolean =>
  window.digits.startsWith(CARD_PREFIXES.unionPay) &&
  inFours(window) &&
  hasShape(window.lengths, CARD_SHAPES) &&
  gapsAre(window, 'space', 'dash')

function bankVerdict(scan: ScanText, window: NumberWindow): Verdict | null {
  const issued = hasIssuerPrefix(window.digits)
  if (!issued && !mayBeLabelled(scan)) return null
  const label = labelAt(scan, window.start)
  if (label === 'bank-card' || label === 'public-account') return labelledVerdict(scan, window, label)
  if (label === 'order' || !issued) return null
  if (passesLuhn(window.digits)) return provedVerdict(scan, window)
  return isTypedLikeCard(window) ? { severity: 'review', certainty: 30 } : null
}

/** Detects bank card, 一卡通 and passbook numbers. */
export const detectBankCards: Detector = scan => {
  const hits: Hit[] = []
  for (const run of scan.runs) {
    for (const window of windowsOf(run, 12, 22)) {
      const verdict = /X/.test(window.digits) ? null : bankVerdict(scan, window)
      if (verdict && !touchesMask(scan, window)) {
        hits.push({
          kind: 'bank-card',
          ...verdict,
          start: window.start,
          end: window.end,
          value: window.digits,
        })
      }
    }
  }
  return hits
}

const LETTERED_CARD = /(?<![A-Za-z0-9])[A-Za-z]{1,2}\d{7,18}[A-Za-z]?(?![A-Za-z0-9*×])/g

/** Detects social-security card numbers 社会保障卡号 by their label; letter and digits, or digits only. */
export const detectSocialSecurityCards: Detector = scan => {
  if (!mayBeLabelled(scan)) return []
  const hits: Hit[] = []
  const add = (start: number, end: number, value: string) => {
    if (labelAt(scan, start) !== 'social-security-card') return
    hits.push({
      kind: 'social-security-card',
      severity: 'block',
      start,
      end,
      value,
      certainty: 68 + value.length / 10,
    })
  }
  for (const match of scan.text.matchAll(LETTERED_CARD)) {
    add(match.index, match.index + match[0].length, match[0])
  }
  for (const run of scan.runs) {
    for (const window of windowsOf(run, 8, 20)) {
      const whole = window.isSolid || (window.digits.length > 11 && gapsAre(window, 'space', 'dash'))
      if (!whole || touchesMask(scan, window) || touchesWord(scan, window) || isQuantity(scan, window)) {
        continue
      }
      if (/^(?:19|20)\d{6}$/.test(window.digits)) continue
      add(window.start, window.end, window.digits)
    }
  }
  return hits
}
