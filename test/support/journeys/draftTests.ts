import { goOnFromLast, loseAndFind, marksIn } from './drafting'
import type { Library } from './library'
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

  test('one press fills in last period’s; changed amounts are marked in the form and on the review page', async () => {
    const staff = await open()
    const { unchanged, changed, review } = await goOnFromLast(staff, library())
    expect(marksIn(unchanged)).toEqual([])
    const [row, total, ...others] = marksIn(changed)
    expect([row, others]).toEqual([total, []])
    expect(review).toContain('与上期不同的金额（2 处）')
    expect(marksIn(review)).toEqual([row, total])
    expect(await staff.errors()).toEqual([])
  })
}
