import type { TableKind } from '@shared/facts/disclosure/tableColumns'
import type { TableContext } from '@server/domain/tableImport'
import { type SheetCode, type SheetColumn, sheetForm } from '@shared/facts/disclosure/sheets'
import { yuan } from '@shared/common/money'
import { periodLabel } from '@shared/common/period'
import { carriedSheet, cellText } from '@shared/content/sheet'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import type { NoticeFormData } from '../queries/form'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'

interface Ground {
  item: CatalogueItemRow
  ground: NoticeFormData
}

const MOST_CHOICES = 20

const blockOf = <T extends ContentBlock['type']>(last: NoticeContent | undefined, type: T) =>
  last?.blocks.find((block): block is Extract<ContentBlock, { type: T }> => block.type === type)

const distinct = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.filter(value => value !== undefined))].slice(0, MOST_CHOICES)

const nameOf = (item: CatalogueItemRow) => item.path.at(-1) ?? item.area

/** Returns the last published closing balance; null before the first. */
const carriedOf = ({ ground: { last } }: Ground): number | null =>
  blockOf(last?.content, 'money')?.closingFen ?? null

/** Returns the data against which a table of the item is read. */
export function tableContext(place: Ground, table: TableKind, today: string): TableContext {
  const recipients = blockOf(place.ground.last?.content, 'recipients')
  const schemes = distinct(recipients?.rows.map(({ scheme }) => scheme) ?? [])
  const scheme = schemes.length === 1 ? schemes[0]! : nameOf(place.item)
  const defaults: TableContext['defaults'] = table === 'recipients' ? { persons: '1', scheme } : {}
  return { table, today, period: place.ground.period, defaults, carriedFen: carriedOf(place) }
}

/** Returns a cell as a person would type it into a sheet. */
function typed({ kind }: SheetColumn, value: string | number | undefined): string {
  if (value === undefined) return ''
  return kind === 'date' ? String(value) : cellText({ kind }, value).replace(/亩$/, '')
}

/**
 * Returns the template's rows: those of the register that continue from last time, or every line of a statement with
 * its former value.
 */
function rowsOf({ ground: { last, period } }: Ground, code: SheetCode): string[][] {
  const form = sheetForm(code)
  const past = last?.content.blocks.find(block => block.type === 'sheet' && block.sheet === code)
  const rows = last && past?.type === 'sheet' ? carriedSheet({ block: past, period: last.period }, period).rows : [] // prettier-ignore
  if (form.kind === 'register') return rows.map(row => form.columns.map(column => typed(column, row[column.field]))) // prettier-ignore
  return form.lines.map(({ code: line, name }) => {
    const before = rows.find(row => row.line === line)?.beforeFen
    return [name, '', before === undefined ? '' : yuan(Number(before))]
  })
}

/** Returns the template's initial content: title, last period's choices, the balance carried forward. */
export function presentTemplate(place: Ground, table: TableKind, org: OrgRow) {
  const { item, ground } = place
  const rows = blockOf(ground.last?.content, 'recipients')?.rows ?? []
  const carried = carriedOf(place)
  const stated: Record<string, string> = carried === null ? {} : { openingFen: yuan(carried) }
  return {
    table,
    title: `${org.name}${periodLabel(ground.period)}${nameOf(item)}`,
    choices: {
      scheme: distinct([...rows.map(({ scheme }) => scheme), nameOf(item)]),
      group: distinct(rows.map(({ group }) => group)),
      standard: distinct(rows.map(({ standard }) => standard)),
    },
    stated,
    rows: table === 'money' || table === 'recipients' ? [] : rowsOf(place, table),
  }
}
