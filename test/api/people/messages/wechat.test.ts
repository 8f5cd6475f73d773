import { type FakeWechat, startFakeWechat } from '../../../../server/demo/fakeWechat'
import { createTextCheck } from '../../../../server/platform/wechat/textCheck'
import { type WechatClient, createWechat } from '../../../../server/platform/wechat'

/** The client of the WeChat server API against a WeChat that fails in every way. */
const CREDENTIALS = { appId: 'wxtest0000000000000', secret: 'a-secret-of-sixteen' }
const HOUR = 3_600_000
const START = Date.parse('2026-11-20T02:00:00.000Z')
let now = START
const clock = { now: () => new Date(now) }
let fake: FakeWechat
let wechat: WechatClient

beforeEach(async () => {
  now = START
  fake = await startFakeWechat({ clock, ...CREDENTIALS })
  wechat = createWechat({ ...CREDENTIALS, apiBase: fake.url, clock, timeoutMs: 200 })
})
afterEach(() => fake.stop())

const check = (text: string) => wechat.msgSecCheck({ openid: 'openid-1', text, scene: 'comment' })
const judge = (text: string) => createTextCheck(wechat).judge({ openid: 'openid-1', text, scene: 'comment' })
const message = { openid: 'openid-1', templateId: 'T', page: 'pages/mine/index', data: { thing1: '公示' } }
const send = (given = message) => wechat.sendSubscribeMessage(given)
const deliver = async () => (await send()).outcome

describe('access token', () => {
  test('is fetched once and shared, also by those who ask at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => check('好')))
    await deliver()
    expect(fake.calls('token')).toBe(1)
    expect([fake.texts().length, fake.sent().length]).toEqual([8, 1])
  })

  test('is replaced before it ends', async () => {
    await check('好')
    now += 2 * HOUR - 6 * 60_000
    await check('好')
    expect(fake.calls('token')).toBe(1)
    now += 2 * 60_000
    expect(await check('好')).toBe('pass')
    expect([fake.calls('token'), fake.calls('text')]).toEqual([2, 3])
  })

  test('is asked for anew after the clock went back', async () => {
    await check('好')
    now -= HOUR
    await check('好')
    expect(fake.calls('token')).toBe(2)
  })

  test('one that WeChat no longer takes is replaced, and the request made again', async () => {
    await check('好')
    fake.revokeToken()
    expect(await check('好')).toBe('pass')
    fake.revokeToken()
    expect(await deliver()).toBe('sent')
    expect(fake.sent()).toHaveLength(1)
  })

  test.each(['expired', 'invalid'] as const)('%s for ever: asked twice, not for ever', async mode => {
    fake.behave(mode, 'text')
    fake.behave(mode, 'message')
    expect([await check('好'), await deliver()]).toEqual([null, 'unavailable'])
    expect([fake.calls('text'), fake.calls('message')]).toEqual([2, 2])
  })
})

describe('text check', () => {
  test.each([
    ['大家好', 'pass'],
    ['违规内容', 'risky'],
    ['存疑内容', 'review'],
  ] as const)('%s: %s', async (text, verdict) => {
    expect(await check(text)).toBe(verdict)
    expect(await judge(text)).toBe(verdict === 'pass' ? 'pass' : 'review')
  })

  test('a long text goes in pieces, and what stands on a cut is found', async () => {
    expect(await judge('村'.repeat(6_000))).toBe('pass')
    expect(Math.max(...fake.texts().map(text => text.length))).toBe(2_500)
    expect(fake.texts()).toHaveLength(3)
    expect(await judge(`${'村'.repeat(2_499)}违规${'村'.repeat(2_000)}`)).toBe('review')
  })

  test('nothing to judge needs no question', async () => {
    expect(await judge('  \n')).toBe('pass')
    expect(fake.calls('text')).toBe(0)
  })

  test('a person does not wait for ever', async () => {
    fake.behave('slow', 'text')
    const patienceMs = 30_000
    const patient = createWechat({ ...CREDENTIALS, apiBase: fake.url, clock, timeoutMs: patienceMs })
    const begun = performance.now()
    const judgement = createTextCheck(patient, 150).judge({ openid: 'o', text: '好', scene: 'comment' })
    expect(await judgement).toBe('review')
    expect((performance.now() - begun) / patienceMs).toBeLessThan(0.5)
  })

  test('a check that throws is no pass', async () => {
    const broken = createTextCheck({ msgSecCheck: () => Promise.reject(new Error('no')) })
    expect(await broken.judge({ openid: 'o', text: '好', scene: 'comment' })).toBe('review')
  })
})

describe('subscribe message', () => {
  test('carries template, page and values', async () => {
    expect(await deliver()).toBe('sent')
    expect(fake.sent()).toEqual([
      {
        touser: 'openid-1',
        template_id: 'T',
        page: 'pages/mine/index',
        data: { thing1: { value: '公示' } },
      },
    ])
  })

  test.each([
    ['blocked', 'refused'],
    ['banned', 'banned'],
    ['limited', 'limited'],
    ['busy', 'unavailable'],
    ['lying', 'unavailable'],
    ['empty', 'unavailable'],
    ['broken', 'unavailable'],
    ['down', 'unavailable'],
    ['slow', 'unavailable'],
  ] as const)('WeChat %s: %s', async (mode, outcome) => {
    fake.behave(mode, 'message')
    expect(await deliver()).toBe(outcome)
    // Who is too slow may have delivered it all the same: hence at least once.
    if (mode !== 'slow') expect(fake.sent()).toEqual([])
  })

  test('values that WeChat does not take can never be sent', async () => {
    expect(await send({ ...message, data: { thing1: '' } })).toEqual({
      outcome: 'impossible',
      errcode: 47003,
    })
  })
})
