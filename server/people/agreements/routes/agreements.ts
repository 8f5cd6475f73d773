import { staffWrite } from '@server/http/route'
import { audit } from '@server/platform/audit/writeAudit'
import { recordAgreement } from '../commands/recordAgreement'
import { authorize } from '../policy'

export const agreementRoutes = [
  staffWrite('POST /me/agreements', {
    tag: '登录',
    summary: '同意隐私政策和用户协议，或单独同意核对身份：记下版本和时间',
    status: 201,
    handle: ({ commit, body, ...caller }) => {
      const userId = caller.actor.id
      const by = authorize(caller, 'agreement.give', { userId })
      return commit(async tx => {
        const { _id: id, kind, version, at } = await recordAgreement(tx, { userId, ...body })
        await audit(tx, by, { orgCode: '', id }, { kind, version })
        return { kind, version, at: at.toISOString() }
      })
    },
  }),
]
