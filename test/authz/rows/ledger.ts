import type { PublicRow, Row } from './row'
import { inVillage } from '../situations'

const afterPublication =
  (path: string): Row['prepare'] =>
  async story => {
    await inVillage.published(story)
    return { path }
  }

export const PUBLIC_LEDGER_ROWS: readonly PublicRow[] = [
  { route: 'GET /ledger/export', situation: '', prepare: afterPublication('/ledger/export') },
  { route: 'GET /ledger/checkpoint', situation: '', prepare: afterPublication('/ledger/checkpoint') },
  {
    route: 'GET /ledger/consistency',
    situation: '',
    prepare: afterPublication('/ledger/consistency?from=0&to=1'),
  },
]
