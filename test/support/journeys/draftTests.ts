import { counted, expectEffort } from './counted'
import { goOnFromLast, loseAndFind, marksIn, takeInSheet } from './drafting'
import type { Library } from './library'
import { LISTED } from './listSheets'
import { SUPPORT_REVIEW } from './posting'
import type { Visitor } from './visitor'

/** What must hold of a notice while it is written, on the phone and in the browser alike. */
export function draftTests(open: () => Promise<Visitor>, library: () => Library): void {
  test('nothing that was typed is lost when the app is gone in the middle', async () => {
    const staff = await open()
    const review = await loseAndFind(staff, SUPPORT_REVIEW)
    expect(review).toContain(SUPPORT_REVIEW.title)
    for (const value of Object.values(SUPPORT_REVIEW.fields)) expect(review).toContain(value)
    await staff.visit('/packages/staff/pages/list/index')
    await staff.see(SUPPORT_REVIEW.title)
    expect(await staff.text()).not.toContain('没有写完的')
    expect(await staff.errors()).toEqual([])
  })

  test('one press fills in last period’s, changed amounts are marked; a sheet takes its place, and again changes nothing', async () => {
    const { visitor: staff, sinceThen } = counted(await open())
    const { unchanged, changed, review } = await goOnFromLast(staff, library())
    expectEffort('用上期的内容写名单，改一个金额', sinceThen(), { taps: 12, keys: 8 })
    expect(marksIn(unchanged)).toEqual([])
    const [row, total, ...others] = marksIn(changed)
    expect([row, others]).toEqual([total, []])
    expect(review).toContain('与上期不同的金额（2 处）')
    expect(marksIn(review)).toEqual([row, total])

    const sheet = await takeInSheet(staff)
    expect(sheet.slip).toContain('导入 3 行，有 1 格要改')
    expect(sheet.slip).toMatch(/第 6 行 F 列.*看不出是多少钱/)
    expect(sheet.once).toContain('各行加起来是 3 人')
    expect(sheet.once).toContain('填入 3 人、900.00 元')
    expect(sheet.twice).toBe(sheet.once)
    for (const name of LISTED) expect(sheet.review).toContain(name)
    expect(sheet.review).toContain('900.00')
    expect(sheet.review).not.toContain('1,234.56')
    expect(await staff.errors()).toEqual([])
  })
}
