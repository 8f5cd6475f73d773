import type { TestPhone } from '../support/weapp/testPhone'
import { calledFunctions, PRIVATE_FUNCTIONS } from '../support/weapp/phoneFacts'
import { servedPhones } from '../support/weapp/servedPhones'

/** Whatever WeChat refuses, the person hears why and what to do: each function that asks something of them, each refusal. */
const { launch, library } = servedPhones('refusals', {
  WECHAT_TEMPLATE_PUBLICATION: 'tmpl-publication',
})

const VILLAGE = 'XQ-DH-LX-V01'
const CLOSED = '关了这个小程序的消息'

/** WeChat's words of each refusal, what the person reads, and the button that leads on. */
const REFUSALS = [
  ['api scope is not declared in the privacy agreement', '隐私保护指引里没有写明', '知道了'],
  ['privacy permission is not authorized', '您还没有同意隐私保护指引', '知道了'],
  ['auth deny', '微信没有得到这项权限', '去设置'],
  ['authorize no response', '微信没有得到这项权限', '去设置'],
  ['system permission denied', '在手机的设置里允许微信使用', '去设置'],
  ['can not be invoked in single page mode', '朋友圈里的预览', '知道了'],
  ['the current device does not support this api', '没有这项功能', '知道了'],
  ['internal error', '手机没有响应', '知道了'],
] as const

interface Act {
  /** Function of `wx` that the act needs. */
  name: string
  /** What WeChat's dialog calls it. */
  what: string
  /** Opens the page of the act. */
  go: (phone: TestPhone) => Promise<unknown>
  press: string
  /** Takes back what the press has changed in the page. */
  undo?: string
}

const noticePage = async (phone: TestPhone) => {
  const query = { category: 'village-finance' }
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query,
  })
  await phone.visit(`/pages/notice/index?id=${items[0]!.id}`)
  await phone.see(items[0]!.title.replace(/^2026年/, ''))
  await phone.press('打印、下载、发到群里')
  await phone.see('打印公示单（A4）')
}
const formPage = async (phone: TestPhone) => {
  await phone.logIn('editor')
  const { areas } = await library().client.api('GET /orgs/:code/catalogue', { params: { code: VILLAGE } })
  const { id } = areas[0]!.items[0]!
  await phone.visit(`/packages/staff/pages/edit/index?item=${id}&org=${VILLAGE}`)
}
const importPage = async (phone: TestPhone) => {
  await phone.logIn('street-clerk')
  await phone.press('导入目录')
}
const followPage = async (phone: TestPhone) => {
  await phone.logIn('villager')
  await phone.press('关注的村')
  await phone.see('补贴发放')
}

const ACTS: readonly Act[] = [
  { name: 'chooseMessageFile', what: '聊天文件', go: importPage, press: '选文件' },
  { name: 'chooseMedia', what: '照片', go: formPage, press: '添加照片' },
  {
    name: 'scanCode',
    what: '扫码',
    go: phone => phone.visit('/pages/village/index'),
    press: '扫公开栏上的码',
  },
  { name: 'makePhoneCall', what: '电话', go: phone => phone.visit('/pages/home/index'), press: '打电话给' },
  { name: 'setClipboardData', what: '剪贴板', go: noticePage, press: '公众号文章' },
  { name: 'openDocument', what: '文件', go: noticePage, press: '打印公示单（A4）' },
  { name: 'previewImage', what: '图片', go: noticePage, press: '群海报' },
  {
    name: 'requestSubscribeMessage',
    what: '消息提醒',
    go: followPage,
    press: '补贴发放，有新的公示时告诉我，关',
    undo: '补贴发放，有新的公示时告诉我，✓ 开',
  },
  {
    name: 'login',
    what: '微信登录',
    go: async phone => {
      await phone.visit('/pages/mine/index')
      await phone.press('我已看过并同意')
    },
    press: '用微信登录',
  },
]

test('who has switched off all messages of the app is led to the switch', async () => {
  const phone = await launch()
  await followPage(phone)
  await phone.app.refuse('requestSubscribeMessage', 'The main switch is switched off')
  await phone.press('养老服务，有新的公示时告诉我，关')
  await phone.see(CLOSED)
  await phone.press('去设置')
  expect(await phone.app.calls()).toContain('openSetting')
})

test.each(ACTS)(
  '$name: each refusal is told apart, and leads on',
  async ({ name, what, go, press, undo }) => {
    const phone = await launch()
    await go(phone)
    for (const [words, said, button] of REFUSALS) {
      await phone.app.refuse(name, words)
      await phone.press(press)
      await phone.see(`${what}没有打开`)
      expect(await phone.text()).toContain(said)
      await phone.press(button)
      if (undo) await phone.press(undo)
    }
    const calls = await phone.app.calls()
    expect(calls.filter(call => call === 'openSetting')).toHaveLength(2)
    expect(calls.filter(call => call === 'openAppAuthorizeSetting')).toHaveLength(1)
    await phone.app.refuse(name, 'cancel')
    await phone.press(press)
    expect(await phone.text()).not.toContain('没有打开')
    expect(await phone.errors()).toEqual([])
  },
)

/** What WeChat refuses without a word of the person's: nothing was asked for. */
const UNASKED =
  /^(?:get|on|off|set(?:Storage|NavigationBar)|removeStorage|navigate|redirect|reLaunch|pageScrollTo|showModal|create|(?:up|down)load|request$)/

test('every function that asks something of the person is in the table', () => {
  const asking = calledFunctions().filter(
    name => !UNASKED.test(name) && !/^open(?:App)?.*Setting$/.test(name),
  )
  expect([...asking].sort()).toEqual(ACTS.map(({ name }) => name).sort())
  const named = ACTS.map(({ name }) => name)
  expect(calledFunctions().filter(name => PRIVATE_FUNCTIONS.includes(name) && !named.includes(name))).toEqual(
    [],
  )
})
