import { EXPLAINED, REASON, orderForDifference } from '../support/journeys/differing'
import { isDiffering } from '../support/journeys/library'
import { servedTabs } from '../support/browser/servedTabs'

/** 两边不一致 on the H5 app, in Chromium. */
const { openTab, library } = servedTabs('h5-differing')

test('the village explains, the street orders a correction, and everybody reads both on 对照', async () => {
  const tab = await openTab()
  const { notice, page } = await library().findPair(isDiffering)
  const discrepancyId = page.discrepancies.at(-1)!.id
  const { desk, alongside } = await orderForDifference(tab, { discrepancyId, noticeId: notice.id })
  for (const words of [EXPLAINED, REASON]) {
    expect(desk).toContain(words)
    expect(alongside).toContain(words)
  }
  expect(alongside).toMatch(/责令更正（\d{4}年\d+月\d+日前更正）/)
  expect(await tab.errors()).toEqual([])
})
