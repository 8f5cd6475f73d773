import type { RunningServer } from '../server/runningServer'
import type { Library } from './library'
import { ANSWER, QUESTION } from './objecting'
import type { Visitor } from './visitor'
import {
  ADDRESS,
  CORRECTION,
  DECISION,
  LEAK,
  ORDER,
  REFUSAL,
  type Stage,
  TITLE,
  VOLUME,
  checkAndBeRefused,
  correct,
  doubtARow,
  letPeriodEnd,
  mendAndPublish,
  namesIn,
  newestNotice,
  readNotice,
  withdrawAll,
  writeList,
} from './wholeRoad'

/**
 * A browser notes every answer of 4xx: the number that may not be stored, the logins that the jump of the time ended. It
 * also notes that the script of offline reading could not be had while the server went down for that jump, or the list that it fetches ahead.
 */
const EXPECTED =
  /status of (401|422) |occurred when fetching the script|ERR_CONNECTION_REFUSED .*\/notices\?limit=50$/

interface Given {
  open: () => Promise<Visitor>
  library: () => Library
  server: () => RunningServer
  /** What is wrong with the look of the page that is shown: where there is a browser to ask. */
  look?: Stage['look']
}

async function setStage({ open, library, server, look = async () => [] }: Given): Promise<Stage> {
  const [editor, supervisor, head, villager, clerk] = [
    await open(),
    await open(),
    await open(),
    await open(),
    await open(),
  ]
  return { cast: { editor, supervisor, head, villager, clerk }, library: library(), server: server(), look }
}

/** The workflow of a notice from the first word to the tombstone, as each person sees it, on the phone and in the browser alike. */
export function wholeRoadTests(given: Given): void {
  test('draft, check, refusal, publication, objection, end of the period, archive, correction, withdrawal', async () => {
    const stage = await setStage(given)
    const { villager } = stage.cast

    const { complained } = await writeList(stage)
    expect(complained).toContain('身份证')

    const { found, seen, town, told } = await checkAndBeRefused(stage)
    expect(found).toContain(ADDRESS)
    expect(seen).not.toContain(ADDRESS)
    expect(seen).toContain('轮到您：监督审核')
    expect(town).toContain(REFUSAL)
    expect(town).not.toContain('轮到您')
    expect(told).toContain(REFUSAL)

    await mendAndPublish(stage)
    const page = await newestNotice(stage)
    expect(page.notice.title).toBe(TITLE)
    const names = namesIn(page)
    expect(names.length).toBeGreaterThan(2)
    const running = await readNotice(villager, '谁写、谁审、谁定')
    for (const name of names) expect(running).toContain(name)
    for (const said of [
      '第 1 版',
      page.notice.author,
      page.signOff!.name,
      DECISION,
      '公示到',
      '还没有人提过',
    ]) {
      expect(running).toContain(said)
    }
    expect(running).not.toContain(ADDRESS)

    const doubt = await doubtARow(stage, page)
    expect(doubt.filed.screens).toHaveLength(3)
    expect(doubt.filed.done).toContain(doubt.place)
    expect(doubt.filed.done).toMatch(/最迟 2026年11月25日/)
    expect(doubt.counted).toContain('有 1 件异议在等答复')
    expect(doubt.answered).toContain(QUESTION)
    expect(doubt.settled).toContain(ANSWER)
    expect(doubt.after).toContain('提过 1 件，都答复了')

    const { folded, ended, archived, today } = await letPeriodEnd(stage, page)
    for (const name of names) expect(folded).not.toContain(name)
    expect(folded).toContain('公示已结束')
    expect(folded).toContain('不再显示姓名')
    expect(folded).toContain('公开后没有改动')
    expect(ended).toContain('公示期满')
    expect(archived).toContain(VOLUME)

    const corrected = await correct(stage, today)
    expect(corrected.ordered).toContain(ORDER)
    expect(corrected.told).toContain(ORDER)
    expect(corrected.second).toContain('第 2 版')
    expect(corrected.second).toContain(CORRECTION)
    expect(corrected.second).not.toContain(ORDER)
    expect(corrected.first).toContain('领款签字表')
    expect(corrected.first).toContain('已经更正过')
    expect(corrected.faults).toEqual([])

    const { board, tombstone, former, proved, faults } = await withdrawAll(stage, page)
    expect(board).not.toContain(TITLE)
    for (const text of [tombstone, former]) {
      expect(text).toContain(LEAK.reason)
      expect(text).toContain('谁撤回的')
      expect(text).toMatch(/[0-9a-f]{64}/)
      expect(text).not.toContain(TITLE)
      expect(text).not.toContain(LEAK.measures)
      for (const name of names) expect(text).not.toContain(name)
    }
    expect(faults).toEqual([])
    expect(proved).toContain('✓ 通过：撤回说明里的指纹和公开时存下的一致')
    expect(proved).not.toContain('× 不对')

    const errors = await Promise.all(Object.values(stage.cast).map(person => person.errors()))
    expect(errors.flat().filter(error => !EXPECTED.test(error))).toEqual([])
  })
}
