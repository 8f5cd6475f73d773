import { Me } from '@shared/contract/people/auth'
import { presentMe } from '../presenters/me'
import { staffRead } from '@server/http/route'

export const meRoutes = [
  staffRead({
    path: '/me',
    tag: '登录',
    summary: '我是谁、担任什么、能办什么',
    response: Me,
    handle: async ({ actor }) => presentMe(actor),
  }),
]
