import { trusted } from 'mongoose'
import type { ReadableCollection } from './collection'
import type { Db } from './db'

/** Returns the texts at a dotted path of a row, through lists at any of its steps. */
function textsAt(row: unknown, steps: readonly string[]): string[] {
  if (Array.isArray(row)) return row.flatMap(one => textsAt(one, steps))
  const [step, ...rest] = steps
  if (step === undefined) return typeof row === 'string' ? [row] : []
  if (typeof row !== 'object' || row === null) return []
  return textsAt((row as Record<string, unknown>)[step], rest)
}

/**
 * Returns the texts at a path, in the rows that have one of the given texts there. Instead of `distinct`, which in the
 * Python engine does not look into lists within lists.
 */
export async function valuesAt<Row>(
  db: Db,
  collection: ReadableCollection<Row>,
  path: string,
  texts: readonly string[],
): Promise<string[]> {
  const named = { [path]: trusted({ $in: [...texts] }) } as object
  const rows = await db
    .of(collection)
    .find(named, { [path]: 1 })
    .lean()
    .exec()
  return [...new Set(rows.flatMap(row => textsAt(row, path.split('.'))))]
}
