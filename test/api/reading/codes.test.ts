import { shortCode } from '@shared/presentation/shortCode'
import type { RemovalPage } from '@shared/contract/disclosure/removal'
import type { CodeTargets } from '@shared/contract/reading/code'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { Notices } from '@server/disclosure/notices/models/notices'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, financeContent, storyOf, tokenOf } from '../../support/api/world'

/** What a code 码 on paper names: `GET /codes`, and the address on a proof sheet 存证单. */
let server: TestServer
let page: WorkNoticePage
let code: string

beforeAll(async () => {
  server = await startTestServer('codes')
  await buildWorld(server.db)
  page = await published('2026-10')
  code = shortCode(page.notice.id)
})
afterAll(() => server.close())

async function published(period: string): Promise<WorkNoticePage> {
  const story = storyOf(server)
  const draft = await story.create('editor', { content: financeContent(period) })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

/** Has a notice erased by law: proposed by the head, agreed to by supervisors and street. */
async function erased(noticeId: string): Promise<void> {
  const basis = { edition: 1, basis: 'pipl-47-4', note: '名单里写了不该公开的内容' }
  const say = async (who: 'head' | 'supervisor' | 'clerk', path: string, body: object) => {
    const said = await server.ask<RemovalPage>('POST', path, { token: tokenOf(server, who), body })
    expect(said.status).toBeLessThan(300)
    return said.body.removal
  }
  const proposed = await say('head', `/notices/${noticeId}/erasures`, basis)
  const agreed = await say('supervisor', `/removals/${proposed.id}/agree`, { version: proposed.version })
  await say('clerk', `/removals/${proposed.id}/agree`, { version: agreed.version })
}

const ask = (named: string, host?: string) =>
  server.ask<CodeTargets & { error: { code: string; message: string } }>(
    'GET',
    `/codes?code=${encodeURIComponent(named)}${host === undefined ? '' : `&host=${host}`}`,
  )
const errorOf = async (named: string, host?: string) => {
  const { status, body } = await ask(named, host)
  return [status, body.error.code]
}

test('a notice by short code or id, a village, a catalogue, an item', async () => {
  const notice = { kind: 'notice', id: page.notice.id, title: page.notice.content.title, orgName: '东一村', periodLabel: '2026年10月' }
  expect((await ask(`n/${code}`)).body.items).toEqual([notice])
  expect((await ask(`n/${page.notice.id}`)).body.items).toEqual([notice])
  expect((await ask('v/V1')).body.items).toEqual([{ kind: 'place', orgCode: 'V1', orgName: '东一村' }])
  const [catalogue] = (await ask('c/ST1')).body.items
  expect(catalogue).toMatchObject({ kind: 'catalogue', orgCode: 'ST1' })
  const item = await server.db.of(CatalogueItems).findOne({ catalogueId: 'cat_village000001' }).lean().exec()
  expect((await ask(`c/ST1/${item!.key}`)).body.items).toEqual([
    { kind: 'item', id: item!._id, orgCode: 'ST1', title: item!.path.join(' › ') },
  ])
}) // prettier-ignore

test('what is nowhere, a draft, and a code of another installation are said apart', async () => {
  expect(await errorOf('n/0000001')).toEqual([404, 'code-not-found'])
  expect(await errorOf('v/NOWHERE')).toEqual([404, 'org-not-found'])
  expect(await errorOf('c/ST1/nothing-here')).toEqual([404, 'code-not-found'])
  expect(await errorOf('x/1')).toEqual([400, 'invalid-request'])
  const draft = await storyOf(server).create('editor', { content: financeContent('2026-08') })
  expect(await errorOf(`n/${shortCode(draft.notice.id)}`)).toEqual([404, 'notice-not-found'])
  expect(await errorOf(`n/${code}`, 'elsewhere.example')).toEqual([404, 'code-elsewhere'])
  const { host } = new URL(server.services.config.publicBaseUrl)
  expect((await ask(`n/${code}`, host)).status).toBe(200)
})

test('the web leads into the mini program by a URL Link, made once; without one to the notice in the web app', async () => {
  const open = async () => {
    const { status, headers } = await fetch(`${server.url}/n/${code}/open`, { redirect: 'manual' })
    return [status, headers.get('location')]
  }
  const web = [301, `/#/pages/notice/index?id=${page.notice.id}`]
  expect(await open()).toEqual(web)
  const { config } = server.services
  config.wechat.urlLink = true
  try {
    server.wechat.behave('blocked', 'link')
    expect(await open()).toEqual(web)
    server.wechat.behave('ok', 'link')
    const before = server.wechat.calls('link')
    const opens = encodeURIComponent(`pages/entry/index?scene=n/${code}`)
    for (let at = 0; at < 2; at += 1) expect(await open()).toEqual([301, `https://wxaurl.cn/fake?opens=${opens}`])
    expect(server.wechat.calls('link') - before).toBe(1)
    const text = await (await fetch(`${server.url}/n/${code}`)).text()
    expect(text).toContain(`href="/n/${code}/open"`)
  } finally {
    config.wechat.urlLink = false
  }
}) // prettier-ignore

test('a code that two notices share names both; an erased one of them is left out', async () => {
  const other = await published('2026-09')
  await server.db.of(Notices).collection.updateOne({ _id: other.notice.id as never }, { $set: { shortCode: code } })
  const ids = (await ask(`n/${code}`)).body.items.map(one => one.kind === 'notice' && one.id)
  expect(ids.sort()).toEqual([page.notice.id, other.notice.id].sort())
  await erased(other.notice.id)
  expect((await ask(`n/${code}`)).body.items).toHaveLength(1)
  expect((await ask(`n/${other.notice.id}`)).body.items).toMatchObject([{ id: other.notice.id, title: '依法删除的公示' }])
}) // prettier-ignore

test('a withdrawn notice is still found: its page says who withdrew it and why', async () => {
  const gone = await published('2026-07')
  await storyOf(server).step('head', gone, 'withdraw', {
    reason: '误公开了不该公开的内容',
    measures: '已经撤下并告知当事人',
    leaked: ['id'],
    persons: 1,
  })
  expect((await ask(`n/${shortCode(gone.notice.id)}`)).body.items).toMatchObject([{ id: gone.notice.id }])
})

test('the address of a proof sheet leads to its check in the app, a damaged one to the notice', async () => {
  const at = async (query: string) => {
    const { status, headers } = await fetch(`${server.url}/n/${code}/check?${query}`, { redirect: 'manual' })
    return [status, headers.get('location')]
  }
  const sheet = `id=${page.notice.id}&e=1&i=0&l=${'a'.repeat(64)}&s=1&r=${'b'.repeat(64)}`
  expect(await at(sheet)).toEqual([301, `/#/packages/verify/pages/check/index?${sheet}`])
  expect(await at('id=1')).toEqual([301, `/n/${code}`])
})
