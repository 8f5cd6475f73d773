import { staffWrite } from '@server/http/route'
import { eraseEdition } from '../commands/eraseEdition'
import { authorize } from '../policy'
import { requireNotice } from '../queries/noticeContext'
import { orgTarget, requireOrg } from '@server/people/orgs'

export const erasureRoutes = [
  staffWrite('POST /ledger/erasures', {
    tag: '存证',
    summary: '依法删除一条公示某一版的内容：内容和盐值删除，存证条目保留，另记一条删除的日期和依据',
    status: 201,
    handle: ({ commit, body, ...caller }) =>
      commit(async tx => {
        const notice = await requireNotice(tx, body.noticeId, 'noticeId')
        const by = authorize(
          caller,
          'ledger.erase',
          orgTarget(await requireOrg(tx, notice.orgCode, 'noticeId')),
        )
        return eraseEdition(tx, by, notice, body)
      }),
  }),
]
