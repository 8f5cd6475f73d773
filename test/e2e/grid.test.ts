import { reportFigure } from '../support/figures'
import { axeViolations, axeViolationsByNight } from '../support/browser/audits'
import { GridHands, typeIntoCards } from '../support/browser/gridHands'
import type { H5Visitor } from '../support/browser/h5Visitor'
import { servedTabs } from '../support/browser/servedTabs'
import type { Effort } from '../support/journeys/counted'
import { estimatedSeconds } from '../support/journeys/keystrokes'
import { NOVEMBER, SUMS } from '../support/journeys/novemberAccount'

/** The grid of a notice's tables on a wide screen: a month typed by keys, pasted from a spreadsheet, corrected. */
const { openTab, library } = servedTabs('h5-grid')

const VILLAGE = 'XQ-DH-LX-V01'

/** Address of the form for the village's account of the month. */
async function formUrl(): Promise<string> {
  const { client } = library()
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance', limit: 50 },
  })
  const monthly = items.find(({ period }) => /^2026-\d\d$/.test(period))!
  const { item } = await client.api('GET /notices/:id', { params: { id: monthly.id } })
  return `/packages/staff/pages/edit/index?item=${item.id}&org=${VILLAGE}&period=2026-11`
}

async function openForm(width: number): Promise<H5Visitor> {
  const editor = await openTab({ width, height: 900 })
  await editor.logIn('editor')
  await editor.visit(await formUrl())
  await editor.see('期末余额')
  return editor
}

const total = ({ taps, keys }: Effort) => taps + keys

/** Taps and keys of a month of twelve rows in the form of cards, as counted by hand before there was a grid. */
const FORMER: Effort = { taps: 95, keys: 310 }

/** Says how the month in the grid compares with the month in cards. */
function reportShares(grid: Effort, cards: Effort): { former: number; cards: number; time: number } {
  const former = total(grid) / total(FORMER)
  const now = total(grid) / total(cards)
  const time = estimatedSeconds(grid) / estimatedSeconds(cards)
  const percent = (share: number) => `${Math.round(share * 100)} %`
  reportFigure(
    `taps and keys 点按和键入: 12 rows of a month in the grid ${grid.taps} taps, ${grid.keys} keys; ${percent(former)} of the former ${FORMER.taps} taps, ${FORMER.keys} keys (≤ 40 %); ` +
      `of the same rows in cards today (${cards.taps} taps, ${cards.keys} keys) ${percent(now)} (≤ 60 %), in time by the keystroke-level model ${percent(time)} (≤ 40 %)`,
  )
  return { former, cards: now, time }
}

test('a month of twelve rows takes at most four tenths of the former taps and keys, and of the time', async () => {
  const narrow = await openForm(800)
  const cards = await typeIntoCards(narrow.page, label => narrow.press(label))
  await narrow.see(`按明细算是`)

  const editor = await openForm(1440)
  const hands = new GridHands(editor.page)
  await hands.tap(0, 0)
  for (const entry of NOVEMBER) await hands.row(entry)
  await editor.settle()
  const first = await hands.texts(0)
  expect(first.slice(0, 6)).toEqual(['11月3日', '光伏电站发电收入', '7,515.00', '', '陈*', '001'])
  for (const [row, { item, voucher }] of NOVEMBER.entries()) {
    const cells = await hands.texts(row)
    expect([cells[1], cells[4], cells[5]]).toEqual([item, '陈*', voucher])
  }
  const sums = await editor.readAll('.cells tfoot td')
  expect(sums.slice(2, 4)).toEqual([SUMS.income, SUMS.expense])
  expect(await editor.text()).toContain('✓ 每一格都看得懂')
  await editor.press('填入 ')
  await editor.see('和期末余额一致')
  const share = reportShares(hands.effort, cards)
  expect(share.former).toBeLessThanOrEqual(0.4)
  expect(share.cards).toBeLessThanOrEqual(0.6)
  expect(share.time).toBeLessThanOrEqual(0.4)

  expect(await axeViolations(editor.page)).toEqual([])
  expect(await axeViolationsByNight(editor.page)).toEqual([])
  expect(await editor.errors()).toEqual([])
})

const COPIED = [
  '柳湾村11月收支表\t\t\t\t',
  '日期\t摘要\t金额（元）\t\t余额',
  '\t\t收入\t支出\t',
  '11月3日\t光伏电站发电收入\t"7,515.00"\t\t1',
  '11月5日\t"保洁员',
  '劳务费"\t\t"5,820.00"\t2',
  '合计\t\t"7,515.00"\t"5,820.00"\t',
].join('\r\n')

test('paste, corrections, fill down, undo, rows by keys; the focus comes out again', async () => {
  const editor = await openForm(1440)
  const hands = new GridHands(editor.page)
  await hands.tap(0, 0)
  await hands.paste(COPIED)
  await editor.see('表头有几行，已合起来认')
  expect((await hands.texts(1)).slice(0, 4)).toEqual(['11月5日', '保洁员 劳务费', '', '5,820.00'])
  await editor.see('中间有空格')

  // A cell without a head, its day outside the month: one press puts it right.
  await hands.tap(2, 0)
  await hands.paste('12.2\t办公网络费\t\t1O0\r\n')
  await editor.see('12月2日不在2026年11月里')
  await hands.tap(2, 0)
  await hands.press('Alt+Enter')
  await editor.press('改成 100.00')
  expect((await hands.texts(2)).slice(0, 4)).toEqual(['11月2日', '办公网络费', '', '100.00'])

  // Ctrl D over three rows, Ctrl Z takes it back.
  await hands.tap(0, 4)
  await hands.type('陈*')
  await hands.press('Tab')
  await hands.type('009')
  await hands.press('ArrowUp')
  await hands.press('Shift+ArrowDown')
  await hands.press('Shift+ArrowDown')
  await hands.press('Control+d')
  expect((await hands.texts(2))[5]).toBe('011')
  await hands.press('Control+z')
  expect((await hands.texts(2))[5]).toBe('')

  await hands.tap(1, 0)
  await hands.press('Alt+Equal')
  expect((await hands.texts(1)).slice(0, 4)).toEqual(['', '', '', ''])
  await hands.press('Alt+Minus')
  expect((await hands.texts(1))[0]).toBe('11月5日')

  // Shift Tab goes back; Esc and Tab leave the cells, past the corrections of the rows below.
  await hands.press('Shift+Tab')
  expect(await hands.field().getAttribute('aria-label')).toContain('第 1 行 凭证号')
  await hands.press('Escape')
  const isInside = () => editor.page.evaluate(() => document.activeElement?.closest('.cells') !== null)
  const isInCell = () => editor.page.evaluate(() => document.activeElement?.tagName === 'INPUT')
  await hands.press('Tab')
  expect(await isInCell()).toBe(false)
  for (let more = 0; more < 12 && (await isInside()); more++) await hands.press('Tab')
  expect(await isInside()).toBe(false)
  expect(await axeViolations(editor.page)).toEqual([])
  expect(await editor.errors()).toEqual([])
})

test('Ctrl K goes to a page, a village’s alignment, by its name', async () => {
  const clerk = await openTab({ width: 1440, height: 900 })
  await clerk.logIn('street-clerk')
  await clerk.visit('/packages/staff/pages/list/index')
  await clerk.see('等我办')
  await clerk.page.keyboard.press('Control+k')
  const field = clerk.page.getByRole('combobox', { name: '找页面、村、事项' })
  await field.fill('柳湾村 对应')
  await clerk.see('Enter 打开')
  expect(await clerk.page.locator('[role=option]').allTextContents()).toEqual(['柳湾村目录对应'])
  expect(await axeViolations(clerk.page)).toEqual([])
  await field.press('Enter')
  await clerk.see('柳湾村目录对应')
  expect(await clerk.route()).toBe('packages/street/pages/align/index')
  expect(await clerk.errors()).toEqual([])
})
