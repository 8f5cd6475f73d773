import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import type { Session } from '../../shared/contract/people/auth'
import type { Meta } from '../../shared/contract/reading/site'
import { createClock } from '../../server/platform/clock'
import { type FakeWechat, startFakeWechat } from '../../server/demo/fakeWechat'
import { asker } from '../support/api/testServer'
import { openChromium } from '../support/browser/chromium'
import { type H5Options, H5Visitor } from '../support/browser/h5Visitor'
import { JOURNEY_MS } from '../support/journeys/limits'
import { type RunningServer, startBuiltServer } from '../support/server/runningServer'

/**
 * Login on the web as in production: WeChat is another server, so that the page offers no test login, and staff must give a
 * second factor. The phone is a tab whose session comes from WeChat.
 */
jest.setTimeout(JOURNEY_MS)

const WECHAT = { appId: 'wx0123456789abcdef', secret: 'secret-of-the-fake-wechat' }
let wechat: FakeWechat
let server: RunningServer
let browser: Browser
const tabs: H5Visitor[] = []

beforeAll(async () => {
  wechat = await startFakeWechat({ ...WECHAT, clock: createClock() })
  server = await startBuiltServer('web-login', {
    WECHAT_API_BASE: wechat.url,
    WECHAT_APPID: WECHAT.appId,
    WECHAT_SECRET: WECHAT.secret,
    WECHAT_LOGIN_CODE: 'on',
    SECOND_FACTOR: 'required',
  })
  browser = await openChromium()
})
afterEach(async () => {
  for (const tab of tabs.splice(0)) await tab.close()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await wechat?.stop()
})

async function openTab(options: H5Options = {}): Promise<H5Visitor> {
  const tab = await H5Visitor.open(browser, server.url, options)
  tabs.push(tab)
  return tab
}

async function phoneOf(persona: string): Promise<H5Visitor> {
  const code = `${persona}#${randomBytes(6).toString('hex')}`
  const { body } = await asker(server.url)<Session>('POST', '/auth/wechat', { body: { code }, key: null })
  const tokens = { access: body.accessToken, refresh: body.refreshToken }
  return openTab({ storage: { tokens, me: body.me } })
}

const digitsOn = async (tab: H5Visitor): Promise<string> => {
  await tab.see('两分钟内有效')
  return /\b(\d{3}) (\d{3})\b/
    .exec(await tab.text())!
    .slice(1)
    .join('')
}

test('an editor logs in on a computer by the phone, gives the second factor, and reaches the desk', async () => {
  const { body } = await asker(server.url)<Meta>('GET', '/meta')
  expect(body.testLogins).toEqual([])
  const computer = await openTab({ width: 1280, height: 800 })
  await computer.visit('/pages/mine/index')
  await computer.press('用手机扫码登录')
  const digits = await digitsOn(computer)

  const phone = await phoneOf('editor')
  await phone.visit('/packages/account/pages/confirm/index')
  await phone.write('电脑上的 6 位数字', digits)
  await phone.press('下一步')
  await phone.see('Chrome · Linux')
  await computer.see('手机上已经打开')
  await phone.press('确认登录')
  await phone.see('已确认')
  await computer.see('退出登录')

  await computer.press('设置动态码')
  await computer.press('开始设置')
  await computer.see('它只显示这一次')
  const shown = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await computer.text())![0]
  const now = Date.parse((await asker(server.url)<Meta>('GET', '/meta')).body.now)
  const totp = new TOTP({ secret: Secret.fromBase32(shown.replaceAll(' ', '')) })
  await computer.write('6 位动态码', totp.generate({ timestamp: now }))
  await computer.press('确定')
  await computer.press('去工作台')
  await computer.see('写公示')
  expect(await computer.errors()).toEqual([])

  await computer.visit('/packages/account/pages/logins/index')
  await computer.see('正在用的：网页（Chrome · Linux）')
  await computer.see('微信小程序')
  await computer.press('退出这处登录')
  await computer.press('退出')
  await computer.settle()
  expect(await computer.text()).not.toContain('微信小程序')
  expect(await computer.errors()).toEqual([])
})

test('a refused code says so on the computer, and a new one is one press away', async () => {
  const computer = await openTab()
  await computer.visit('/pages/mine/index')
  await computer.press('用手机扫码登录')
  const digits = await digitsOn(computer)
  const phone = await phoneOf('head')
  await phone.visit('/packages/account/pages/confirm/index')
  await phone.write('电脑上的 6 位数字', digits === '123456' ? '654321' : '123456')
  await phone.press('下一步')
  await phone.see('没有找到这 6 位数字')
  await phone.write('电脑上的 6 位数字', digits)
  await phone.press('下一步')
  await phone.press('不是我，拒绝')
  await phone.see('已拒绝')
  await computer.see('手机上点了“不是我，拒绝”')
  await computer.press('换一个登录码')
  expect(await digitsOn(computer)).not.toBe(digits)
  expect(await computer.text()).not.toContain('退出登录')
})

test('the plain code opened as an address leads to the page that confirms it', async () => {
  const tab = await openTab()
  await tab.page.goto(`${server.url}/login/ltk_0123456789abcdefghij`)
  await tab.see('请打开手机微信里的小程序')
  expect(await tab.route()).toBe('packages/account/pages/confirm/index')
})
