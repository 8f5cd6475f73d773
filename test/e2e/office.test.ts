import { placeGroups } from '../../miniapp/src/packages/objection/places'
import { servedOffices } from '../support/browser/servedOffices'
import { EXPLAINED, REASON, orderForDifference } from '../support/journeys/differing'
import { isDiffering, isIdentical } from '../support/journeys/library'
import { newEditorTests } from '../support/journeys/newEditorTests'
import { ANSWER, QUESTION, object } from '../support/journeys/objecting'
import { readAlongside } from '../support/journeys/reading'

/** The journeys of villagers and offices on the H5 app as in production: everybody logs in by the phone, staff with a second factor. */
const { open, library, server } = servedOffices('h5-office')

test('no test login is offered', async () => {
  const { testLogins } = await library().client.api('GET /meta')
  expect(testLogins).toEqual([])
  expect((await fetch(`${server().url}/readyz`)).status).toBe(200)
})

test('a disclosure reads the same from the village’s and the street’s side, character by character', async () => {
  const reader = await open()
  const read = await readAlongside(reader, library(), await library().findPair(isIdentical))
  expect(read.village).toBe(read.record)
  expect(read.street).toBe(read.village)
  expect(await reader.errors()).toEqual([])
})

test('a villager points at a row, the committee answers, the villager settles it', async () => {
  const office = await open()
  const { client } = library()
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: 'XQ-DH-LX-V01' },
    query: { category: 'village-finance' },
  })
  const page = await client.api('GET /notices/:id', { params: { id: items[0]!.id } })
  const group = placeGroups(page.presented.blocks).find(({ places }) => places.length > 2)!
  const told = await object(office, page.notice.id, group.places[1]!.title)
  expect(new Set(told.screens).size).toBe(3)
  expect(told.done).toContain('最迟 2026年11月25日')
  expect(told.answered).toContain(ANSWER)
  expect(told.asked).toContain(QUESTION)
  expect(await office.errors()).toEqual([])
})

test('the village explains a difference, the street orders a correction, and everybody reads both on 对照', async () => {
  const office = await open()
  const { notice, page } = await library().findPair(isDiffering)
  const discrepancyId = page.discrepancies.at(-1)!.id
  const { desk, alongside } = await orderForDifference(office, { discrepancyId, noticeId: notice.id })
  for (const words of [EXPLAINED, REASON]) {
    expect(desk).toContain(words)
    expect(alongside).toContain(words)
  }
  expect(alongside).toMatch(/责令更正（\d{4}年\d+月\d+日前更正）/)
  expect(await office.errors()).toEqual([])
})

newEditorTests(open)
