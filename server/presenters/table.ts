import type { TableKind } from '@shared/data/tableColumns'
import type { TableContext } from '@shared/domain/tableImport'
import { yuan } from '@shared/domain/money'
import { periodLabel } from '@shared/domain/period'
import type { ContentBlock, NoticeContent } from '@shared/schemas/notice'
import type { CatalogueItemRow, OrgRow } from '../models'
import type { FormGround } from '../queries/work/form'

interface Ground {
  item: CatalogueItemRow
  ground: FormGround
}

const MOST_CHOICES = 20

const blockOf = <T extends ContentBlock['type']>(last: NoticeContent | undefined, type: T) =>
  last?.blocks.find((block): block is Extract<ContentBlock, { type: T }> => block.type === type)

const distinct = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.filter(value => value !== undefined))].slice(0, MOST_CHOICES)

const nameOf = (item: CatalogueItemRow) => item.path.at(-1) ?? item.area

/** Closing balance that was published last; null before the first. */
const carriedOf = ({ ground: { last } }: Ground): number | null =>
  blockOf(last?.content, 'money')?.closingFen ?? null

/** What a table of the item is read against. */
export function tableContext(place: Ground, table: TableKind, today: string): TableContext {
  const recipients = blockOf(place.ground.last?.content, 'recipients')
  const schemes = distinct(recipients?.rows.map(({ scheme }) => scheme) ?? [])
  const scheme = schemes.length === 1 ? schemes[0]! : nameOf(place.item)
  const defaults: TableContext['defaults'] = table === 'recipients' ? { persons: '1', scheme } : {}
  return { table, today, period: place.ground.period, defaults, carriedFen: carriedOf(place) }
}

/** What stands in the template before anybody fills it in: title, last period's choices, the balance carried forward. */
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
  }
}
