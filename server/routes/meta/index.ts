import { Meta } from '@shared/schemas/reading'
import { PERSONAS } from '../../seed/personas'
import type { Services } from '../../services'
import { freshCode } from '../../services/fakeWechat'
import { publicRead } from '../define'
import { VERSION } from '../version'

/** Only where the built-in WeChat answers: everywhere else these codes are worth nothing. */
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
