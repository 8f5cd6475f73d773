import { Meta } from '@shared/contract/reading/site'
import { PERSONAS } from '@server/demo/seed/personas'
import type { Services } from '@server/platform/services'
import { freshCode } from '@server/demo/fakeWechat'
import { publicRead } from './route'
import { VERSION } from '@server/platform/version'

/** Lists the test logins, only with the built-in fake WeChat: elsewhere these codes are worthless. */
const testLogins = ({ config, clock }: Services): Meta['testLogins'] =>
  config.wechat.fake
    ? PERSONAS.filter(persona => persona.listed).map(({ code, name, duty, orgName }) => ({
        code: freshCode(code, clock),
        name,
        duty,
        orgName,
      }))
    : []

export const metaRoutes = [
  publicRead({
    path: '/meta',
    tag: '服务',
    summary: '服务的名称、版本、现在的时刻；开发与演示时还有测试登录码，每次都是新的',
    cache: 'no-store',
    response: Meta,
    handle: async ({ services }) => ({
      name: '明白栏',
      version: VERSION,
      now: services.clock.now().toISOString(),
      testLogins: testLogins(services),
    }),
  }),
]
