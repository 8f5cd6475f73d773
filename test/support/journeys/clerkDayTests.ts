import type { RunningServer } from '../server/runningServer'
import { type Day, clerkDay } from './clerkDay'
import { reportFigure } from '../figures'
import { countyFile } from './clerkFile'
import { type Effort, counted, expectEffort } from './counted'
import { estimatedSeconds } from './keystrokes'
import type { Visitor } from './visitor'

/** A browser notes every refusal: no session lasts the week by which the clock is moved. */
const SESSION_ENDED = /status of 401 \(Unauthorized\)/

/** Most taps and keys of each task, which ends with that look. */
const MOST: Readonly<Record<string, Effort & { from: string }>> = {
  '导入目录，到看读不准的格子': { from: 'import', taps: 2, keys: 0 },
  '改好读不准的格子，到看和现行目录的不同': { from: 'diff', taps: 3, keys: 0 },
  '提交、由第二个人看过并启用': { from: 'align', taps: 8, keys: 0 },
  三个村的目录对应: { from: 'aligned', taps: 9, keys: 0 },
  记一次发放: { from: 'event', taps: 3, keys: 0 },
  '责令更正、村里改好重新公开': { from: 'green', taps: 40, keys: 90 },
}

/** Lists of the size of a real village: four pages of ten lines, of each line both sides are read. */
const LIST = { villages: 30, lines: 40, pages: 4, looksPerLine: 2 }
const MOST_MINUTES = 90

/** Estimates thirty villages from the taps counted for one list of one page; each further page is confirmed and turned. */
function expectThirtyVillages(tapsPerVillage: number): void {
  const taps = tapsPerVillage + (LIST.pages - 1) * 2
  const seconds = LIST.villages * estimatedSeconds({ taps, keys: 0 }, LIST.lines * LIST.looksPerLine)
  const minutes = Math.round(seconds / 60)
  reportFigure(
    `keystroke estimate 击键模型: ${LIST.villages} villages of ${LIST.lines} lines aligned in ${minutes} min (≤ ${MOST_MINUTES}), ${taps} taps a village`,
  )
  expect(minutes).toBeLessThanOrEqual(MOST_MINUTES)
}

/** What must hold of a street clerk's day, on the phone and in the browser alike. */
export function clerkDayTests(open: () => Promise<Visitor>, server: () => RunningServer): void {
  test('from the county’s file to the matrix without a gap, by what people press', async () => {
    const { visitor, sinceThen } = counted(await open())
    const { file, remove } = await countyFile()
    const spent: Record<string, Effort> = {}
    const look = async (name: string) => {
      spent[name] = sinceThen()
    }
    const day: Day = await clerkDay(visitor, { server: server(), file, look }).finally(() => void remove())
    for (const [task, { from, taps, keys }] of Object.entries(MOST)) {
      expectEffort(task, spent[from]!, { taps, keys })
    }
    expectThirtyVillages(spent['aligned']!.taps / day.aligned.length)
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
