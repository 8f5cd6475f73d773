import { trusted } from 'mongoose'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { Db } from '@server/platform/store/db'
import { PresentedRecords, type PresentedRecordRow } from '../models/presentedRecords'
import type { PublicationRow } from '../models/publications'

/**
 * Returns what editions show for good, by id of the publication: without the names that fold when the publicity period
 * ends. The whole record is read only where nothing folds.
 */
export async function publicBlocks(
  db: Db,
  rows: readonly Pick<PublicationRow, '_id'>[],
): Promise<ReadonlyMap<string, PresentedBlock[]>> {
  const find = (ids: readonly string[], field: 'folded' | 'canonical') =>
    db
      .of(PresentedRecords)
      .find({ _id: trusted({ $in: ids }) }, { [field]: 1 })
      .lean<(Pick<PresentedRecordRow, '_id'> & Partial<PresentedRecordRow>)[]>()
      .exec()
  const folded = await find(
    rows.map(({ _id }) => _id),
    'folded',
  )
  const whole = await find(
    folded.filter(record => !record.folded).map(({ _id }) => _id),
    'canonical',
  )
  return new Map(
    [...folded, ...whole].flatMap(({ _id, folded: kept, canonical }): [string, PresentedBlock[]][] => {
      const record = kept ?? canonical
      return record ? [[_id, JSON.parse(record) as PresentedBlock[]]] : []
    }),
  )
}
