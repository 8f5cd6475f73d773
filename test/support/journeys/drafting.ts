import { periodLabel, periodOf } from '../../../shared/common/period'
import { JOURNEY_NOW } from '../server/runningServer'
import type { Library } from './library'
import { listSheets } from './listSheets'
import type { Writing } from './posting'
import type { Visitor } from './visitor'

async function beginNotice(visitor: Visitor, item: string): Promise<void> {
  await visitor.logIn('editor')
  await visitor.press('去工作台')
  await visitor.press('写公示')
  await visitor.press(item)
}

/**
 * Begins a notice, loses the app in the middle of it, finds what was written in the workbench, goes on and saves.
 * @returns what the saved notice shows
 */
export async function loseAndFind(visitor: Visitor, { item, title, fields }: Writing): Promise<string> {
  const [[label, value], ...rest] = Object.entries(fields) as [[string, string], ...[string, string][]]
  await beginNotice(visitor, item)
  await visitor.write('标题', title)
  await visitor.write(label, value)
  await visitor.visit('/packages/staff/pages/list/index')
  await visitor.see('没有写完的')
  await visitor.press(`${title}，`)
  await visitor.see('没有存完的内容')
  for (const [name, text] of rest) await visitor.write(name, text)
  await visitor.press('保存，看公开后的样子')
  await visitor.see('公开后是这个样子')
  return visitor.text()
}

/** Begins the running quarter's list of recipients and fills in last quarter's. */
export async function fillFromLast(visitor: Visitor, { client }: Library): Promise<void> {
  const [village] = (await client.api('GET /orgs')).items.filter(({ kind }) => kind === 'village')
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: village!.code },
    query: { limit: 50 },
  })
  const listed = items.find(({ title }) => title.includes('高龄津贴'))
  const { path } = (await client.api('GET /notices/:id', { params: { id: listed!.id } })).item
  await beginNotice(visitor, [path.at(-1), path.slice(0, -1).join(' › ')].join('，'))
  await visitor.choose('所属时间', periodLabel(periodOf(JOURNEY_NOW.slice(0, 10), 'quarterly')))
  await visitor.press('用上期的内容')
  await visitor.see('撤销，恢复原来填的')
}

/**
 * Writes the running quarter's list of recipients from last quarter's: fills, changes one amount, saves.
 * @returns what form and saved notice say of the changed amounts
 */
export async function goOnFromLast(visitor: Visitor, library: Library) {
  await fillFromLast(visitor, library)
  const unchanged = await visitor.text()
  await visitor.write('金额（元）', '1,234.56')
  await visitor.see('比上期')
  await visitor.press('填入 ')
  await visitor.see('元；比上期')
  const changed = await visitor.text()
  await visitor.press('保存，看公开后的样子')
  await visitor.see('公开后是这个样子')
  return { unchanged, changed, review: await visitor.text() }
}

/**
 * Takes the saved list out of a sheet instead: with a slip, corrected, and the same file once more; saves.
 * @returns what the form said of each, and the saved notice
 */
export async function takeInSheet(visitor: Visitor) {
  const sheets = await listSheets()
  await visitor.press('修改', 'link')
  await visitor.see('从表格导入')
  await visitor.holdFile(sheets.wrong)
  await visitor.press('从表格导入')
  await visitor.see('下载只含错行的表')
  const slip = await visitor.text()
  await visitor.holdFile(sheets.right)
  await visitor.press('从表格导入')
  await visitor.see('每一格都看得懂')
  const once = await visitor.text()
  await visitor.press('从表格导入')
  await visitor.see('每一格都看得懂')
  const twice = await visitor.text()
  await sheets.remove()
  await visitor.press('保存，看公开后的样子')
  await visitor.see('公开后是这个样子')
  return { slip, once, twice, review: await visitor.text() }
}

/** Every mark of a changed amount in a text. */
export const marksIn = (text: string): string[] => text.match(/比上期 [+-][\d,]+\.\d\d 元/g) ?? []
