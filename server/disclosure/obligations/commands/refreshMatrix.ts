import type { Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { EMPTY_YEAR, cellOf, withCell } from '@server/domain/obligation'
import { Obligations, type ObligationRow } from '../models/obligations'
import { MatrixYears, type MatrixYearRow, type NotAdoptedItem, type OwnItem } from '../models/matrixYears'
import type { OrgRow } from '@server/people/orgs'

type Touched = Pick<ObligationRow, 'itemKey' | 'month'>

const yearOf = ({ month }: Pick<ObligationRow, 'month'>): number => Number(month.slice(0, 4))

const grouped = (rows: readonly ObligationRow[]): Map<string, ObligationRow[]> => {
  const groups = new Map<string, ObligationRow[]>()
  for (const row of rows) {
    const group = groups.get(row.itemKey)
    if (group) group.push(row)
    else groups.set(row.itemKey, [row])
  }
  return groups
}

/** Returns the year of one item in the matrix, computed from all its obligations. */
function yearText(rows: readonly ObligationRow[], year: number): string {
  const months = new Map<number, ObligationRow[]>()
  for (const row of rows.filter(one => yearOf(one) === year)) {
    const month = Number(row.month.slice(5))
    months.set(month, [...(months.get(month) ?? []), row])
  }
  let text = EMPTY_YEAR
  for (const [month, obligations] of months) text = withCell(text, month, cellOf(obligations))
  return text
}

const ownOf = ({ itemId, area, name, category, deadline }: ObligationRow): OwnItem => ({
  itemId,
  area,
  name,
  category,
  deadline,
})

interface Extra {
  at: Date
  /** What follows from the catalogue in force for a year; absent where this was not computed. */
  byCatalogue?: { year: number; waits: readonly string[]; notAdopted: Record<string, NotAdoptedItem> }
}

/** Recomputes the matrix cells of changed obligations. */
export async function refreshMatrix(
  tx: Tx,
  org: Pick<OrgRow, '_id' | 'path'>,
  touched: readonly Touched[],
  { at, byCatalogue }: Extra,
): Promise<void> {
  const keys = [...new Set(touched.map(({ itemKey }) => itemKey))]
  const rows = keys.length === 0 ? [] : await tx.of(Obligations).find({ orgCode: org._id, itemKey: trusted({ $in: keys }) }).lean<ObligationRow[]>().exec() // prettier-ignore
  const byItem = grouped(rows)
  const years = new Set([...touched.map(yearOf), ...(byCatalogue ? [byCatalogue.year] : [])])
  for (const year of years) {
    const set: Record<string, unknown> = { updatedAt: at }
    for (const key of new Set(touched.filter(one => yearOf(one) === year).map(({ itemKey }) => itemKey))) {
      const obligations = byItem.get(key) ?? []
      set[`cells.${key}`] = yearText(obligations, year)
      const own = obligations.find(obligation => obligation.own)
      if (own) set[`own.${key}`] = ownOf(own)
    }
    if (byCatalogue?.year === year) {
      set.waits = byCatalogue.waits
      set.notAdopted = byCatalogue.notAdopted
    }
    await storeYear(tx, org, year, set)
  }
}

/**
 * Updates the row of a year or creates it: an upsert would not create the empty objects along with the fields it sets.
 */
async function storeYear(
  tx: Tx,
  org: Pick<OrgRow, '_id' | 'path'>,
  year: number,
  set: Record<string, unknown>,
): Promise<void> {
  const _id = `${org._id}/${year}`
  const { matchedCount } = await tx.of(MatrixYears).updateOne({ _id }, { $set: set })
  if (matchedCount === 1) return
  const part = (name: string) =>
    Object.fromEntries(
      Object.entries(set).flatMap(([field, value]) =>
        field.startsWith(`${name}.`) ? [[field.slice(name.length + 1), value]] : [],
      ),
    )
  await tx.of(MatrixYears).create([
    {
      _id,
      orgCode: org._id,
      path: org.path,
      year,
      cells: part('cells') as Record<string, string>,
      own: part('own') as Record<string, never>,
      waits: (set.waits as string[] | undefined) ?? [],
      notAdopted: set.notAdopted as MatrixYearRow['notAdopted'],
      updatedAt: set.updatedAt as Date,
    },
  ])
}
