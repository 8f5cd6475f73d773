import { yuan } from '@shared/common/money'
import { EXCEPT_SMALL } from '@shared/presentation/recipients'
import type { FigureField } from './comparePresented'
import { type Figure, totalOf } from './pairFields'

const CENTI = 100

const isRow = ({ id }: Pick<FigureField, 'id'>): boolean => id.includes('/row/')
const totalId = ({ id }: FigureField): string | undefined => id.split('/total/')[1]
const centiOf = (figures: readonly Figure[] | undefined, id: string): number =>
  figures?.find(figure => figure.id === id)?.centi ?? 0

/** Returns by how much the village's figure is larger, in hundredths. */
const excess = ({ figures }: FigureField, id: string): number =>
  centiOf(figures?.village, id) - centiOf(figures?.street, id)

/** Rows of one table that are not the same on both sides. */
export interface RowDifference {
  onlyVillage: number
  onlyStreet: number
  changed: number
  /** What the village's rows add up to more than the street's, by column. */
  more: readonly Figure[]
}

/** Returns how the rows of a table differ; null where they do not or where their figures are unknown. */
export function rowDifference(fields: readonly FigureField[]): RowDifference | null {
  const rows = fields.filter(field => isRow(field) && field.status !== 'same')
  if (rows.length === 0 || rows.some(({ figures }) => figures === undefined)) return null
  const columns = new Map(
    rows
      .flatMap(({ figures }) => [...figures!.village, ...figures!.street])
      .map(figure => [figure.id, figure]),
  )
  return {
    onlyVillage: rows.filter(({ status }) => status === 'street-missing').length,
    onlyStreet: rows.filter(({ status }) => status === 'village-missing').length,
    changed: rows.filter(({ status }) => status === 'differs').length,
    more: [...columns.values()].map(figure => ({
      ...figure,
      centi: rows.reduce((sum, row) => sum + excess(row, figure.id), 0),
    })),
  }
}

/** Returns what the village's rows add up to more of a total; undefined where rows say nothing about it. */
const moreBy = ({ onlyVillage, onlyStreet, more }: RowDifference, id: string): number | undefined =>
  id === 'households' ? (onlyVillage - onlyStreet) * CENTI : more.find(figure => figure.id === id)?.centi

/** A closing balance follows from the opening balance, the income and the expense. */
function isClosing(total: FigureField, totals: readonly FigureField[]): boolean {
  if (totalId(total) !== 'closing') return false
  const of = (id: string): number => {
    const found = totals.find(one => totalId(one) === id)
    return found ? excess(found, id) : 0
  }
  const others = totals.some(one => one !== total && one.status !== 'same')
  return others && excess(total, 'closing') === of('opening') + of('income') - of('expense')
}

/**
 * Returns the differing totals of a table that have the same cause as another difference of it: the rows that differ, or
 * for a closing balance the figures it is computed from.
 */
export function explainedTotals(fields: readonly FigureField[]): ReadonlySet<FigureField> {
  const rows = rowDifference(fields)
  const totals = fields.filter(field => totalId(field) !== undefined)
  const differing = totals.filter(({ status, figures }) => status === 'differs' && figures !== undefined)
  return new Set(
    differing.filter(total => {
      const id = totalId(total)!
      if (isClosing(total, totals)) return true
      if (!rows) return false
      return moreBy(rows, id) === excess(total, id)
    }),
  )
}

/** Reads the one number of an element's value in hundredths; null where it has none or several. */
function centiIn(text: string | null): number | null {
  const numbers = (text ?? '').match(/-?\d[\d,]*(?:\.\d{1,2})?(?!\d)/g) ?? []
  const times = /万/.test(text ?? '') ? 10_000 : 1
  return numbers.length === 1 ? Math.round(Number(numbers[0].replace(/,/g, '')) * times * CENTI) : null
}

/**
 * Returns the differing elements 要素 that state a table's total again (发放金额, 户数) and differ by exactly what its rows
 * do.
 */
export function explainedElements(
  fields: readonly FigureField[],
  groups: readonly (readonly FigureField[])[],
): ReadonlySet<FigureField> {
  const causes = groups.flatMap(group => rowDifference(group) ?? [])
  const isExplained = (field: FigureField): boolean => {
    const total = field.figures === undefined && field.status === 'differs' ? totalOf(field) : null
    const [ours, theirs] = [centiIn(field.village), centiIn(field.street)]
    if (total === null || ours === null || theirs === null) return false
    const id = total.split('/total/')[1]!
    return causes.some(cause => moreBy(cause, id) === ours - theirs)
  }
  return new Set(fields.filter(isExplained))
}

const NOUNS: readonly [column: string, noun: string][] = [
  ['persons', '户'],
  ['income', '笔'],
  ['expense', '笔'],
]

/** Returns the measure word of a table's rows. */
export const nounOf = (fields: readonly FigureField[]): string =>
  NOUNS.find(([column]) =>
    fields.some(
      ({ id, figures }) =>
        isRow({ id }) &&
        [...(figures?.village ?? []), ...(figures?.street ?? [])].some(figure => figure.id === column),
    ),
  )?.[1] ?? '行'

const figureText = ({ label, unit, centi }: Figure): string => {
  const amount = Math.abs(centi)
  const text = unit === '元' ? yuan(amount) : String(amount / CENTI)
  return unit === '元' && label !== '金额' ? `${label}${text}${unit}` : `${text}${unit}`
}

/** Says which side has more, of the figures of one sign. */
function moreSaid(side: string, figures: readonly Figure[]): string[] {
  return figures.length > 0 ? [`${side}多${figures.map(figureText).join('、')}`] : []
}

/** Number of rows of a table on each side, and their measure word. */
interface Rows {
  noun: string
  village: number
  street: number
}

/**
 * Says how the rows of a table differ, by counts and sums alone: the words outlast the rows, which are folded after the
 * publicity period.
 */
export function rowWords(
  label: string,
  { onlyVillage, onlyStreet, changed, more }: RowDifference,
  { noun, village, street }: Rows,
): string {
  if (street === 0) return `“${label}”的名单，村里公开了 ${village} ${noun}，街道没有公开名单。`
  if (village === 0) return `“${label}”的名单，街道公开了 ${street} ${noun}，村里没有公开名单。`
  const said = [
    ...(onlyVillage > 0 ? [`村里比街道多 ${onlyVillage} ${noun}`] : []),
    ...(onlyStreet > 0 ? [`街道比村里多 ${onlyStreet} ${noun}`] : []),
    ...(changed > 0 ? [`有 ${changed} ${noun}两边写得不一样`] : []),
  ]
  const sums = [
    ...moreSaid(
      '村里',
      more.filter(({ centi }) => centi > 0),
    ),
    ...moreSaid(
      '街道',
      more.filter(({ centi }) => centi < 0),
    ),
  ]
  return `“${label}”里${said.join('，')}${sums.length > 0 ? `，合起来${sums.join('，')}` : ''}。`
}

/** True if a side withholds figures of small groups, which a difference must not give away. */
export const withholds = (fields: readonly FigureField[]): boolean =>
  fields.some(({ label }) => label.includes(EXCEPT_SMALL)) ||
  (fields.some(isRow) &&
    fields.some(({ id }) => id.startsWith('recipients')) &&
    !fields.some(field => totalId(field) === 'amount'))
