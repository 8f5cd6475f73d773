import { type Grid, textAt } from '@server/domain/catalogue/grid'
import type { Issue } from '@shared/contract/common'
import { DocumentError } from '../documentError'
import { readXlsx } from '../xlsx/readXlsx'
import { type Values, rowOf } from './cells'
import { type Column, SHEETS, type SheetKey } from './columns'
import type { ItemRows, Place } from './faultPlaces'

/** A row of a sheet: its values and its number. */
interface Row {
  number: number
  values: Values
}

/** The unchecked items of a workbook, each with its rows, and the rows that belong to no item. */
export interface PowerBook {
  items: Values[]
  rows: ItemRows[]
  strays: Place[]
  /** Unknown columns with content. */
  unknown: Place[]
}

const headerOf = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

const lacks = (message: string): Issue => ({ code: 'no-table', message })

interface Table {
  rows: Row[]
  unknown: Place[]
}

/** Reads the rows of a sheet as objects; columns are found by their headers, in any order. */
function tableOf(grids: readonly Grid[], key: SheetKey): Table | Issue {
  const { name, columns } = SHEETS[key]
  const grid = grids.find(one => one.name?.trim() === name)
  if (!grid) return lacks(`工作簿里没有工作表“${name}”，请用导出的表格填写`)
  const [head, ...rows] = grid.rows
  const headers = (head?.cells ?? []).map((_, at) => headerOf(textAt(head!, at)))
  const placeOf = ({ header }: Column) => headers.indexOf(headerOf(header))
  const missing = columns.filter(column => placeOf(column) < 0).map(({ header }) => header)
  if (missing.length > 0) return lacks(`工作表“${name}”缺少这些列：${missing.join('、')}`)
  const known = new Set(columns.map(placeOf))
  const strange = headers.flatMap((header, at) =>
    !known.has(at) && rows.some(row => textAt(row, at).trim() !== '') ? [header] : [],
  )
  return {
    rows: rows
      .map(row => ({
        number: row.number,
        values: rowOf(
          columns.map(column => textAt(row, placeOf(column))),
          columns,
        ),
      }))
      .filter(({ values }) => Object.keys(values).length > 0),
    unknown: strange.map(field => ({ sheet: name, row: head?.number ?? 1, field })),
  }
}

const without = ({ values: { item: _item, step: _step, ...values } }: Row): Values => values

type Tables = Record<SheetKey, Row[]>

const inItem = (rows: readonly Row[], code: unknown): Row[] =>
  rows.filter(({ values }) => values.item === code)
const inStep = (rows: readonly Row[], item: unknown, step: unknown): Row[] =>
  rows.filter(({ values }) => values.item === item && values.step === step)
const numbers = (rows: readonly Row[]): number[] => rows.map(({ number }) => number)

/** Returns rows whose item or step does not exist, so that none is dropped silently. */
function straysIn({ items, steps, ...parts }: Tables): Place[] {
  const ofItem = ({ values }: Row) => items.some(item => item.values.code === values.item)
  const ofStep = ({ values }: Row) =>
    steps.some(step => step.values.item === values.item && step.values.id === values.step)
  const stray = (key: SheetKey, rows: readonly Row[], isThere: (row: Row) => boolean): Place[] =>
    rows
      .filter(row => !isThere(row))
      .map(({ number }) => ({ sheet: SHEETS[key].name, row: number, field: '编号' }))
  return [
    ...stray('basis', parts.basis, ofItem),
    ...stray('entries', parts.entries, ofItem),
    ...stray('steps', steps, ofItem),
    ...stray('ways', parts.ways, ofStep),
    ...stray('risks', parts.risks, ofStep),
  ]
}

function itemOf(
  { basis, entries, steps, ways, risks }: Tables,
  item: Row,
): { value: Values; rows: ItemRows } {
  const { code } = item.values
  const own = inItem(entries, code)
  const ofKind = (kind: string) => own.filter(({ values }) => values.kind === kind)
  const list = (kind: keyof ItemRows['entries']) => ofKind(kind).map(({ values }) => values.text ?? '')
  const mine = inItem(steps, code).map(step => ({
    step,
    ways: inStep(ways, code, step.values.id),
    risks: inStep(risks, code, step.values.id),
  }))
  return {
    value: {
      ...item.values,
      basis: inItem(basis, code).map(without),
      conditions: list('conditions'),
      materials: list('materials'),
      negative: list('negative'),
      steps: mine.map(({ step, ...parts }) => ({
        ...without(step),
        next: parts.ways.map(without),
        risks: parts.risks.map(without),
      })),
    },
    rows: {
      row: item.number,
      basis: numbers(inItem(basis, code)),
      entries: {
        conditions: numbers(ofKind('conditions')),
        materials: numbers(ofKind('materials')),
        negative: numbers(ofKind('negative')),
      },
      steps: mine.map(({ step, ...parts }) => ({
        row: step.number,
        ways: numbers(parts.ways),
        risks: numbers(parts.risks),
      })),
    },
  }
}

const isIssue = (table: Table | Issue): table is Issue => 'message' in table

/**
 * Reads a workbook.
 * @throws DocumentError with every missing sheet and column
 */
export async function readPowerWorkbook(bytes: Buffer): Promise<PowerBook> {
  const grids = (await readXlsx(bytes)).filter(grid => !grid.hidden)
  const keys = Object.keys(SHEETS) as SheetKey[]
  const tables = keys.map(key => tableOf(grids, key))
  const lacking = tables.filter(isIssue)
  const [first, ...others] = lacking
  if (first) throw new DocumentError('no-table', first.message, others)
  const read = tables as Table[]
  const rows = Object.fromEntries(keys.map((key, at) => [key, read[at]!.rows])) as unknown as Tables
  const items = rows.items.map(item => itemOf(rows, item))
  return {
    items: items.map(({ value }) => value),
    rows: items.map(one => one.rows),
    strays: straysIn(rows),
    unknown: read.flatMap(({ unknown }) => unknown),
  }
}
