import type { LoginTicket } from '../../shared/contract/people/webLogin'
import { servedPhones } from '../support/weapp/servedPhones'

/** 在电脑上登录, on the phone: by a scan and by digits, yes and no, and the list of one's own logins. */
const { launch, library } = servedPhones('web-login')

const showCode = (): Promise<LoginTicket> => library().client.api('POST /auth/tickets')
const collect = ({ id, secret }: LoginTicket) =>
  library().client.api('POST /auth/tickets/collect', { body: { id, secret } }, { anonymous: true })

test('a villager scans the code of the own computer, has it remembered, and ends that login later', async () => {
  const ticket = await showCode()
  const phone = await launch({ code: `https://mingbai.example/login/${ticket.id}` })
  await phone.logIn('villager')
  await phone.press('在电脑上登录')
  await phone.press('扫电脑上的码')
  await phone.see('是您要登录吗？')
  await phone.see(ticket.digits.replace(/(?=.{3}$)/, ' '))
  expect((await collect(ticket)).state).toBe('opened')
  await phone.press('记住这台电脑')
  await phone.press('确认登录')
  await phone.see('已确认')
  const { session } = await collect(ticket)
  expect(session?.me.staff).toBe(false)

  await phone.press('登录的设备')
  await phone.see('正在用的：微信小程序')
  await phone.see('网页（')
  await phone.press('退出这处登录')
  await phone.press('退出')
  expect(await phone.text()).not.toContain('网页（')
  const renewal = library().client.api(
    'POST /auth/refresh',
    { body: { refreshToken: session!.refreshToken } },
    { anonymous: true },
  )
  await expect(renewal).rejects.toMatchObject({ code: 'session-ended' })
  expect(await phone.errors()).toEqual([])
})

test('digits typed by hand; a foreign code, wrong digits and a refusal are said in place', async () => {
  const phone = await launch({ code: 'https://elsewhere.example/' })
  await phone.logIn('editor')
  await phone.press('在电脑上登录')
  await phone.press('扫电脑上的码')
  await phone.see('这不是明白栏的登录码')
  await phone.write('电脑上的 6 位数字', '12')
  await phone.press('下一步')
  await phone.see('请输入电脑上显示的 6 位数字')
  const ticket = await showCode()
  await phone.write('电脑上的 6 位数字', ticket.digits === '123456' ? '654321' : '123456')
  await phone.press('下一步')
  await phone.see('没有找到这 6 位数字')
  await phone.write('电脑上的 6 位数字', ticket.digits)
  await phone.press('下一步')
  await phone.see('办公登录 12 小时后自动退出')
  expect(await phone.text()).not.toContain('记住这台电脑')
  await phone.press('不是我，拒绝')
  await phone.see('已拒绝，那台电脑没有登录')
  expect(await collect(ticket)).toEqual({ state: 'refused', session: null })
  expect(await phone.errors()).toEqual([])
})

test('a code opened by WeChat itself, as 小程序码 or as an address, leads to the question at once', async () => {
  const phone = await launch()
  await phone.logIn('editor')
  for (const query of [
    async () => `scene=${(await showCode()).id}`,
    async () => `q=${encodeURIComponent(`https://mingbai.example/login/${(await showCode()).id}`)}`,
  ]) {
    await phone.visit(`/packages/account/pages/confirm/index?${await query()}`)
    await phone.see('是您要登录吗？')
  }
  await phone.visit('/packages/account/pages/confirm/index?scene=ltk_00000000000000000000')
  await phone.see('没有这个登录码')
})
