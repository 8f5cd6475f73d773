import { Secret, TOTP } from 'otpauth'
import { servedPhones } from '../support/weapp/servedPhones'

/** 动态码 by real taps: set up, refused, given, asked for again at the next login. */
const { launch, library } = servedPhones('factor')

test('an editor sets up the second factor; the next login does no work without it', async () => {
  const phone = await launch()
  await phone.logIn('editor')
  await phone.press('设置动态码')
  await phone.press('开始设置')
  await phone.see('它只显示这一次')
  const shown = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await phone.text())![0]
  const totp = new TOTP({ secret: Secret.fromBase32(shown.replaceAll(' ', '')) })
  /** The code of the server's time, or so many seconds later. */
  const codeIn = async (seconds: number) => {
    const { now } = await library().client.api('GET /meta')
    return totp.generate({ timestamp: Date.parse(now) + seconds * 1000 })
  }

  await phone.write('6 位动态码', '12')
  await phone.press('确定')
  await phone.see('动态码是 6 位数字')
  await phone.write('6 位动态码', await codeIn(3600))
  await phone.press('确定')
  await phone.see('动态码不对。还可以试 4 次。')
  await phone.write('6 位动态码', await codeIn(0))
  await phone.press('确定')
  await phone.see('这次登录已输入动态码')
  await phone.press('生成恢复码')
  await phone.see('这十个恢复码只显示这一次')
  const codes = (await phone.text())!.match(/[A-Z0-9]{5}-[A-Z0-9]{5}/g)!
  expect(new Set(codes).size).toBe(10)

  await phone.logIn('editor')
  expect(await phone.text()).not.toContain('去工作台')
  await phone.visit('/packages/staff/pages/list/index')
  await phone.see('请先输入动态码')
  await phone.press('去输入动态码')
  await phone.write('6 位动态码', await codeIn(30))
  await phone.press('确定')
  await phone.press('去工作台')
  await phone.see('写公示')

  await phone.logIn('editor')
  await phone.press('输入动态码')
  await phone.press('验证器不在身边，用恢复码')
  await phone.write('恢复码', 'AAAAA')
  await phone.press('确定')
  await phone.see('恢复码是 10 个字母和数字')
  await phone.write('恢复码', codes[3]!)
  await phone.press('确定')
  await phone.see('还有 9 个恢复码没有用')
  expect(await phone.errors()).toEqual([])
})
