import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { DOCUMENTED, type DocumentedCall } from '@server/platform/wechat/documented'
import { OUTCOMES } from '@server/platform/wechat/messageOutcome'
import { createWechat } from '@server/platform/wechat'

/** What this server sends to WeChat, field by field, against what WeChat's documents say. */
const CALLS: Record<string, DocumentedCall> = DOCUMENTED

interface Sent {
  method: string
  path: string
  query: string[]
  body: string[]
}

const HONEST: Record<string, object> = {
  [DOCUMENTED.code2Session.path]: { openid: 'openid-1', session_key: 'k' },
  [DOCUMENTED.token.path]: { access_token: 't', expires_in: 7200 },
  [DOCUMENTED.textCheck.path]: { errcode: 0, result: { suggest: 'pass', label: 100 } },
  [DOCUMENTED.mediaCheck.path]: { errcode: 0, trace_id: 't-1' },
  [DOCUMENTED.message.path]: { errcode: 0 },
  [DOCUMENTED.link.path]: { errcode: 0, url_link: 'https://wxaurl.cn/x' },
  [DOCUMENTED.code.path]: { errcode: 48001, errmsg: 'api unauthorized' },
}

/** Every call of the client once, as it arrives. */
async function everything(): Promise<{ sent: Sent[]; refusals: object[] }> {
  const sent: Sent[] = []
  const refusals: object[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
      const body = request.method === 'POST' ? ((await json(request)) as object) : {}
      sent.push({ method: request.method!, path: pathname, query: [...searchParams.keys()], body: Object.keys(body) })
      response.end(JSON.stringify(HONEST[pathname]))
    })()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const wechat = createWechat({
    appId: 'wx1',
    secret: 's',
    apiBase,
    clock: { now: () => new Date() },
    onRefusal: refusal => refusals.push(refusal),
  })
  await wechat.code2Session('code')
  await wechat.msgSecCheck({ openid: 'o', text: '好', scene: 'comment' })
  expect(await wechat.mediaCheckAsync({ openid: 'o', url: 'https://mingbai.example/p' })).toEqual({ traceId: 't-1' })
  await wechat.sendSubscribeMessage({ openid: 'o', templateId: 't', page: 'pages/mine/index', data: { thing1: '好' } })
  expect(await wechat.makeLink({ path: 'pages/entry/index', query: 'scene=n/7208121' })).toBe('https://wxaurl.cn/x')
  await wechat.makeCode({ scene: 'n/7208121', page: 'pages/entry/index' })
  await new Promise(resolve => server.close(resolve))
  return { sent, refusals }
} // prettier-ignore

test('every call that is documented is made, by its method and path, with every required field and no other', async () => {
  const { sent, refusals } = await everything()
  expect([...new Set(sent.map(({ path }) => path))].sort()).toEqual(Object.values(CALLS).map(({ path }) => path).sort())
  for (const { method, path, query, body } of sent) {
    const call = Object.values(CALLS).find(one => one.path === path)!
    expect([path, method, [...query].sort()]).toEqual([path, call.method, [...call.query].sort()])
    expect([path, call.required.filter(name => !body.includes(name))]).toEqual([path, []])
    expect([path, body.filter(name => ![...call.required, ...call.optional].includes(name))]).toEqual([path, []])
  }
  expect(refusals).toEqual([{ call: DOCUMENTED.code.path, errcode: 48001 }])
}) // prettier-ignore

test('every code that decides about a message is a documented one, with source and day', () => {
  const known = Object.keys(DOCUMENTED.message.errors).map(Number)
  expect(Object.keys(OUTCOMES).map(Number).filter(code => code !== 0 && !known.includes(code))).toEqual([])
  for (const { source, checkedOn } of Object.values(CALLS)) {
    expect([new URL(source).protocol, checkedOn]).toEqual(['https:', expect.stringMatching(/^2026-\d\d-\d\d$/)])
  }
}) // prettier-ignore
