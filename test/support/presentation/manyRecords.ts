import fc from 'fast-check'
import { presentItem } from '@shared/presentation/presentItem'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { catalogueColumns, noticeContent } from '../arbitraries/notice'

const SEED = 20_261_120

/** Generated records, several to a page: the blocks of `each` records one after the other, with ids of their own. */
export function manyRecords(records: number, each: number): PresentedBlock[][] {
  const cases = fc.sample(fc.tuple(catalogueColumns, noticeContent), { numRuns: records, seed: SEED })
  const presented = cases.map(([item, content], at) =>
    presentItem(item, content).blocks.map(block => ({ ...block, id: `${at}-${block.id}` })),
  )
  return Array.from({ length: Math.ceil(records / each) }, (_, page) =>
    presented.slice(page * each, (page + 1) * each).flat(),
  )
}
