import { manyRecords } from '../support/presentation/manyRecords'
import type { NoticePage } from '../../shared/contract/reading/site'
import type { PresentedBlock } from '../../shared/contract/disclosure/presentation'
import { overlappingTexts } from '../support/browser/overlaps'
import { type H5Visitor, SHOWN } from '../support/browser/h5Visitor'
import { VILLAGE } from '../support/browser/pages'
import { servedTabs } from '../support/browser/servedTabs'
import { sheetFaults } from '../support/browser/sheetFaults'
import { ELDER, LARGEST } from '../support/browser/walk'
import { LONG } from '../support/figures'
import { recordText, shownRecord } from '../support/journeys/records'

/** Sheets on a phone: every row and every amount is inside the page, and no text covers another. */
const { openTab, library } = servedTabs('sheets')

const WIDTHS = [320, 375, 414]
const RECORDS = LONG ? 1_000 : 300
const A_PAGE = 30

async function newestOfEach(): Promise<{ id: string; title: string }[]> {
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { limit: 50 },
  })
  const byItem = new Map(items.map(notice => [notice.itemId, notice]))
  return [...byItem.values()]
}

async function faultsOf(tab: H5Visitor, widths = WIDTHS): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await tab.page.setViewportSize({ width, height: 812 })
    const found = [...(await sheetFaults(tab.page, SHOWN)), ...(await overlappingTexts(tab.page))]
    faults.push(...found.map(fault => `${width}: ${fault}`))
  }
  return faults
}

/** The notice with other blocks, as if the server had sent them. */
async function showBlocks(tab: H5Visitor, id: string, blocks: readonly PresentedBlock[]): Promise<void> {
  await tab.page.route(new RegExp(`/notices/${id}$`), async route => {
    const answer = await route.fetch()
    const page = (await answer.json()) as NoticePage
    await route.fulfill({ response: answer, json: { ...page, presented: { ...page.presented, blocks } } })
  })
  await tab.visit(`/pages/notice/index?id=${id}`)
  await tab.page.unroute(new RegExp(`/notices/${id}$`))
}

test.each([
  ['normal', {}],
  ['长辈版', ELDER],
  ['the largest letters', LARGEST],
])('%s: every sheet of the village keeps inside the page', async (_mode, storage) => {
  const tab = await openTab({ storage })
  const found: Record<string, string[]> = {}
  for (const { id, title } of await newestOfEach()) {
    await tab.visit(`/pages/notice/index?id=${id}`)
    await tab.see(title)
    const faults = await faultsOf(tab)
    if (faults.length > 0) found[title] = faults
  }
  expect(found).toEqual({})
})

test('generated records show their words and nothing else, inside the page', async () => {
  const [notice] = await newestOfEach()
  const tab = await openTab({ height: 812 })
  const elder = await openTab({ storage: ELDER, height: 812 })
  for (const blocks of manyRecords(RECORDS, A_PAGE)) {
    await showBlocks(tab, notice!.id, blocks)
    expect(await shownRecord(tab)).toBe(recordText(blocks))
    expect(await faultsOf(tab, [320, 414])).toEqual([])
    await showBlocks(elder, notice!.id, blocks)
    expect(await faultsOf(elder, [320])).toEqual([])
  }
})

test('the audit finds a row outside, a row cut off and a box that scrolls', async () => {
  const tab = await openTab({ height: 812 })
  for (const { id, title } of await newestOfEach()) {
    await tab.visit(`/pages/notice/index?id=${id}`)
    await tab.see(title)
    if ((await tab.page.locator(`${SHOWN} .li__line`).count()) > 0) break
  }
  expect(await sheetFaults(tab.page, SHOWN)).toEqual([])
  await tab.page.addStyleTag({ content: '.sheet { max-height: 30px; overflow: auto }' })
  const faults = await sheetFaults(tab.page, SHOWN)
  expect(faults.some(fault => fault.startsWith('scrolls'))).toBe(true)
  expect(faults.some(fault => fault.startsWith('cut'))).toBe(true)
  await tab.page.addStyleTag({ content: '.li__line { min-width: 500px }' })
  expect((await sheetFaults(tab.page, SHOWN)).some(fault => fault.startsWith('outside'))).toBe(true)
})

test('figure, seal and period stand on the first screen of a notice', async () => {
  const tab = await openTab({ height: 812 })
  for (const { id, title } of await newestOfEach()) {
    await tab.visit(`/pages/notice/index?id=${id}`)
    await tab.see(title)
    for (const part of ['.figure', '.stampline', '.posted']) {
      const place = tab.page.locator(`${SHOWN} ${part}`)
      if ((await place.count()) === 0) continue
      const box = await place.first().boundingBox()
      expect([title, part, (box?.y ?? Infinity) + (box?.height ?? 0) <= 812]).toEqual([title, part, true])
    }
  }
})

test('a row is found while typing, opened, and leads to an objection to it', async () => {
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance', limit: 50 },
  })
  const tab = await openTab({ height: 812 })
  const pages = await Promise.all(
    items.map(({ id }) => library().client.api('GET /notices/:id', { params: { id } })),
  )
  const page = pages.find(({ presented }) =>
    presented.blocks.some(block => block.kind === 'table' && block.id === 'money' && block.rows.length >= 10),
  )!
  const table = page.presented.blocks.find(block => block.kind === 'table')!
  const row = table.rows[3]!
  await tab.visit(`/pages/notice/index?id=${page.notice.id}`)
  await tab.see(page.notice.title)
  await tab.write('找一行', row.cells[1]!)
  expect((await tab.readAll('.li')).every(text => text.includes(row.cells[1]!))).toBe(true)
  await tab.press(row.cells[1]!)
  await tab.press('这一行不对，提意见')
  expect(await tab.route()).toBe('packages/objection/pages/write/index')
  expect(decodeURIComponent(tab.page.url())).toContain(row.id)
  expect(await tab.errors()).toEqual([])
})
