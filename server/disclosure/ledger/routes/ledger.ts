import { faultText } from '@shared/texts/errors'
import { invalidRequest, notFound } from '@server/platform/errors'
import { consistencyOf, noticeProofOf } from '../queries/ledger'
import { newestCheckpoint } from '../checkpoints'
import { ledgerLines } from '../queries/exportLedger'
import { publicLines, publicRead } from '@server/http/route'

const tag = '存证'

export const ledgerRoutes = [
  publicRead('GET /ledger/checkpoint', {
    tag,
    summary: '最新的存证点：全部存证条目的账本指纹和签名。手机记住它，下次核对账本没有被改过',
    handle: async ({ services }) => {
      const checkpoint = await newestCheckpoint(services)
      if (!checkpoint) throw notFound('ledger-empty')
      return checkpoint
    },
  }),
  publicRead('GET /ledger/consistency', {
    tag,
    summary: '证明前 from 条存证正是前 to 条的开头（RFC 6962）：中间没有删改',
    handle: async ({ services, query: { from, to } }) => {
      if (from > to) {
        throw invalidRequest([{ code: 'too-big', field: 'from', message: faultText(['from'], 'too-big') }])
      }
      const proof = await consistencyOf(services, from, to)
      if (!proof) throw notFound('ledger-too-short', 'to')
      return proof
    },
  }),
  publicRead('GET /notices/:id/ledger', {
    tag,
    summary: '核验：一条公示某一版的存证条目，和从它到最新存证点的证明；不写 edition 为最新一版',
    handle: async ({ services, params: { id }, query: { edition } }) => {
      const proof = await noticeProofOf(services, id, edition)
      if (!proof) throw notFound('not-recorded')
      return proof
    },
  }),
  publicLines('GET /ledger/export', {
    cost: 400,
    tag,
    summary: '全部存证条目和存证点，一行一个 JSON，可用 cli ledger verify 独立验证',
    handle: async ({ services }) => {
      await newestCheckpoint(services)
      return ledgerLines(services.db, { openings: false })
    },
  }),
]
