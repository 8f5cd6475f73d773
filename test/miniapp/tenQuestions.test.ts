import { flatMap } from '@shared/common/lists'
import { servedPhones } from '../support/weapp/servedPhones'
import type { TestPhone } from '../support/weapp/testPhone'

/**
 * Ten questions of a villager, each answered in at most two presses from the home page. What is pressed is found by its
 * visible words; what the page answers is compared with what the server has.
 */
const { launch, library } = servedPhones('tenQuestions')

const MOST_TAPS = 2
const unspaced = (text: string) => text.replace(/\s+/g, '')
const api = () => library().client.api
const home = () => api()('GET /home')

const says = (phone: TestPhone, words: string): Promise<void> =>
  phone.until(
    async () => unspaced(await phone.text()).includes(unspaced(words)),
    `the page never said "${words}"`,
  )

/** Presses its way from the home page; every word pressed must be on the page. */
async function ask(...words: string[]): Promise<TestPhone> {
  expect(words.length).toBeLessThanOrEqual(MOST_TAPS)
  const phone = await launch()
  await phone.see('五类重点公开')
  for (const word of words) {
    await says(phone, word)
    await phone.press(word)
  }
  return phone
}

async function answers(phone: TestPhone, ...said: string[]): Promise<void> {
  for (const words of said) await says(phone, words)
  expect(await phone.errors()).toEqual([])
}

/** The first notice of a category for which something holds. */
async function noticeIn(category: string, holds: (words: string) => boolean) {
  const { org } = await home()
  const { items } = await api()('GET /orgs/:code/notices', {
    params: { code: org.code },
    query: { category },
  })
  const found = items.find(({ title, sentence }) => holds(`${title} ${sentence}`))
  if (!found) throw new Error(`the seed has no such notice in ${category}`)
  return { ...found, shown: found.title.replace(/^2026年/, '') }
}

test('1 how much did the street lamps cost last month?', async () => {
  const { letter } = await home()
  const { presented } = await api()('GET /notices/:id', { params: { id: letter!.noticeId } })
  const lamp = flatMap(presented.blocks, block => (block.kind === 'table' ? block.rows : []))
    .map(({ cells }) => cells.map(cell => cell ?? ''))
    .find(cells => cells.some(cell => cell.includes('路灯')))
  if (!lamp) throw new Error('the newest statement has no lamps')
  const amount = lamp.find(cell => /^[\d,]+\.\d\d$/.test(cell)) ?? ''
  const phone = await ask('看每一笔')
  await says(phone, '路灯')
  const rows = (await phone.readAll('.li')).map(unspaced).filter(row => row.includes('路灯'))
  expect(rows.some(row => amount !== '' && row.includes(amount))).toBe(true)
})

test('2 is my list complete?', async () => {
  const { title, shown, sentence } = await noticeIn('social-assistance', one => one.includes('名单'))
  const phone = await ask('社会救助', shown)
  await answers(phone, title, sentence, '逐行相加一致')
})

test('3 what is late?', async () => {
  const { late } = await home()
  const phone = await ask(`共 ${late!.count} 件，全部`)
  await answers(phone, late!.worst.name, '晚了', '登录后可以催一下')
})

test('4 may I still object?', async () => {
  const { open = [], letter } = await home()
  const [first] = open
  if (first) {
    const phone = await ask(first.title.replace(/^2026年/, ''))
    await answers(phone, '公示到', '提意见')
    return
  }
  const { publicity } = await api()('GET /notices/:id', { params: { id: letter!.noticeId } })
  await answers(await ask('看每一笔'), publicity.over ? '公示已结束' : '公示到', '提意见')
})

test('5 who signed?', async () => {
  const { letter } = await home()
  const { signOff, notice } = await api()('GET /notices/:id', { params: { id: letter!.noticeId } })
  await answers(await ask(), letter!.signed!.name, '审过')
  await answers(await ask('看每一笔'), `${signOff!.name} 审`, signOff!.body, `${notice.author} 写`)
})

test('6 what differs from the street?', async () => {
  const [matter] = (await home()).differing ?? []
  const page = await api()('GET /notices/:id/alongside', { params: { id: matter!.noticeId } })
  expect(page.comparison.counts.same).not.toBe(page.comparison.fields.length)
  await answers(await ask(matter!.name), page.comparison.sentence)
})

test('7 when is the next list due?', async () => {
  const { org } = await home()
  const { items } = await api()('GET /orgs/:code/calendar', { params: { code: org.code } })
  const next = items.find(({ state }) => state === 'due')
  await answers(await ask('公开日历'), `下一件：`, next!.name, `${Number(next!.dueOn.slice(8))}日前公开`)
})

test('8 what do I bring to apply for 低保?', async () => {
  const { org } = await home()
  const { items } = await api()('GET /orgs/:code/powers', { params: { code: org.code } })
  const power = items.find(({ name }) => name.includes('最低生活保障'))!
  const { item } = await api()('GET /orgs/:code/powers/:itemCode', {
    params: { code: org.code, itemCode: power.code },
  })
  expect(item.materials.length).toBeGreaterThan(0)
  await answers(await ask('我要办', power.name), ...item.materials)
})

test('9 where is the road project?', async () => {
  const { title, sentence } = await noticeIn('poverty-alleviation', one => one.includes('路硬化'))
  const project = /[\u4e00-\u9fff]*路硬化工程/.exec(sentence)?.[0] ?? ''
  await answers(await ask('脱贫攻坚', project), title, sentence)
})

test('10 was this changed?', async () => {
  const { letter } = await home()
  const phone = await ask('看每一笔')
  await phone.see('公开后没有改动')
  const { editions } = await api()('GET /notices/:id', { params: { id: letter!.noticeId } })
  expect(editions).toHaveLength(1)
  await answers(phone, '改过没有', '公开以后没有改过')
})
