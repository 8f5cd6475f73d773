import type { Migration } from '../types'
import { STEPS } from './steps'

/** Splits a cursor `STEP/ID` into the number of the step and the id after which it continues. */
function placeOf(cursor: string | null): { at: number; after: string | null } {
  if (cursor === null) return { at: 0, after: null }
  const split = cursor.indexOf('/')
  return { at: Number(cursor.slice(0, split)), after: cursor.slice(split + 1) || null }
}

/**
 * Gives collections, fields and kinds of job the names of the contract. Works below the models: a released migration
 * must not change with them.
 */
export const canonicalNames: Migration = {
  to: 4,
  title: '改用统一的名称：不一致、公开义务、名册和村（居）公开清单的数据',
  count: async db => {
    let rows = 0
    for (const step of STEPS) rows += await step.count(db)
    return rows
  },
  batch: async (tx, cursor) => {
    const { at, after } = placeOf(cursor)
    const { after: next, changed } = await STEPS[at]!.batch(tx, after)
    if (next !== null) return { next: `${at}/${next}`, changed }
    return { next: at + 1 < STEPS.length ? `${at + 1}/` : null, changed }
  },
}
