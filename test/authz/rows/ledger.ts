import type { PublicRow, Row } from './row'
import { inVillage } from '../situations'

const afterPublication =
  (path: string): Row['prepare'] =>
  async story => {
    await inVillage.published(story)
    return { path }
  }

export const LEDGER_ROWS: readonly Row[] = [
  {
    route: 'POST /ledger/erasures',
    situation: 'an edition of a village: its head alone, no administrator',
    allowed: ['head'],
    prepare: async story => {
      const { notice } = await inVillage.published(story)
      const { id: noticeId, edition } = notice
      return { path: '/ledger/erasures', body: { noticeId, edition, basis: '个人信息保护法第四十七条' } }
    },
  },
]

export const PUBLIC_LEDGER_ROWS: readonly PublicRow[] = [
  { route: 'GET /ledger/export', situation: '', prepare: afterPublication('/ledger/export') },
  { route: 'GET /ledger/checkpoint', situation: '', prepare: afterPublication('/ledger/checkpoint') },
  {
    route: 'GET /ledger/consistency',
    situation: '',
    prepare: afterPublication('/ledger/consistency?from=0&to=1'),
  },
]
