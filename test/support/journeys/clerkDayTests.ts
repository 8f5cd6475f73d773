import type { RunningServer } from '../server/runningServer'
import { type Day, clerkDay } from './clerkDay'
import { countyFile } from './clerkFile'
import type { Visitor } from './visitor'

/** A browser notes every refusal: no session lasts the week by which the clock is moved. */
const SESSION_ENDED = /status of 401 \(Unauthorized\)/

/** What must hold of a street clerk's day, on the phone and in the browser alike. */
export function clerkDayTests(open: () => Promise<Visitor>, server: () => RunningServer): void {
  test('from the county’s file to the matrix without a gap, by what people press', async () => {
    const visitor = await open()
    const { file, remove } = await countyFile()
    const day: Day = await clerkDay(visitor, { server: server(), file }).finally(() => void remove())
    expect(day.flagged).toContain('国办发〔201680号')
    expect(day.mended).toContain('✓ 改过')
    expect(day.activated).toContain('已启用')
    expect(day.aligned).toHaveLength(3)
    expect(day.clock).toContain('2026年11月27日')
    expect(day.overdue).toContain('✕ 已过期')
    expect(day.reminder).toContain('提醒公开：高龄津贴发放')
    for (const amount of ['每人每月80元', '每人每月100元']) expect(day.discrepancy).toContain(amount)
    expect(day.ordered).toContain('责令更正')
    expect(day.corrected).toContain('✓ 已更正')
    expect(day.green).toContain('迟 晚公开')
    expect((await visitor.errors()).filter(one => !SESSION_ENDED.test(one))).toEqual([])
  })
}
