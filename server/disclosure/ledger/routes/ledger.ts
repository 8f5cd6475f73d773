import { faultText } from '@shared/texts/errors'
import { invalidRequest, notFound } from '@server/platform/errors'
import { consistencyOf, noticeProofOf } from '../queries/ledger'
import { newestCheckpoint } from '../checkpoints'
import { ledgerLines } from '../queries/exportLedger'
import { eraseEdition } from '@server/disclosure/notices/commands/eraseEdition'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { publicLines, publicRead, staffWrite } from '@server/http/route'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { requireNotice } from '@server/disclosure/notices/queries/noticeContext'
import { authorize } from '@server/disclosure/notices/policy'

const tag = '存证'

export const ledgerRoutes = [
  publicRead('GET /ledger/checkpoint', {
    tag,
    summary: '最新的存证点：全部存证条目的根校验码和签名。手机记住它，下次核对账本没有被改过',
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
  staffWrite('POST /ledger/erasures', {
    tag,
    summary: '依法删除一条公示某一版的内容：内容和盐值删除，存证条目保留，另记一条删除的日期和依据',
    status: 201,
    handle: ({ commit, body, ...deed }) =>
      commit(async () => {
        const { db } = deed.services
        const notice = await requireNotice(db, body.noticeId, 'noticeId')
        authorize(deed.actor, 'ledger.erase', orgTarget(await requireOrg(db, notice.orgCode, 'noticeId')))
        return eraseEdition(deed, notice, body)
      }),
  }),
  publicLines('GET /ledger/export', {
    tag,
    summary: '全部存证条目和存证点，一行一个 JSON，可用 cli ledger verify 独立验证',
    handle: async ({ services }) => {
      await newestCheckpoint(services)
      return ledgerLines(services.db, { openings: false })
    },
  }),
]
