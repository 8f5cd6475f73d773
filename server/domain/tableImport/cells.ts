import type { TableColumn } from '@shared/facts/disclosure/columnTypes'
import { TABLES } from '@shared/facts/disclosure/tableColumns'
import { isMonthOnly, parseArea, parseCount, parseDay, parseYuan } from '@shared/figures/parse'
import { yuan } from '@shared/common/money'
import { KIND_NAMES, isListedName, maskName, scanText } from '../privacy'
import { areaText } from '@shared/content/sheet'
import type { FoundColumn } from './header'

/** The form value of a cell, and its fault. */
export interface CellRead {
  value: string
  fault: string | null
  /** An open name was masked. */
  masked?: true
}

export interface CellContext {
  today: string
  /** Year for dates without one. */
  year: string
}

/** Text columns, with any content. */
const WORDS = new Set<TableColumn['kind']>(['text', 'name', 'party', 'line'])

const good = (value: string): CellRead => ({ value, fault: null })
const SHOWN = 20
const quoted = (text: string) => `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`

/** Refuses a number or address that must not be published, in any column. */
function personalIn(text: string, label: string, today: string): CellRead | null {
  const found = scanText(text, { today, label }).find(({ severity }) => severity === 'block')
  return found ? { value: '', fault: `里面有${KIND_NAMES[found.kind]}，没有导入这一格，请重新填写。` } : null
}

const figure = (text: string, value: string | null, what: string): CellRead =>
  value === null ? { value: text, fault: `${quoted(text)}${what}` } : good(value)

function dateCell(text: string, { year }: CellContext): CellRead {
  const day = parseDay(text, year)
  const what = isMonthOnly(text)
    ? '只写到月，请写到日，例如 2026-03-05。'
    : '看不出是哪一天，请写成 2026-03-05 这样。'
  return figure(text, day, what)
}

const directionOf = (text: string): string | null =>
  (['income', 'expense'] as const).find(code =>
    (TABLES.directions[code] as readonly string[]).includes(text),
  ) ?? null

function areaCell(text: string): CellRead {
  const centi = parseArea(text)
  const value = centi === null ? null : areaText(centi).replace(/亩$/, '')
  return figure(text, value, '看不出是多少亩，请写成 36.5 这样，最多两位小数。')
}

function nameCell(text: string): CellRead {
  const masked = maskName(text)
  return { ...good(masked), ...(masked !== text.replace(/\s/g, '') && { masked: true }) }
}

/** Returns a body's full name, or a person's surname only. */
const partyCell = (text: string): CellRead =>
  isListedName(text.replace(/\s/g, '')) ? nameCell(text) : good(text)

function yuanCell(text: string, scale: FoundColumn['scale']): CellRead {
  const fen = parseYuan(text, scale)
  return figure(text, fen === null ? null : yuan(fen), '看不出是多少钱，请写成 1234.50 这样。')
}

function countCell(text: string): CellRead {
  const count = parseCount(text)
  return figure(text, count === null ? null : String(count), '看不出是多少人，请写整数，例如 3。')
}

type Reader = (text: string, found: FoundColumn, context: CellContext) => CellRead

const READERS: Record<TableColumn['kind'], Reader> = {
  yuan: (text, { scale }) => yuanCell(text, scale),
  area: areaCell,
  count: countCell,
  date: (text, _found, context) => dateCell(text, context),
  direction: text => figure(text, directionOf(text), '看不出是收入还是支出，请写“收入”或“支出”。'),
  name: nameCell,
  party: partyCell,
  text: good,
  line: good,
}

/** Converts a cell to text for the form. Unrecognised text is preserved, so that nothing is lost. */
export function readCell(raw: string, found: FoundColumn, context: CellContext): CellRead {
  const text = raw.trim().replace(/^'/, '')
  const { column, header } = found
  if (text === '') return { value: '', fault: column.required ? '没有填。' : null }
  const cell = READERS[column.kind](text, found, context)
  const isFigure = cell.fault === null && !WORDS.has(column.kind)
  const personal = isFigure ? null : personalIn(text, header, context.today)
  if (personal) return personal
  if (text.length > column.most) return { value: cell.value, fault: `太长，最多 ${column.most} 个字。` }
  return cell
}
