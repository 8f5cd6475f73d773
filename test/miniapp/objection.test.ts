import { placeGroups } from '../../miniapp/src/packages/objection/places'
import { peopleOf } from '../../server/demo/seed/rows/roster'
import { SEED_STREETS } from '../../server/demo/seed/orgs'
import { ANSWER, QUESTION, beVerified, object } from '../support/journeys/objecting'
import { servedPhones } from '../support/weapp/servedPhones'

/** 异议 in the real weapp build, against the real server and database. */
const { launch, library } = servedPhones('objection')

const VILLAGE = 'XQ-DH-LX-V01'

test('a villager points at a row, is told number, day and phone; the committee answers; the villager settles it', async () => {
  const phone = await launch()
  const { client } = library()
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance' },
  })
  const page = await client.api('GET /notices/:id', { params: { id: items[0]!.id } })
  const table = page.presented.blocks.find(block => block.kind === 'table')!
  const group = placeGroups(page.presented.blocks).find(({ id }) => id === table.id)!
  const before = await client.api('GET /notices/:id/objections', { params: { id: page.notice.id } })

  const told = await object(phone, page.notice.id, group.places[1]!.title)
  expect(told.screens).toHaveLength(3)
  expect(new Set(told.screens).size).toBe(3)
  expect(told.done).toMatch(/最迟 2026年11月25日/)
  expect(told.done).toContain(page.org.contacts[0]!.phone)
  expect(told.number).toMatch(/^2026-XQ-DH-LX-V01-\d{4}$/)
  expect(told.answered).toContain(ANSWER)
  expect(told.settled).not.toContain('没有解决')
  expect(told.asked).toContain(QUESTION)
  expect(told.asked).toContain(ANSWER)
  expect(told.asked).not.toContain('王桂兰')
  const after = await client.api('GET /notices/:id/objections', { params: { id: page.notice.id } })
  expect(after.counts.settled).toBe(before.counts.settled + 1)
  expect(await phone.errors()).toEqual([])
})

test('what was written waits while one logs in; who is not verified is shown the way', async () => {
  const phone = await launch()
  const { client } = library()
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance' },
  })
  await phone.visit(`/packages/objection/pages/write/index?notice=${items[0]!.id}`)
  await phone.press('看不懂')
  await phone.write('说明', QUESTION)
  await phone.press('提交异议')
  await phone.see('先登录')
  await phone.press('我已看过并同意')
  await phone.press('政务公开专员')
  await phone.press('提交异议')
  await phone.see('只有认证过的本村')
  await phone.press('去认证：我是本村人')
  await phone.see('向柳湾村申请')
  expect(await phone.errors()).toEqual([])
})

test('a visitor is matched with the roll and confirmed by the village', async () => {
  const phone = await launch()
  const neighbour = peopleOf(SEED_STREETS[0]!.villages[0]!)[5]!
  const text = await beVerified(phone, VILLAGE, neighbour.name, neighbour.tail)
  expect(text).toContain('刘长河办')
  expect(text).not.toContain(neighbour.tail)
  expect(await phone.errors()).toEqual([])
})
