import { openPost } from '@server/http/route'

export const clientErrorRoutes = [
  openPost('POST /client-errors', {
    tag: '服务',
    summary: '小程序或网页自己出的错：只有程序的错误文字，不含个人信息；多了不记',
    rate: 'read',
    handle: ({ services, body }) => Promise.resolve({ taken: services.clientErrors.take(body) }),
  }),
]
