import { shifted } from './decimal'
import { type Piece, readText } from './read'

/** Value read from a figure 金额、人数、日期 as typed into a form or a spreadsheet cell. */
type Value = Extract<Piece, { is: 'value' }>

const PLAIN = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/
const FULL_WIDTH_OFFSET = 0xfee0
/** Two dashes: an empty value or a typing error. */
const DASHES = /^[-—–]{2}/
/** Characters that people type with the digits. */
const LAYOUT = /[,\s元]/g

const narrow = (typed: string): string =>
  typed.replace(/[０-９．，－]/g, char => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))

function plainFen(text: string): number | null {
  const match = PLAIN.exec(text)
  if (!match) return null
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] ? -fen : fen
}

/** Returns the single value of a text; null if the text has anything else. */
function onlyValue(text: string): Value | null {
  const [piece, ...more] = readText(text)
  return more.length === 0 && piece?.is === 'value' && piece.each.length === 0 ? piece : null
}

/** Converts 1234.50, moved by `scale` places, to fen; null for a fraction of a fen. */
const fenOfDecimal = (amount: string, scale: number): number | null => {
  const minus = amount.startsWith('-') ? '-' : ''
  return plainFen(`${minus}${shifted(amount.slice(minus.length), scale)}`)
}

/** Decimal places by which a column head in 万元 moves the figures below it. */
export type Scale = 0 | 4

/**
 * Parses an amount to fen: `1234.5`, `1,234.50元`, `￥1,234.50`, `3.5万`, `叁万伍仟元整`, full-width digits.
 * @returns null if the text is not certainly one amount: `500元/人`, `1.234`, `3至5万`
 */
export function parseYuan(typed: string, scale: Scale = 0): number | null {
  const text = narrow(typed).replace(LAYOUT, '')
  const plain = scale === 0 ? plainFen(text) : null
  if (plain !== null || text === '' || DASHES.test(text)) return plain
  const value = onlyValue(narrow(typed))
  if (!value || (value.unit !== '' && value.unit !== '元')) return null
  return fenOfDecimal(value.amount, value.unit === '元' ? 0 : scale)
}

/**
 * Parses an area to hundredths of a mu: `36.5`, `36.50亩`; null for anything else and for more than two
 * decimals.
 */
export function parseArea(typed: string): number | null {
  const centi = plainFen(narrow(typed).replace(/[,\s]|亩$/g, ''))
  return centi !== null && centi >= 0 ? centi : null
}

const COUNT = /^\d{1,6}$/

/** Parses a whole number of persons or households: `3`, `3人`, `三人`. */
export function parseCount(typed: string): number | null {
  const text = narrow(typed).replace(LAYOUT, '')
  if (COUNT.test(text)) return Number(text)
  const value = text === '' ? null : onlyValue(text)
  const counts = value && ['', '人', '户'].includes(value.unit) && COUNT.test(value.amount)
  return counts ? Number(value.amount) : null
}

const DAY_MS = 86_400_000
/** Day 0 of the dates in a spreadsheet. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30)
/** Matches a bare number in a date column, as a spreadsheet serial from 1982 to 2064. */
const SERIAL = /^[3-5]\d{4}(?:\.0+)?$/
const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/
const SHORT_YEAR = /^(\d{2})[./-](\d{1,2})[./-](\d{1,2})$/
const MONTH_AND_DAY = /^(\d{1,2})[./-](\d{1,2})$/

const pad = (part: string) => part.padStart(2, '0')

/** Formats a day; null if it does not exist. */
function realDay(year: string, month: string, day: string): string | null {
  const date = `${year}-${pad(month)}-${pad(day)}`
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : date
}

/** Extracts year, month and day from the words; missing ones stay undefined. */
function datePieces(text: string): Partial<Record<string, string>> | null {
  const pieces = readText(text)
  const parts: Partial<Record<string, string>> = {}
  for (const piece of pieces) {
    if (piece.is !== 'value' || piece.sense !== 'date') return null
    parts[piece.unit] = piece.amount
  }
  return parts
}

/**
 * Parses a day to `YYYY-MM-DD`: `2026/3/5`, `2026.03.05`, `20260305`, `二〇二六年三月五日`, a spreadsheet serial; `3月5日`
 * in the given year.
 * @returns null if there is no such day, and for a month without a day
 */
export function parseDay(typed: string, year: string): string | null {
  const text = narrow(typed).trim().replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, '') // prettier-ignore
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return realDay(text.slice(0, 4), text.slice(5, 7), text.slice(8))
  if (SERIAL.test(text)) return new Date(SHEET_EPOCH + Math.trunc(Number(text)) * DAY_MS).toISOString().slice(0, 10) // prettier-ignore
  const compact = COMPACT.exec(text)
  if (compact) return realDay(compact[1]!, compact[2]!, compact[3]!)
  const short = SHORT_YEAR.exec(text)
  if (short) return realDay(`20${short[1]}`, short[2]!, short[3]!)
  const bare = MONTH_AND_DAY.exec(text)
  if (bare) return realDay(year, bare[1]!, bare[2]!)
  const parts = datePieces(text)
  return parts?.月 && parts.日 ? realDay(parts.年 ?? year, parts.月, parts.日) : null
}

/** True for a month without a day, e.g. 二〇二六年三月. */
export function isMonthOnly(typed: string): boolean {
  const parts = typed.trim() === '' ? null : datePieces(typed)
  return Boolean(parts?.月 && !parts.日)
}
