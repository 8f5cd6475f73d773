import { flatMap } from '@shared/common/lists'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { OwnLine } from '@shared/contract/reading/household'

const NONE = '—'

type Line = Pick<OwnLine, 'scheme' | 'standard' | 'persons' | 'amount'>

/** Rows that say what a line says; names are masked, so that several rows may. */
function alike(blocks: readonly PresentedBlock[], { scheme, standard, persons, amount }: Line): string[] {
  const wanted: Record<string, string> = { scheme, standard: standard ?? NONE, persons: String(persons), amount } // prettier-ignore
  return flatMap(blocks, block => {
    if (block.kind !== 'table' || !block.columns.some(({ id }) => id === 'name')) return []
    const isAlike = (cells: readonly string[]) =>
      block.columns.every(({ id }, at) => wanted[id] === undefined || wanted[id] === cells[at])
    return block.rows.filter(({ cells }) => isAlike(cells)).map(({ id }) => id)
  })
}

/** Ids of the rows that can only be the reader's own: no other row says the same. */
export const ownRows = (blocks: readonly PresentedBlock[], lines: readonly Line[]): string[] =>
  flatMap(lines, line => {
    const rows = alike(blocks, line)
    return rows.length === 1 ? rows : []
  })
