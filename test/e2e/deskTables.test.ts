import type { VillageCatalogue } from '../../shared/contract/catalogues/villageCatalogue'
import { axeViolations, axeViolationsByNight, clippedTexts } from '../support/browser/audits'
import { type H5Visitor, SHOWN } from '../support/browser/h5Visitor'
import { servedTabs } from '../support/browser/servedTabs'
import { STREET } from '../support/journeys/clerkStage'
import { clientOf } from '../support/journeys/library'

/** The lists of staff as dense tables on a wide screen: sorted, filtered by the address, with acts on several rows. */
const { openTab, server } = servedTabs('desk-tables')

const VILLAGES = `/packages/street/pages/villages/index?org=${STREET}`
const WISH = '请每季度公开一次高龄津贴发放名单'

async function at(persona: string, url: string, says: string): Promise<H5Visitor> {
  const tab = await openTab({ width: 1280, height: 900 })
  await tab.logIn(persona)
  await tab.visit(url)
  await tab.see(says)
  await tab.settle()
  return tab
}

const cells = (tab: H5Visitor, part: string) => tab.readAll(`.todos__cell--${part}`)
const inOrder = (texts: readonly string[]) => [...texts].sort((one, other) => one.localeCompare(other, 'zh'))

async function expectSound(tab: H5Visitor): Promise<void> {
  expect(await axeViolations(tab.page)).toEqual([])
  expect(await axeViolationsByNight(tab.page)).toEqual([])
  expect(await clippedTexts(tab.page)).toEqual([])
  expect(await tab.errors()).toEqual([])
}

test('the street suggests to several villages at once: undone within five seconds, then sent as one request', async () => {
  const tab = await at('street-clerk', VILLAGES, '各村目录')
  const sent: string[] = []
  tab.page.on('request', request => request.method() === 'POST' && sent.push(new URL(request.url()).pathname))
  const codes: string[] = []
  const suggest = async () => {
    const boxes = tab.page.locator(`${SHOWN} .todos__box input`)
    for (const nth of [0, 1]) await boxes.nth(nth).check()
    await tab.write('建议怎么说', WISH)
    await tab.press('给 2 个村提建议')
  }
  for (const link of await tab.page.locator(`${SHOWN} .todos__open`).all()) {
    codes.push(/(?:village|org)=(XQ-DH-LX-V\d+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '')
  }
  await suggest()
  await tab.press('撤销')
  await tab.page.waitForTimeout(5_500)
  expect(sent).toEqual([])
  await suggest()
  await tab.see('✓ 给 2 个村提了建议')
  expect(sent).toEqual(['/api/v1/village-catalogues/remarks'])
  await expectSound(tab)
  const clerk = await clientOf(server(), 'street-clerk')
  const remarksOf = async (code: string) => {
    const list: VillageCatalogue = await clerk.api('GET /orgs/:code/village-catalogue', { params: { code } })
    return list.remarks.map(({ text }) => text)
  }
  expect(await remarksOf(codes[0]!)).toContain(WISH)
  expect(await remarksOf(codes[1]!)).toContain(WISH)
  expect(await remarksOf(codes[2]!)).not.toContain(WISH)
})

test('order and filter of the villages are in the address: a reload keeps them', async () => {
  const tab = await at('street-clerk', VILLAGES, '各村目录')
  const given = await cells(tab, 'org')
  await tab.page.getByRole('button', { name: '村和社区' }).click()
  expect(await cells(tab, 'org')).toEqual(inOrder(given))
  await tab.press('要办的', 'tab')
  const left = await cells(tab, 'org')
  expect((await cells(tab, 'what')).every(text => text.startsWith('!'))).toBe(true)
  expect(tab.page.url()).toMatch(/only=todo&sort=org$/)
  await tab.page.reload()
  await tab.see('各村目录')
  await tab.settle()
  expect(await cells(tab, 'org')).toEqual(left)
})

test.each([
  ['street-clerk', `/packages/staff/pages/objections/index?org=${STREET}`, '异议', /异议/],
  ['editor', '/packages/matrix/pages/obligations/index', '要公开的', /要公开的/],
])(
  '%s: %s is a table that sorts, rows 36 px high, a press opens one',
  async (persona, url, says, caption) => {
    const tab = await at(persona, url, says)
    const table = tab.page.locator(`${SHOWN} table.todos`)
    expect(await table.locator('caption').innerText()).toMatch(caption)
    const days = await cells(tab, 'due')
    expect(days.length).toBeGreaterThan(0)
    const heights = await table
      .locator('tbody tr')
      .evaluateAll(rows => rows.map(row => row.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeLessThanOrEqual(40)
    await expectSound(tab)
    await table.locator('.todos__sort').last().click()
    await tab.settle()
    expect(tab.page.url()).toMatch(/sort=\w+$/)
    expect(inOrder(await cells(tab, 'due'))).toEqual(inOrder(days))
    await table.locator('.todos__open').first().click()
    await tab.settle()
    expect(tab.page.url()).not.toContain(url.split('?')[0]!)
    expect(await tab.errors()).toEqual([])
  },
)
