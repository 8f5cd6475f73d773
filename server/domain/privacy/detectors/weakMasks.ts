import { labelAt } from './normalize'
import { readId18 } from './residentId'
import type { Detector, Hit, ScanText } from '../types'

/** Digits and mask characters in a row; spaces and dashes may separate them. */
const MASKED_NUMBER =
  /(?<![\dA-Za-z.*×•●■□○◆◇★☆▲△█▇▓▒░◻◼※#…])[\d*×xX•●■□○◆◇★☆▲△█▇▓▒░◻◼※#…][\d *×xX•●■□○◆◇★☆▲△█▇▓▒░◻◼※#…-]{3,40}/g
const STARS = /[*×•●■□○◆◇★☆▲△█▇▓▒░◻◼※…]|[xX#]{2,}/
const STAR = /[*×•●■□○◆◇★☆▲△█▇▓▒░◻◼※…#]|[xX](?=[xX])|(?<=[xX])[xX]/g

/** Maximum number of open digits; with more, a masked ID number can be guessed 遮盖不足. */
const MOST_OPEN_DIGITS = 12
const FEWEST_STARS = 10

interface MaskedNumber {
  start: number
  end: number
  raw: string
  head: string
  open: number
  stars: number
}

function maskedNumbers(text: string): MaskedNumber[] {
  return [...text.matchAll(MASKED_NUMBER)]
    .map(match => ({ raw: match[0].replace(/[ -]{1,41}$/, ''), start: match.index }))
    .filter(({ raw }) => STARS.test(raw) && /\d{2}/.test(raw))
    .map(({ raw, start }) => ({
      raw,
      start,
      end: start + raw.length,
      head: /^[\d -]*/.exec(raw)?.[0].replace(/\D/g, '') ?? '',
      open: raw.replace(/\D/g, '').length,
      stars: raw.match(STAR)?.length ?? 0,
    }))
}

/** Returns one character per position, `*` if masked: the birth date of an ID number is at 6 to 13. */
const placesOf = (raw: string): string => raw.replace(/[ -]/g, '').replace(/[^\d](?!$)|[^\dxX]$/g, '*')

/** Checks whether the open digits resemble an ID number: a known area at the start, or a birth date at its position. */
function readsLikeId({ raw, head }: MaskedNumber, today: string): boolean {
  const places = placesOf(raw)
  const born = /^.{6}\d{8}/.test(places) && places.length === 18
  if (born) return readId18(`000000${places.slice(6, 14)}0000`, today)?.birth !== null
  const area = /^\d{6}/.test(places) && readId18(`${head.slice(0, 6)}197001010000`, today)?.area === 'known'
  return area && (head.length < 8 || /^\d{6}(?:19|20)/.test(head) || head.length === 15)
}

const LABELLED = ['resident-id', 'bank-card', 'disability-card', 'social-security-card'] as const

const within = (total: number, least: number, most: number): boolean => total >= least && total <= most

function kindOf(scan: ScanText, masked: MaskedNumber, today: string): Hit['kind'] | null {
  const total = masked.open + masked.stars
  const label = labelAt(scan, masked.start)
  const said = LABELLED.find(kind => kind === label)
  if (/^1[3-9]/.test(masked.head) && within(total, 9, 12) && said !== 'resident-id') return 'mobile'
  if (said) return said
  if (within(total, 15, 20) && readsLikeId(masked, today)) return 'resident-id'
  return masked.head.startsWith('62') && within(total, 16, 19) ? 'bank-card' : null
}

function severityOf(kind: Hit['kind'], { open, stars }: MaskedNumber): Hit['severity'] | null {
  if (kind === 'mobile') return open >= 9 ? 'block' : open === 8 ? 'review' : null
  if (open > MOST_OPEN_DIGITS) return 'block'
  return kind === 'resident-id' && stars < FEWEST_STARS && open > 8 ? 'review' : null
}

/** Detects insufficient masks: the open digits still identify the person. */
export const detectWeakMasks: Detector = (scan, { today }) =>
  maskedNumbers(scan.text).flatMap(masked => {
    const kind = kindOf(scan, masked, today)
    const severity = kind && severityOf(kind, masked)
    if (!kind || !severity) return []
    return [{ kind, severity, start: masked.start, end: masked.end, value: masked.raw, certainty: 100 }]
  })
