import { shortCode } from '../../shared/presentation/shortCode'
import { SHOWN } from '../support/browser/h5Visitor'
import { servedOffices } from '../support/browser/servedOffices'
import { picturesOf, qrOf } from '../support/print/pages'
import { freePort } from '../support/server/freePort'
import { openJsdomWindow } from '../support/weapp/jsdomWindow'
import { WEAPP_DIST } from '../support/weapp/servedPhones'
import { TestPhone } from '../support/weapp/testPhone'

/**
 * Every code and card that leaves the app, taken from the picture as it is rendered, and followed by what it holds: into the real
 * weapp build as WeChat opens it, and into the web app in Chromium.
 */
const { open, library, server, wechat } = servedOffices('h5-codes', async () => {
  const port = await freePort()
  return { PORT: String(port), PUBLIC_BASE_URL: `http://127.0.0.1:${port}`, WECHAT_PRINT_CODE: 'on' }
})

const VILLAGE = 'XQ-DH-LX-V01'
/** WeChat's scenes of a scanned 小程序码, of a scanned ordinary code and of a card in a chat. */
const SCENES = { miniCode: 1047, plainCode: 1011, card: 1007 } as const
const NOTICE = 'pages/notice/index'
const CHECK = 'packages/verify/pages/check/index'

interface Lead {
  /** What the picture holds: path and query of a page of the mini program, or an address. */
  content: string
  scene: number
  /** Page that must open, and words of it. */
  route: string
  says: string
}

async function financeNotice() {
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance' },
  })
  return items[0]!
}

async function wall(id: string, form: 'a4' | 'poster'): Promise<Buffer> {
  const answer = await fetch(`${server().url}/api/v1/notices/${id}/wall?form=${form}`)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

/** What a camera reads from 公示单 and 群海报. */
async function codesOnPaper(id: string): Promise<Record<string, string | null>> {
  const [a4] = await picturesOf(await wall(id, 'a4'), [1])
  return { 公示单: await qrOf(a4!), 群海报: await qrOf(await wall(id, 'poster')) }
}

/** What a camera reads from the 存证单 as Chromium shows it. */
async function codeOnSheet(id: string): Promise<string | null> {
  const tab = await open({ width: 800, height: 1_000 })
  await tab.visit(`/packages/verify/pages/sheet/index?id=${id}`)
  await tab.see('账本指纹')
  return qrOf(await tab.page.locator(SHOWN).last().screenshot())
}

/** Opens the mini program as WeChat does: by the page of a 小程序码 or card, by an ordinary code as its rule says. */
async function phoneAt({ content, scene }: Pick<Lead, 'content' | 'scene'>): Promise<TestPhone> {
  const { url, loginCode } = server()
  const entry = content.startsWith('http') ? `pages/entry/index?q=${encodeURIComponent(content)}` : content
  return TestPhone.launch({ dist: WEAPP_DIST, server: url, loginCode, entry, scene }, openJsdomWindow)
}

async function cardOf(id: string): Promise<string> {
  const phone = await phoneAt({ content: `${NOTICE}?id=${id}`, scene: SCENES.card })
  const { path, query, imageUrl } = await phone.app.share('friend')
  await phone.close()
  const { pathname, search } = new URL(imageUrl)
  expect((await fetch(server().url + pathname + search)).headers.get('content-type')).toBe('image/png')
  return `${path.replace(/^\//, '')}${query && !path.includes('?') ? `?${query}` : ''}`
}

/** An ordinary code leads a browser to the plain page of the notice, everything else to a page of the web app. */
async function followInBrowser({ content, route, says }: Lead): Promise<void> {
  const tab = await open()
  await tab.page.goto(content.startsWith('http') ? content : `${server().url}/#/${content}`)
  if (tab.page.url().includes('/#/')) {
    await tab.see(says)
    expect([content, await tab.route()]).toEqual([content, route])
  } else {
    expect([tab.page.url(), await tab.page.locator('h1').innerText()]).toEqual([content, says])
  }
  expect(await tab.errors()).toEqual([])
}

async function followInBoth(lead: Lead): Promise<void> {
  const { content, route, says } = lead
  const phone = await phoneAt(lead)
  await phone.see(says)
  expect([content, await phone.route()]).toEqual([content, route])
  expect(await phone.errors()).toEqual([])
  await phone.close()
  await followInBrowser(lead)
}

test('公示单, 群海报, card and 存证单 lead by what they hold to the right page, on the phone and in the browser', async () => {
  const { id, title } = await financeNotice()
  const address = `${server().url}/n/${shortCode(id)}`

  // Without a 小程序码 from WeChat the paper has an ordinary code.
  wechat().behave('blocked', 'code')
  expect(await codesOnPaper(id)).toEqual({ 公示单: address, 群海报: address })
  wechat().behave('ok', 'code')
  const miniCode = `pages/entry/index?scene=n%2F${shortCode(id)}`
  expect(await codesOnPaper(id)).toEqual({ 公示单: miniCode, 群海报: miniCode })
  const sheet = await codeOnSheet(id)
  expect(sheet).toMatch(new RegExp(`^${address}/check\\?id=${id}&`))
  const card = await cardOf(id)
  expect(card).toContain(id)

  await followInBoth({ content: address, scene: SCENES.plainCode, route: NOTICE, says: title })
  await followInBoth({ content: miniCode, scene: SCENES.miniCode, route: NOTICE, says: title })
  await followInBoth({ content: card, scene: SCENES.card, route: NOTICE, says: title })
  await followInBoth({ content: sheet!, scene: SCENES.plainCode, route: CHECK, says: '到现在没有变过' })
})
