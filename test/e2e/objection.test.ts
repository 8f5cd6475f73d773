import { placeGroups } from '../../miniapp/src/packages/objection/places'
import { ANSWER, QUESTION, object } from '../support/journeys/objecting'
import { servedTabs } from '../support/browser/servedTabs'

/** 异议 on the H5 app, in Chromium. */
const { openTab, library } = servedTabs('h5-objection')

test('a villager points at a row, the committee answers, the villager settles it', async () => {
  const tab = await openTab()
  const { client } = library()
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: 'XQ-DH-LX-V01' },
    query: { category: 'village-finance' },
  })
  const page = await client.api('GET /notices/:id', { params: { id: items[0]!.id } })
  const group = placeGroups(page.presented.blocks).find(({ places }) => places.length > 2)!
  const told = await object(tab, page.notice.id, group.places[1]!.title)
  expect(new Set(told.screens).size).toBe(3)
  expect(told.done).toContain('最迟 2026年11月25日')
  expect(told.answered).toContain(ANSWER)
  expect(told.asked).toContain(QUESTION)
  expect(await tab.errors()).toEqual([])
})
