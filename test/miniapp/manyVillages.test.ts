import { VillageChoices } from '@shared/contract/reading/site'
import { SAMPLED, reportFigure } from '../support/figures'
import { FILL_MS, VILLAGES, fillLargeArea } from '../support/reading/largeArea'
import type { TestPhone } from '../support/weapp/testPhone'
import { worldPhones } from '../support/weapp/worldPhones'

/** 选村 in the real weapp build where there are as many villages as in a whole province. */
const { launch, server } = worldPhones('many-villages')

const PAGE = '/pages/village/index'
/** Organisations of one answer. */
const AT_ONCE = 50
/** Bytes of one answer on the wire, and elements of the page with one answer shown; each one more adds its own. */
const MOST_BYTES = 4_000
const MOST_NODES = 400

beforeAll(() => fillLargeArea(server().db), FILL_MS)

const asked = (phone: TestPhone) => phone.exchanges.filter(({ path }) => path.includes('/villages'))

/** No answer is large, nothing but a page of the choices was asked for, and the page holds no more than was asked for. */
async function expectBounded(phone: TestPhone, answers: number): Promise<void> {
  for (const { path, wireBytes } of asked(phone)) expect([path, wireBytes < MOST_BYTES]).toEqual([path, true])
  expect(phone.exchanges.filter(({ path }) => /\/orgs(\?|$)/.test(path))).toEqual([])
  const { nodes } = await phone.app.cost()
  expect(nodes).toBeLessThan(MOST_NODES * answers)
}

const rowsOf = async (phone: TestPhone) => (await phone.readAll('.row__title')).length

test('a village is chosen step by step: new city, street, village, a page at a time', async () => {
  const phone = await launch({ storage: { village: '' } })
  await phone.visit(PAGE)
  await phone.see('一级一级找')
  await phone.press('明源新区')
  await phone.press('第2新城')
  await phone.see('街道')
  await expectBounded(phone, 1)
  await phone.press('绿洲17街道')
  await phone.see('石坡7村')
  expect(await rowsOf(phone)).toBe(AT_ONCE)
  await phone.press('还有，接着看')
  await phone.see('槐树坡54村')
  expect(await rowsOf(phone)).toBeGreaterThan(AT_ONCE)
  await expectBounded(phone, 2)
  await phone.press('槐树坡54村')
  await phone.until(async () => (await phone.route()) === 'pages/home/index', 'the village was not opened')
  expect(await phone.errors()).toEqual([])
})

test('a village is found by name and by pinyin; of thousands of hits one page is shown', async () => {
  const phone = await launch()
  await phone.visit(PAGE)
  for (const [words, village] of [
    ['石坡7', '石坡7村'],
    ['shipo7cun', '石坡7村'],
    ['绿洲17 柳湾10', '柳湾10村'],
  ] as const) {
    await phone.write('村（社区）的名字', words)
    await phone.press('查找')
    await phone.see(village)
    await expectBounded(phone, 1)
  }
  await phone.write('村（社区）的名字', '东岭')
  await phone.press('查找')
  await phone.see('叫“东岭”的')
  await phone.see('还有，接着看')
  expect(await rowsOf(phone)).toBe(AT_ONCE)
  await phone.press('还有，接着看')
  await phone.until(async () => (await rowsOf(phone)) > AT_ONCE, 'no further hits')
  expect(await rowsOf(phone)).toBe(AT_ONCE * 2)
  await expectBounded(phone, 2)
  expect(await phone.errors()).toEqual([])
})

test('an answer is small', async () => {
  const { text, body } = await server().ask('GET', '/villages?q=dongling')
  const { items } = VillageChoices.parse(body)
  expect(items).toHaveLength(AT_ONCE)
  expect(text.length).toBeLessThan(10_000)
  reportFigure(
    `选村 page: ${VILLAGES} villages${SAMPLED}, ${items.length} in an answer of ${text.length} characters`,
  )
})
