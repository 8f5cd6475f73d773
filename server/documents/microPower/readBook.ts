import { type Grid, textAt } from '@shared/domain/catalogue/grid'
import { DocumentError } from '../catalogue/documentError'
import { readXlsx } from '../catalogue/xlsx'
import { type Values, rowOf } from './cells'
import { type Column, SHEETS, type SheetKey } from './columns'

const headerOf = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** Rows of a sheet as objects; columns are found by their headers, in whatever order. */
function tableOf(grids: readonly Grid[], key: SheetKey): Values[] {
  const { name, columns } = SHEETS[key]
  const grid = grids.find(one => one.name?.trim() === name)
  if (!grid) throw new DocumentError('no-table', `工作簿里没有工作表“${name}”，请用导出的表格填写`)
  const [head, ...rows] = grid.rows
  const headers = (head?.cells ?? []).map((_, at) => headerOf(textAt(head!, at)))
  const placeOf = ({ header }: Column) => headers.indexOf(headerOf(header))
  const missing = columns.filter(column => placeOf(column) < 0).map(({ header }) => header)
  if (missing.length > 0) {
    throw new DocumentError('no-table', `工作表“${name}”缺少这些列：${missing.join('、')}`)
  }
  return rows
    .map(row =>
      rowOf(
        columns.map(column => textAt(row, placeOf(column))),
        columns,
      ),
    )
    .filter(row => Object.keys(row).length > 0)
}

const without = ({ item: _item, step: _step, ...row }: Values): Values => row

/** A part that names no item or step of the book is never dropped in silence. */
function refuseStrays(name: string, rows: readonly Values[], isThere: (row: Values) => boolean): void {
  const stray = rows.find(row => !isThere(row))
  if (!stray) return
  const place = [stray.item, stray.step].filter(Boolean).join(' / ') || '空'
  throw new DocumentError('no-table', `工作表“${name}”里有一行找不到对应的事项或环节：${place}`)
}

/** The items of a workbook as they stand written, not yet checked. @throws DocumentError */
export async function readPowerBook(bytes: Buffer): Promise<Values[]> {
  const grids = (await readXlsx(bytes)).filter(grid => !grid.hidden)
  const [items, basis, entries, steps, ways, risks] = (
    ['items', 'basis', 'entries', 'steps', 'ways', 'risks'] as const
  ).map(key => tableOf(grids, key)) as [Values[], Values[], Values[], Values[], Values[], Values[]]
  const ofItem = (row: Values) => items.some(({ code }) => code === row.item)
  const ofStep = (row: Values) => steps.some(({ item, id }) => item === row.item && id === row.step)
  refuseStrays(SHEETS.basis.name, basis, ofItem)
  refuseStrays(SHEETS.entries.name, entries, ofItem)
  refuseStrays(SHEETS.steps.name, steps, ofItem)
  refuseStrays(SHEETS.ways.name, ways, ofStep)
  refuseStrays(SHEETS.risks.name, risks, ofStep)
  const inItem = (rows: Values[], code: unknown) => rows.filter(row => row.item === code)
  return items.map(item => ({
    ...item,
    basis: inItem(basis, item.code).map(without),
    ...Object.fromEntries(
      ['conditions', 'materials', 'negative'].map(kind => [
        kind,
        inItem(entries, item.code).flatMap(row => (row.kind === kind ? [row.text ?? ''] : [])),
      ]),
    ),
    steps: inItem(steps, item.code).map(step => {
      const own = (rows: Values[]) => inItem(rows, item.code).filter(row => row.step === step.id)
      return { ...without(step), next: own(ways).map(without), risks: own(risks).map(without) }
    }),
  }))
}
