import { VERSION } from '@server/platform/config/version'
import { publicRead } from './route'

export const metaRoutes = [
  publicRead('GET /meta', {
    tag: '服务',
    summary: '服务的名称、版本、现在的时刻；开发与演示时还有测试登录码，每次都是新的',
    cache: 'no-store',
    handle: async ({ services }) => ({
      name: '明白栏',
      version: VERSION,
      now: services.clock.now().toISOString(),
      operator: services.config.operator ?? null,
      unifiedLogin: services.identity?.name ?? null,
      testLogins: services.testLogins(),
    }),
  }),
]
