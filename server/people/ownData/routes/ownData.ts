import { ownPost, staffFile, staffRead } from '@server/http/route'
import { fileName } from '@server/platform/download'
import { closeOwnAccount } from '../commands/closeOwnAccount'
import { authorize } from '../policy'
import { ownDataOf } from '../queries/ownData'

const tag = '我的个人信息'

export const ownDataRoutes = [
  staffRead('GET /me/data', {
    tag,
    summary: '我的个人信息：系统里存着的关于我的全部记录',
    handle: async ({ services, actor, requestId }) => {
      authorize({ actor, requestId }, 'ownData.read', { userId: actor.id })
      return ownDataOf(services, actor)
    },
  }),
  staffFile('GET /me/data/file', {
    tag,
    summary: '下载我的个人信息（JSON）',
    handle: async ({ services, actor, requestId }) => {
      authorize({ actor, requestId }, 'ownData.read', { userId: actor.id })
      const { madeAt, parts } = await ownDataOf(services, actor)
      const bytes = Buffer.from(`${JSON.stringify({ madeAt, parts }, null, 2)}\n`, 'utf8')
      return {
        name: fileName('我的个人信息', 'json'),
        mime: 'application/json',
        bytes: bytes.length,
        sha256: null,
        content: [bytes],
      }
    },
  }),
  ownPost('POST /me/close', {
    tag,
    summary: '注销我的账号：删去我的信息，依法要留的去掉姓名；马上生效，不能恢复',
    handle: ({ services, actor, requestId }) =>
      closeOwnAccount(services, authorize({ actor, requestId }, 'account.close', { userId: actor.id })),
  }),
]
