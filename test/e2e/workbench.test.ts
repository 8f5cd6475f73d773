import { bytesOf } from '../support/browser/download'
import type { H5Visitor } from '../support/browser/h5Visitor'
import { servedTabs } from '../support/browser/servedTabs'
import { cellsOf } from '../support/obligations/readCells'
import { villageListTests } from '../support/journeys/villageListTests'
import { workbenchTests } from '../support/journeys/workbenchTests'

/** The workbench in the browser. */
const { openTab } = servedTabs('h5-workbench')

workbenchTests(openTab)

/** Presses 导出表格 and reads the workbook that the browser has saved. */
async function exported(visitor: H5Visitor): Promise<{ name: string; cells: string[][] }> {
  const saving = visitor.page.waitForEvent('download')
  await visitor.press('导出表格')
  const saved = await saving
  const bytes = await bytesOf(saved)
  return { name: saved.suggestedFilename(), cells: await cellsOf(new Uint8Array(bytes).buffer) }
}

test('the desk counts as its list does; what it exports opens and says what the pages say', async () => {
  const clerk = await openTab()
  await clerk.logIn('street-clerk')
  await clerk.press('公开情况')
  await clerk.see('今天要办的（')
  const [head = ''] = await clerk.readAll('.board .lead')
  const counted = await clerk.readAll('.today__head')
  expect(counted.length).toBeGreaterThan(1)
  expect(head.replace('。', '').split('，')).toEqual(counted)

  const desk = await exported(clerk)
  expect(desk.name).toBe('柳溪街道2026年公开情况.xlsx')
  const [, , columns, ...lines] = desk.cells
  expect(columns?.slice(0, 5)).toEqual(['村（社区）', '领域', '事项', '公开时限', '1月'])
  expect(new Set(lines.map(([village]) => village))).toContain('柳湾村')

  await clerk.press('公开覆盖')
  await clerk.see('按村（社区）')
  const coverage = await exported(clerk)
  expect(coverage.name).toBe('柳溪街道2026年公开覆盖.xlsx')
  const [, items, disclosed] = coverage.cells.find(([name]) => name === '合计')!
  await clerk.see(`要公开 ${items} 项，今年公开过 ${disclosed} 项`)

  await clerk.goBack()
  await clerk.press('抽查', 'link')
  await clerk.press('开始抽查')
  await clerk.see('抽签用的字')
  const sheet = await exported(clerk)
  expect(sheet.name).toBe('柳溪街道抽查表.xlsx')
  expect(sheet.cells.length).toBeGreaterThan(20)
  expect(await clerk.errors()).toEqual([])
})

// Last: the list in force says what the village can publish.
villageListTests(openTab)
