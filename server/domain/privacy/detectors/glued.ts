import { hasIssuerPrefix, passesLuhn } from './cards'
import { labelAt } from './normalize'
import { isKnownArea, readId18 } from './residentId'
import type { Detector, Hit } from '../types'

/** Digits of two numbers at least, and the most that are divided. */
const FEWEST = 22
const MOST = 400
/** Digits of a row number before the first one. */
const MOST_BEFORE = 3

interface Piece {
  kind: Hit['kind']
  length: number
}

const isId = (digits: string, today: string): boolean => {
  const facts = isKnownArea(digits.slice(0, 6)) ? readId18(digits, today) : null
  return facts?.checksum === true && facts.birth !== null && facts.birth >= '1920'
}

/** Returns the numbers that may begin at an offset. */
function* piecesAt(digits: string, at: number, today: string): Generator<Piece> {
  if (isId(digits.slice(at, at + 18), today)) {
    if (/^[1-7][1-4]$/.test(digits.slice(at + 18, at + 20))) {
      yield { kind: 'disability-card', length: 20 }
    }
    yield { kind: 'resident-id', length: 18 }
  }
  for (const length of [19, 18, 17, 16]) {
    const card = digits.slice(at, at + length)
    if (card.length === length && hasIssuerPrefix(card) && passesLuhn(card)) {
      yield { kind: 'bank-card', length }
    }
  }
  if (/^1[3-9]\d{9}/.test(digits.slice(at, at + 11))) yield { kind: 'mobile', length: 11 }
}

/** Divides all digits into numbers without a rest; null where that is impossible. */
function divided(digits: string, today: string): { from: number; pieces: Piece[] } | null {
  const best: (Piece[] | null)[] = Array<Piece[] | null>(digits.length + 1).fill(null)
  best[digits.length] = []
  for (let at = digits.length - 11; at >= 0; at -= 1) {
    for (const piece of piecesAt(digits, at, today)) {
      const rest = best[at + piece.length]
      if (rest && !best[at]) best[at] = [piece, ...rest]
    }
  }
  for (let from = 0; from <= MOST_BEFORE; from += 1) {
    const pieces = best[from]
    if (pieces && pieces.length > 1) return { from, pieces }
  }
  return null
}

/** Detects several numbers written without anything between them: an ID number, a card and a phone in one. */
export const detectGlued: Detector = (scan, { today }) => {
  const hits: Hit[] = []
  for (const { start, digits } of scan.runs.flatMap(({ groups }) => groups)) {
    if (digits.length < FEWEST || digits.length > MOST || /X(?!$|\d)/.test(digits)) continue
    const found = labelAt(scan, start) === 'order' ? null : divided(digits, today)
    let at = start + (found?.from ?? 0)
    for (const { kind, length } of found?.pieces ?? []) {
      const value = scan.text.slice(at, at + length).toUpperCase()
      hits.push({ kind, severity: 'block', start: at, end: at + length, value, certainty: 86 })
      at += length
    }
  }
  return hits
}
