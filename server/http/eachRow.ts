import type { ManyReport } from '@shared/contract/common'
import { AppError } from '@server/platform/errors'

/** Refusals that belong to one row: it is gone, somebody was faster, or it does not meet the requirements. */
const OF_A_ROW = new Set([404, 409, 422])

/**
 * Takes an act on several rows in one transaction, one after another, and reports on each; a row that is refused leaves
 * nothing behind, since commands refuse before they write.
 * @throws AppError 403 for a row that the person may not touch: then nothing is done at all
 */
export async function eachRow<Row extends { id: string }>(
  rows: readonly Row[],
  act: (row: Row) => Promise<unknown>,
): Promise<ManyReport> {
  const report: ManyReport['rows'] = []
  for (const row of rows) {
    try {
      await act(row)
      report.push({ id: row.id, done: true, code: null, message: null })
    } catch (error) {
      if (!(error instanceof AppError) || !OF_A_ROW.has(error.status)) throw error
      report.push({ id: row.id, done: false, code: error.code, message: error.message })
    }
  }
  return { rows: report }
}
