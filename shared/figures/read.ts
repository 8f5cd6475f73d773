import { SIGNS } from '../common/characters'
import { lastOf } from '../common/lists'
import { plainDates, plainForm } from './characters'
import { type Decimal, added, shifted } from './decimal'
import { LEFT_OPEN, NUMERAL_RUN, numberOf, spokenDecimal } from './numerals'
import { type Unit, type UnitSense, YUAN, eachBefore, eachBehind, unitAt } from './units'

/** One piece of a text: words without punctuation, a value in normal form, or something unreadable 看不清. */
export type Piece =
  | { is: 'words'; text: string }
  | {
      is: 'value'
      amount: Decimal
      unit: string
      sense: UnitSense | 'number'
      each: readonly string[]
      key: string
    }
  | { is: 'unreadable'; text: string; key: string }

type Value = Extract<Piece, { is: 'value' }>

/** Separates two pieces that would otherwise merge. */
const GAP = '|'

const keyOf = ({ amount, unit, each }: Pick<Value, 'amount' | 'unit' | 'each'>): string =>
  `${amount}${unit}${each.map(one => `/${one}`).join('')}`

const valueOf = (fields: Omit<Value, 'is' | 'key'>): Value => ({ is: 'value', ...fields, key: keyOf(fields) })

const SIGN = /^(?:[¥￥$]|人民币|RMB|CNY)+/i
const CURRENCY = /^(?:[¥￥]|人民币|RMB|CNY)/i
const PERCENT = /^(百|千)分之/
const PHONE = /^☎([0-9]+)/
/** Matches a number with placeholders for unreadable characters, before a unit. */
const DAMAGED =
  /^(?=[^元户人亩吨%、|]{0,12}[元户人亩吨%])[0-9,.]*(?:[?□■×xX*＊○●_◯OolI]+[0-9,.]*)+(?=[十百千万亿]*[元户人亩吨%])/
const UNSURE = /^若干(?=[元户人亩吨])/
/** Matches an approximation: 3万余元, 30多户. */
const ABOUT = /^[余多来](?=[元户人名亩吨个])/
const RANGE = /^[-~至到]/
const WHOLE = /^(?:整|正)/
const NEGATIVE = /^(?:-|负)(?=[0-9¥￥])/
const SINGLE = /^[一二两三四五六七八九十]$/
/** Matches numbered things: 一组, 二期. */
const NUMBERED = /^[组期批届类级条项章款队]/
const BOUND = /[<>≤≥]+=?$/
/** Matches signs that carry meaning; all others are punctuation. */
const MEANT = /[*<>≤≥±+=#@&]/
const PUNCTUATION = new RegExp(`[${SIGNS}]`, 'u')
/** Matches words in which 等 has a meaning; at the end of a list it has none. */
const LEXICAL_ETC = /(?:[平高中初同上下优劣相一二三四甲乙丙0-9])等|等(?:级|次|待|于|额|同|候|价|量)/u

interface Opening {
  length: number
  share: '%' | '‰' | null
  minus: '-' | ''
  isMoney: boolean
}

/** Returns the run of number characters at the start of a text, a spoken decimal in its plain form. */
function runAt(text: string, isShare: boolean): { run: string; length: number } | null {
  const spoken = spokenDecimal(text, isShare)
  const run = NUMERAL_RUN.exec(spoken ? spoken.plain + text.slice(spoken.length) : text)?.[0]
  return run ? { run, length: run.length + (spoken ? spoken.length - spoken.plain.length : 0) } : null
}

/** Reads a text from start to end. */
class Reader {
  readonly pieces: Piece[] = []
  /** A pending “for each of” (每人), before its amount. */
  private waiting: { each: string[]; at: number } | null = null

  constructor(private rest: string) {}

  read(): Piece[] {
    while (this.rest.length > 0) {
      if (!this.phone() && !this.each() && !this.damaged() && !this.number()) this.word()
    }
    return this.pieces
  }

  private skip(length: number): void {
    this.rest = this.rest.slice(length)
  }

  private phone(): boolean {
    const found = PHONE.exec(this.rest)
    if (!found?.[1]) return false
    this.pieces.push({ is: 'words', text: found[1] })
    this.skip(found[0].length)
    return true
  }

  private each(): boolean {
    const found = eachBefore(this.rest)
    if (!found) return false
    this.waiting = { each: found.each, at: this.pieces.length }
    this.pieces.push({ is: 'words', text: `每${found.each.join('')}` })
    this.skip(found.length)
    return true
  }

  private damaged(): boolean {
    const found = (DAMAGED.exec(this.rest) ?? UNSURE.exec(this.rest))?.[0]
    if (!found) return false
    this.unreadable(found)
    return true
  }

  private unreadable(text: string): void {
    this.skip(text.length)
    const unit = unitAt(this.rest)
    if (unit) this.skip(unit.length)
    const said = `${text}${unit?.unit.name ?? ''}`
    this.pieces.push({ is: 'unreadable', text: said, key: `?${said}` })
  }

  /** Reads a minus sign, unless the preceding piece makes it a dash. */
  private minusAt(text: string): '-' | '' {
    return NEGATIVE.test(text) && !this.followsValue() ? '-' : ''
  }

  /** Reads the prefix of a number: a currency, 百分之, a minus on either side of the currency. */
  private opening(): Opening {
    const before = this.minusAt(this.rest)
    const sign = SIGN.exec(this.rest.slice(before.length))?.[0] ?? ''
    const length = before.length + sign.length
    const body = this.rest.slice(length)
    const share = PERCENT.exec(body)
    if (share) return { length: length + share[0].length, share: share[1] === '百' ? '%' : '‰', minus: before, isMoney: false } // prettier-ignore
    const minus = this.minusAt(body)
    return {
      length: length + minus.length,
      share: null,
      minus: before || minus,
      isMoney: CURRENCY.test(sign),
    }
  }

  private number(): boolean {
    const opening = this.opening()
    const found = runAt(this.rest.slice(opening.length), opening.share !== null)
    if (!found) return false
    const length = opening.length + found.length
    const after = this.rest.slice(length)
    if (!opening.share && this.isWord(found.run, after)) return false
    const amount = this.certain(found.run, after) ? numberOf(found.run) : null
    if (amount === null) return this.unclear(found.run, length, after)
    this.skip(length)
    const signed = amount === '0' ? amount : `${opening.minus}${amount}`
    if (opening.share) this.push(signed, { name: opening.share, sense: 'share' })
    else this.measured(signed, found.run, opening.isMoney)
    return true
  }

  /**
   * True for a single Chinese digit in a word (一般, 统一, 三农): it is a number only before a unit or an ordinal
   * noun.
   */
  private isWord(run: string, after: string): boolean {
    if (!SINGLE.test(run) || unitAt(after) || NUMBERED.test(after)) return false
    const last = lastOf(this.pieces)
    if (last === undefined && after === '') return false
    return !(last?.is === 'words' && last.text.endsWith('第'))
  }

  /** False for runs with two readings, e.g. 3.5.2元 and 3至5万元. */
  private certain(run: string, after: string): boolean {
    if (/^\.[0-9]/.test(after)) return false
    if (!RANGE.test(after) || !/^[0-9.]+$/.test(run)) return true
    const next = NUMERAL_RUN.exec(after.slice(1))?.[0] ?? ''
    return !/[万亿]$/.test(next)
  }

  /** Adds an unreadable piece if a unit requires a number here, otherwise words. */
  private unclear(run: string, length: number, after: string): boolean {
    const whole = /^(?:\.[0-9]+)+/.exec(after)?.[0] ?? ''
    const range = RANGE.test(after) && /^[0-9.]+$/.test(run)
    const unit = unitAt(this.rest.slice(length + whole.length))
    if (
      range ||
      LEFT_OPEN.test(run) ||
      (unit && ['money', 'people', 'measure', 'share'].includes(unit.unit.sense))
    ) {
      this.unreadable(this.rest.slice(0, length + whole.length))
      return true
    }
    const first = run.includes(',') ? run.slice(0, run.indexOf(',')) : run
    this.skip(length - run.length)
    this.words(/^[0-9.]+$/.test(first) ? `${this.followsNumber() ? GAP : ''}${first}` : first)
    this.skip(first.length)
    return true
  }

  private measured(amount: Decimal, run: string, isMoney: boolean): void {
    const about = ABOUT.exec(this.rest)?.[0] ?? ''
    this.skip(about.length)
    const found = unitAt(this.rest)
    const unit = found?.unit ?? (isMoney ? YUAN : null)
    this.skip(found?.length ?? 0)
    if (!unit && /^0[0-9]/.test(run)) this.words(run)
    else this.push(amount, unit && about ? { ...unit, name: `余${unit.name}` } : unit)
  }

  private push(amount: Decimal, unit: Unit | null): void {
    if (unit === null && this.followsNumber()) this.words(GAP)
    const each = unit && unit.sense !== 'date' ? this.eachOf(unit) : []
    const value = valueOf({ amount, unit: unit?.name ?? '', sense: unit?.sense ?? 'number', each })
    this.pieces.push({ ...value, key: `${this.takeBound()}${value.key}` })
    if (unit?.sense === 'money') {
      const whole = WHOLE.exec(this.rest)
      if (whole) this.skip(whole[0].length)
    }
  }

  /** Reads the “for each of” of 每人每月…835元 or 835元/人·月; the words between stay in place. */
  private eachOf(unit: Unit): string[] {
    const behind = eachBehind(this.rest)
    const { waiting } = this
    if (behind) this.skip(behind.length)
    if (!waiting || (unit.sense !== 'money' && unit.sense !== 'measure')) return behind?.each ?? []
    const between = this.pieces.slice(waiting.at + 1)
    if (between.some(piece => piece.is !== 'words' || piece.text.includes(GAP))) return behind?.each ?? []
    this.pieces.splice(waiting.at, 1)
    this.waiting = null
    return [...new Set([...waiting.each, ...(behind?.each ?? [])])].sort()
  }

  /** Reads a bound: <3 and ≥60 are different values from 3 and 60. */
  private takeBound(): string {
    const last = lastOf(this.pieces)
    const bound = last?.is === 'words' ? BOUND.exec(last.text)?.[0] : undefined
    if (last?.is !== 'words' || !bound) return ''
    last.text = last.text.slice(0, -bound.length)
    return bound
  }

  private followsValue(): boolean {
    const last = lastOf(this.pieces)
    return last !== undefined && (last.is !== 'words' || /[0-9]$/.test(last.text))
  }

  private followsNumber(): boolean {
    const last = lastOf(this.pieces)
    return (last?.is === 'value' && last.unit === '') || (last?.is === 'words' && /[0-9]$/.test(last.text))
  }

  private words(text: string): void {
    const last = lastOf(this.pieces)
    if (last?.is === 'words' && !last.text.startsWith('每')) last.text += text
    else this.pieces.push({ is: 'words', text })
  }

  private word(): void {
    const [char = ''] = this.rest
    const isMark = PUNCTUATION.test(char) && !MEANT.test(char)
    if (/[。;；!！?？]/.test(char)) this.waiting = null
    if (!isMark) this.words(char)
    else if (this.followsNumber() && NUMERAL_RUN.test(this.rest.slice(char.length))) this.words(GAP)
    this.skip(char.length)
  }
}

const SMALL_MONEY: Readonly<Record<string, number>> = { 角: -1, 分: -2 }

/** True for a day that does not exist: 2026年2月30日, 2026年13月. */
function isNoDay(year: Value, [month, day]: readonly (Piece | undefined)[]): boolean {
  if (month?.is !== 'value' || month.unit !== '月') return false
  const [m, d] = [Number(month.amount), day?.is === 'value' && day.unit === '日' ? Number(day.amount) : 1]
  const date = new Date(Date.UTC(Number(year.amount), m - 1, d))
  return date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d
}

/** Marks days that do not exist as unreadable. */
function withoutNoDays(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const days = pieces.slice(at, at + 3)
    const [year, ...rest] = days
    const dated = year?.is === 'value' && year.unit === '年' && isNoDay(year, rest)
    if (!dated) done.push(pieces[at]!)
    else {
      const last = days[2]
      const parts = last?.is === 'value' && last.unit === '日' ? days : days.slice(0, 2)
      const text = parts.map(piece => (piece.is === 'words' ? piece.text : piece.key)).join('')
      done.push({ is: 'unreadable', text, key: `?${text}` })
      at += parts.length - 1
    }
  }
  return done
}

/** Converts an amount of 角 or 分 to yuan. */
const inYuan = ({ amount, unit }: Value): Decimal => shifted(amount.replace('-', ''), SMALL_MONEY[unit] ?? 0)

function join(last: Piece | undefined, piece: Value): Value | null {
  const before = last?.is === 'value' ? last : null
  if (SMALL_MONEY[piece.unit] !== undefined && before?.unit === '元') {
    return valueOf({ ...before, amount: added(before.amount, inYuan(piece)), each: piece.each })
  }
  return null
}

function alone(last: Piece | undefined, piece: Value): Value {
  if (SMALL_MONEY[piece.unit] !== undefined) {
    const amount = inYuan(piece)
    return valueOf({ ...piece, amount: piece.amount.startsWith('-') ? `-${amount}` : amount, unit: '元' })
  }
  const isDay = piece.unit === '号' && last?.is === 'value' && last.unit === '月'
  return isDay ? valueOf({ ...piece, unit: '日', sense: 'date' }) : piece
}

/** Joins pieces of one amount (3元5角2分) or one day (3月5号). */
function joined(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = []
  for (const piece of pieces) {
    const last = lastOf(done)
    const one = piece.is === 'value' ? join(last, piece) : null
    if (one) done[done.length - 1] = one
    else done.push(piece.is === 'value' ? alone(last, piece) : piece)
  }
  return done
}

/** Removes a trailing 等; after a bare number it belongs to a word, e.g. 二等功. */
const withoutEtc = (text: string, before: Piece | undefined): string => {
  const bare = before?.is === 'value' && before.unit === '' && text.startsWith('等')
  return text.includes('等') && !bare && !LEXICAL_ETC.test(text) ? text.replace(/等/g, '') : text
}

/** Joins neighbouring words without 等 and drops empty pieces. */
function settled(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = []
  for (const piece of pieces) {
    const last = lastOf(done)
    if (piece.is === 'words' && last?.is === 'words') last.text += piece.text
    else done.push(piece.is === 'words' ? { ...piece } : piece)
  }
  return done
    .map((piece, at) =>
      piece.is === 'words' ? { ...piece, text: withoutEtc(piece.text, done[at - 1]) } : piece,
    )
    .filter(piece => piece.is !== 'words' || piece.text !== '')
}

/** Replaces 分 after 元 or 角 by `¢`; elsewhere 分 is not money. */
const withFen = (text: string): string =>
  text.replace(/([元角][0-9零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{1,2})分/g, '$1¢')

/** Reads a text of a notice as pieces. Pure; never throws. */
export function readText(text: string): Piece[] {
  const pieces = new Reader(withFen(plainDates(plainForm(text)))).read()
  return settled(withoutNoDays(joined(pieces)))
}

/** Returns one text for all texts of equal meaning; unreadable parts are kept as they are. */
export const canonicalText = (text: string): string =>
  readText(text)
    .map(piece => (piece.is === 'words' ? piece.text : `{${piece.key}}`))
    .join('')

/** True for a plain number and nothing else: `35,000.00`, `叁万伍仟`, `3.5万`. */
export function isBareNumber(text: string): boolean {
  const [piece, ...more] = readText(text)
  return more.length === 0 && piece?.is === 'value' && piece.unit === ''
}
