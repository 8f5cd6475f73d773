import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { openChromium } from '../support/browser/chromium'
import { chromiumWindows } from '../support/weapp/chromiumWindow'
import { openJsdomWindow } from '../support/weapp/jsdomWindow'
import { missingBuiltins } from '../support/weapp/phoneFacts'
import { packWeapp } from '../support/weapp/pack'
import { TestPhone, type OpenWindow, type PhoneOptions } from '../support/weapp/testPhone'

/** The runner itself, on a hand-written app: what the journeys rely on must be true. */
const FIXTURE = path.resolve(__dirname, '../support/weapp/fixture')
const AWAY = '/pages/mine/index'

let browser: Browser
let server: http.Server
let origin: string

beforeAll(async () => {
  browser = await openChromium()
  server = http.createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ asked: decodeURIComponent(request.url ?? '') }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser.close()
  await new Promise(resolve => server.close(resolve))
})

const WINDOWS: [string, OpenWindow][] = [
  ['jsdom', openJsdomWindow],
  ['Chromium', (options, host) => chromiumWindows(browser)(options, host)],
]

test('a folder that is not a weapp build is refused', () => {
  expect(() => packWeapp(path.join(FIXTURE, 'pages'))).toThrow('app.json')
})

describe.each(WINDOWS)('in %s', (_name, openWindow) => {
  let phone: TestPhone

  const launch = async (options: Partial<PhoneOptions> = {}) => {
    phone = await TestPhone.launch({ dist: FIXTURE, server: origin, patience: 1_000, ...options }, openWindow)
    return phone
  }
  const answer = () => phone.app.read('.answer')

  afterEach(() => phone.close())

  test('draws templates, scripts and components that use themselves', async () => {
    await launch()
    expect(await phone.app.read('.greeting')).toBe('你好！')
    expect(await phone.app.readAll('row')).toHaveLength(3)
    expect(await phone.app.errors()).toEqual([])
  })

  test('hides what a phone does not have, and runs no code from text', async () => {
    await launch({ entry: 'pages/mine/index' })
    await phone.press('探查')
    const none = { window: 'undefined', document: 'undefined', fetch: 'undefined', process: 'undefined' }
    expect(JSON.parse((await phone.app.read('.seen')) ?? '')).toEqual({
      ...none,
      localStorage: 'undefined',
      URL: 'undefined',
      Intl: 'undefined',
      globalWindow: 'undefined',
      promise: 'function',
      code: 'EvalError',
    })
  })

  test('passes data attributes to handlers, and reports what goes wrong in them', async () => {
    await launch()
    await phone.press('加二')
    expect(await phone.app.text()).toContain('加二 2')
    await phone.press('出错')
    await phone.press('稍后出错')
    const errors = await phone.app.errors()
    expect(errors.join('\n')).toContain('pressed into a fault')
    expect(errors.join('\n')).toContain('late fault')
  })

  test('presses only what is there and enabled, and says what there is', async () => {
    await launch()
    await expect(phone.press('没有的')).rejects.toThrow('button 询问')
    await expect(phone.press('不可按')).rejects.toThrow('disabled')
  })

  test('keeps WeChat’s rules of the page stack', async () => {
    await launch()
    await phone.press('表单')
    expect(await phone.app.stack()).toEqual(['pages/first/index', 'pages/form/index'])
    expect(await phone.app.title()).toBe('填表')
    await phone.goBack()
    await phone.press('工作')
    expect(await phone.app.text()).toContain('子包')
    await phone.goBack()
    await phone.press('我的')
    expect(await phone.app.stack()).toEqual(['pages/mine/index'])
    await phone.press('走错')
    expect(await phone.app.read('.seen')).toContain('navigateTo:fail')
  })

  test('asks a real server, through the net as it is', async () => {
    await launch()
    await phone.press('取数')
    expect(await answer()).toContain('/echo?q=低保')
    await phone.setNetwork('offline')
    await phone.press('取数')
    expect(await answer()).toContain('request:fail')
    expect(phone.exchanges).toMatchObject([{ method: 'GET', status: 200 }])
  })

  test('shows dialogs that wait for an answer', async () => {
    await launch()
    await phone.press('询问')
    expect(await phone.app.text()).toContain('不能恢复')
    await expect(phone.press('加二')).rejects.toThrow('button 取消')
    await phone.press('取消')
    expect(await answer()).toContain('"cancel":true')
  })

  test('fills in a form', async () => {
    await launch({ entry: 'pages/form/index' })
    await phone.write('标题', '一季度低保')
    await phone.write('说明', '见附件')
    await phone.choose('事项', '五保')
    await phone.press('长辈版')
    await phone.press('提交')
    expect(JSON.parse((await phone.app.read('.sent')) ?? '')).toEqual({
      title: '一季度低保',
      note: '见附件',
      item: 1,
      elder: true,
    })
    expect(await phone.app.text()).toContain('五保')
  })

  test('remembers storage over a relaunch, and nothing else', async () => {
    await launch()
    await phone.press('记住')
    await phone.press('加二')
    await phone.relaunch({ entry: 'pages/first/index?id=7' })
    expect(await answer()).toBe('{"query":{"id":"7"},"kept":{"since":3}}')
    expect(await phone.app.text()).toContain('加二 0')
  })

  test('reads share cards, reach-bottom, pull-down and a visit to the background', async () => {
    await launch()
    expect(await phone.app.share('friend')).toMatchObject({
      title: '来自 menu',
      path: '/pages/first/index?shared=1',
    })
    await expect(phone.app.share('timeline')).rejects.toThrow('onShareTimeline')
    await phone.app.scrollToEnd()
    await phone.settle()
    expect(await answer()).toBe('bottom')
    await phone.app.pullDown()
    await phone.settle()
    expect(await answer()).toBe('pulled')
    await phone.app.blink()
    await phone.press('我的')
    expect(await phone.app.read('.seen')).toBe('launch show hide show')
  })

  test('a function that WeChat has and the runner does not model is told by name', async () => {
    await launch()
    await phone.press('定位')
    expect(await phone.app.unmodelled()).toEqual(['getLocation'])
    expect((await phone.app.errors()).join('\n')).toContain('wx.getLocation is not modelled')
  })

  const refusals: [string, Partial<PhoneOptions>, string][] = [
    ['nobody holds a file', {}, 'chooseMessageFile:fail cancel; setClipboardData:ok'],
    [
      'the privacy guide declares nothing',
      { declaredFunctions: [] },
      'chooseMessageFile:fail api scope is not declared in the privacy agreement',
    ],
    [
      'the person has declined the guide',
      { privacy: 'refused' },
      'setClipboardData:fail privacy permission is not authorized',
    ],
    [
      'a permission is refused',
      { failing: { chooseMessageFile: 'auth deny' } },
      'chooseMessageFile:fail auth deny',
    ],
    [
      'the page is a preview in the timeline',
      { scene: 1154 },
      'chooseMessageFile:fail can not be invoked in single page mode',
    ],
  ]
  test.each(refusals)('refuses as WeChat does when %s', async (_case, options, expected) => {
    await launch(options)
    await phone.press('求取')
    expect(await answer()).toContain(expected)
    expect(await answer()).toContain('pageScrollTo:fail invalid selector "[id="answer"]"; pageScrollTo:ok')
    expect(await phone.app.scrolledTo()).toBe('.answer')
  })

  test('stores one megabyte for a key and ten in all, and no more', async () => {
    await launch()
    await phone.press('装满')
    expect(await answer()).toBe(
      'setStorage:fail entry size limit reached; ok; setStorage:fail exceed storage max size 10Mb',
    )
  })

  test('counts nodes, depth and setData bytes', async () => {
    await launch({ entry: AWAY.slice(1), fontSizeSetting: 24 })
    expect(await phone.app.read('.font')).toBe('24')
    const before = await phone.app.cost()
    expect(before).toMatchObject({ nodes: 4, depth: 1 })
    await phone.press('走错')
    const { setData } = await phone.app.cost()
    expect(setData.at(-1)).toBe(Buffer.byteLength(JSON.stringify({ seen: await phone.app.read('.seen') })))
  })
})

test('an old phone lacks what its engine lacks, and nothing else', async () => {
  const options = { dist: FIXTURE, server: origin, missing: missingBuiltins() }
  const phone = await TestPhone.launch(options, openJsdomWindow)
  await phone.press('内核')
  const lacking = Array.from({ length: 9 }, () => 'undefined').join(' ')
  expect(await phone.app.read('.answer')).toBe(`${lacking} function function`)
  await phone.close()
})
