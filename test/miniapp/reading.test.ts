import { shownRecord } from '../support/journeys/records'
import { servedPhones } from '../support/weapp/servedPhones'

/** What a villager relies on: size of the text, weak lines, finding, changing the village, sharing. */
const { launch, library } = servedPhones('reading')

const FIRST_VILLAGE = '柳湾村'
const PERSON_OR_AMOUNT = /[\u4e00-\u9fff][*＊某]|\d[\d,]*\.\d\d|\d+\s*元/

test('长辈版 is remembered, and the text follows the phone’s own setting', async () => {
  const phone = await launch({ fontSizeSetting: 24 })
  expect(await phone.readAll('.frame.fs-24')).toHaveLength(1)
  expect(await phone.readAll('.frame--elder')).toHaveLength(0)
  await phone.press('长辈版')
  await phone.press('长辈版，')
  expect(await phone.readAll('.frame--elder')).toHaveLength(1)
  await phone.press('字号 30')
  await phone.relaunch()
  expect(await phone.readAll('.frame--elder.fs-30')).toHaveLength(1)
  expect(await phone.errors()).toEqual([])
})

test('without a network the board and opened notices stay readable, with the day they are from', async () => {
  const phone = await launch()
  const { recent } = await library().client.api('GET /home')
  const title = recent[0]?.title ?? ''
  await phone.press(`${title}，`)
  await phone.see('第 1 版')
  const online = await shownRecord(phone)

  await phone.setNetwork('offline')
  await phone.relaunch()
  await phone.see('截至')
  expect(await phone.text()).toMatch(/没有连上服务器，下面是截至 ?\d+月\d+日 ?的内容/)
  await phone.press(`${title}，`)
  await phone.see('截至')
  expect(await shownRecord(phone)).toBe(online)

  await phone.visit(`/pages/notice/index?id=${recent.at(-1)?.id}`)
  await phone.see('网络不通')
  await phone.setNetwork('online')
  await phone.press('再试一次')
  await phone.see(recent.at(-1)?.title ?? '')
  expect(await phone.text()).not.toContain('截至')
  expect(await phone.errors()).toEqual([])
})

test('the last 50 notices can be read offline without having been opened', async () => {
  const phone = await launch({ haste: 40 })
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: (await library().client.api('GET /home')).org.code },
    query: { limit: 50 },
  })
  const wanted = () => phone.exchanges.filter(({ path }) => /\/notices\/[^/?]+$/.test(path)).length
  await phone.until(async () => wanted() >= items.length, 'the notices were never fetched ahead')
  await phone.settle()
  await phone.setNetwork('offline')
  const last = items.at(-1)
  await phone.visit(`/pages/notice/index?id=${last?.id}`)
  await phone.see(last?.title ?? 'no notice')
  expect(await phone.text()).toContain('截至')
})

test('a kept page with names goes when their period is over, without a network too', async () => {
  const { id, title } = (await library().client.api('GET /home')).recent[0]!
  const phone = await launch({ entry: `pages/notice/index?id=${id}` })
  await phone.see('第 1 版')
  const storage = await phone.app.storage()
  await phone.close()

  const key = `page:notice:${id}`
  const over = '"namesUntil":"2026-01-01T00:00:00.000Z"'
  const kept = String(storage[key]).replace(/"namesUntil":(null|"[^"]*")/, over)
  expect(kept).toContain(over)
  const later = await launch({ network: 'offline', storage: { ...storage, [key]: kept } })
  await later.visit(`/pages/notice/index?id=${id}`)
  await later.see('网络不通')
  expect(await later.text()).not.toContain(title)
  expect(Object.keys(await later.app.storage())).not.toContain(key)
})

test('a full phone forgets what has longest been unread, and nothing else', async () => {
  const { recent } = await library().client.api('GET /home')
  const [notice] = recent
  const names = Array.from({ length: 20 }, (_, at) => `notice:ntc_kept${at}`)
  // 20 pages of half a megabyte: all that WeChat keeps for an app.
  const filled = JSON.stringify({ value: 'x'.repeat(524_000), at: '2026-01-01T00:00:00Z' })
  const storage = {
    ...Object.fromEntries(names.map(name => [`page:${name}`, filled])),
    archive: JSON.stringify(names),
  }
  const phone = await launch({ entry: `pages/notice/index?id=${notice?.id}`, storage })
  await phone.see('第 1 版')
  const kept = Object.keys(await phone.app.storage())
  expect(kept).toContain(`page:notice:${notice?.id}`)
  expect(kept).toContain('page:notice:ntc_kept0')
  expect(kept).not.toContain('page:notice:ntc_kept19')
  await phone.setNetwork('offline')
  await phone.relaunch()
  await phone.visit(`/pages/notice/index?id=${notice?.id}`)
  await phone.see(notice?.title ?? '')
  expect(await phone.errors()).toEqual([])
})

test('a slow line shows the kept page at once and the new one when it comes', async () => {
  const phone = await launch()
  await phone.setNetwork('slow')
  const storage = await phone.app.storage()
  await phone.close()
  const again = await launch({ network: 'slow', storage })
  expect(await again.text()).toContain('五类重点公开')
  expect(await again.errors()).toEqual([])
})

test('search finds by words, also from a link, and says when there is nothing', async () => {
  const phone = await launch()
  await phone.press('查找')
  await phone.write('要找的词', '低保')
  await phone.press('查找', 'button')
  await phone.see('“低保”')
  await phone.see('最低生活保障')
  const [hit] = (await phone.app.pressables()).filter(({ name }) => name.includes('公开，'))
  await phone.press(hit?.name ?? 'a hit')
  expect(await phone.route()).toBe('pages/notice/index')

  await phone.visit(`/pages/search/index?q=${encodeURIComponent('残疾人')}`)
  await phone.see('残疾人两项补贴')
  await phone.visit(`/pages/search/index?q=${encodeURIComponent('没有这样的词组')}`)
  await phone.see('没有正好含这些字的公示')
  await phone.visit('/pages/search/index?q=zzzqqq')
  await phone.see('没有找到')
  expect(await phone.errors()).toEqual([])
})

test('a first visit asks for the village and keeps what is chosen by pinyin; a code of the board decides too', async () => {
  const phone = await launch({ newcomer: true, code: 'https://mingbai.example/v/XQ-DH-LX-V01' })
  await phone.see('您是哪个村的？')
  expect(await phone.text()).not.toContain('五类重点公开')
  await phone.write('村（社区）的名字', 'liuwan')
  await phone.press('查找', 'button')
  await phone.press(FIRST_VILLAGE)
  await phone.see('五类重点公开')
  await phone.relaunch()
  await phone.see(FIRST_VILLAGE)
  await phone.press('换村')
  await phone.press('扫公开栏上的码')
  await phone.see('五类重点公开')
  expect(await phone.errors()).toEqual([])
})

test('another village is chosen once and stays', async () => {
  const phone = await launch()
  await phone.see(FIRST_VILLAGE)
  await phone.press('换村')
  await phone.press('南塬新城，往下选')
  await phone.press('槐树坡村')
  await phone.see('槐树坡村')
  await phone.relaunch()
  expect(await phone.text()).toContain('槐树坡村')
  expect(await phone.text()).not.toContain(FIRST_VILLAGE)
  expect(await phone.errors()).toEqual([])
})

test('what is outside the five categories has its place below them, and is written like any other item', async () => {
  const phone = await launch()
  const { others } = await library().client.api('GET /home')
  const text = await phone.text()
  expect(text.indexOf('五类以外')).toBeGreaterThan(text.indexOf('社会救助'))
  await phone.press('其他公开事项，')
  const title = (others?.newest?.title ?? '').replace(/^\d{4}年/, '')
  await phone.see(title)
  expect(await phone.text()).not.toContain('一共发了多少')
  await phone.press(`${title}，`)
  await phone.see('第 1 版')

  await phone.logIn('editor')
  await phone.press('去工作台')
  await phone.press('写公示')
  await phone.see('村务公开（五类以外）')
  expect(await phone.text()).not.toContain('法律法规')
  await phone.press('宅基地审批情况')
  await phone.see('公开内容（和“附件”至少填一样）')
  await phone.write('标题', '2026年第四季度宅基地审批情况')
  await phone.write('公开内容', '本季度批准1户，面积在标准以内。')
  await phone.press('保存，看公开后的样子')
  await phone.see('公开后是这个样子')
  await phone.see('本季度批准1户，面积在标准以内。')
  expect(await phone.errors()).toEqual([])
})

test('what does not exist is told in plain words, with a way on', async () => {
  const phone = await launch({ entry: 'pages/notice/index?id=ntc_gibtsnicht0000000000' })
  await phone.see('可能已经撤回，或者地址不完整')
  await phone.press('回公开栏')
  await phone.see('五类重点公开')
})

test('share cards name the notice, the village and the day; never a person or an amount', async () => {
  const phone = await launch()
  const { recent, org } = await library().client.api('GET /home')
  for (const notice of recent) {
    await phone.visit(`/pages/notice/index?id=${notice.id}`)
    await phone.see('第 1 版')
    const card = await phone.app.share('friend')
    expect(card.title).toContain(org.name)
    expect(card.title).not.toMatch(PERSON_OR_AMOUNT)
    expect(card.path).toBe(`/pages/notice/index?id=${notice.id}`)
    const timeline = await phone.app.share('timeline')
    expect(timeline).toMatchObject({ title: card.title, query: `id=${notice.id}` })
  }
  await phone.visit('/pages/home/index')
  expect((await phone.app.share('friend')).path).toContain(org.code)
})
