import { flatMap } from '@shared/common/lists'
import type { ComparedField } from '@shared/contract/disclosure/presentation'
import { scaled, written } from '@shared/presentation/document/figures'

/** A figure that differs, with the difference: the village's less the street's. */
export interface FigureRow {
  id: string
  label: string
  village: string
  street: string
  difference: string
}

const UNIT = /[^\d.]*$/
export const unitOf = (text: string): string => UNIT.exec(text)?.[0] ?? ''
export const withoutUnit = (text: string): string => text.replace(UNIT, '')
const signed = (value: number, like: string): string =>
  `${value > 0 ? '+' : '−'}${written(Math.abs(value), withoutUnit(like))}`

function rowOf({ id, label, village, street, status }: ComparedField): FigureRow[] {
  if (status !== 'differs' || village === null || street === null) return []
  const [ours, theirs] = [scaled(village), scaled(street)]
  if (ours === null || theirs === null || unitOf(village) !== unitOf(street)) return []
  return [{ id, label, village, street, difference: `${signed(ours - theirs, village)}${unitOf(village)}` }]
}

/** Returns the compared figures that differ. */
export const figureRows = (fields: readonly ComparedField[]): FigureRow[] => flatMap(fields, rowOf)

const isTotal = ({ id }: FigureRow): boolean => id.includes('/total/')

/** Says how much one side has more than the other; null if the sums differ in both directions. */
export function differenceSentence(
  rows: readonly FigureRow[],
  village: string,
  street: string,
): string | null {
  const totals = rows.filter(isTotal)
  const signs = new Set(totals.map(({ difference }) => difference.charAt(0)))
  if (signs.size !== 1) return null
  const units = new Set(totals.map(({ difference }) => unitOf(difference)))
  const said = totals.map(({ label, difference }) =>
    units.size === totals.length ? difference.slice(1) : `${label}${difference.slice(1)}`,
  )
  return `${village}比${street}${signs.has('+') ? '多' : '少'} ${said.join('、')}。`
}
