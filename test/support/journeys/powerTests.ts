import type { RunningServer } from '../server/runningServer'
import {
  AID_TITLE,
  type PowerStage,
  WORKS,
  WORKS_TITLE,
  accept,
  applyForAid,
  bidAndBuild,
  followMatter,
  proposeWorks,
  publishNode,
  settle,
  vote,
} from './powerRoad'
import type { Visitor } from './visitor'

/**
 * A browser notes every answer of 4xx: the quorum, the posting that is too short, logins that the jump of the time ended;
 * and what it fetched ahead while the server started with its new time.
 */
const EXPECTED = /status of (401|422) |ERR_CONNECTION_REFUSED/
const [FIRST, BID, ACCEPTED, PAID] = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25'] as const
const NODES = ['村民议事会表决', '邀请现场竞价', '验收', '结算付款']

interface Given {
  open: () => Promise<Visitor>
  server: () => RunningServer
}

async function setStage({ open, server }: Given): Promise<PowerStage> {
  const [editor, head, supervisor, villager, clerk] = [
    await open(),
    await open(),
    await open(),
    await open(),
    await open(),
  ]
  return { cast: { editor, head, supervisor, villager, clerk }, server: server() }
}

/** Matters by the micro-power list, as each person sees them, on the phone and in the browser alike. It moves the time. */
export function powerTests(given: Given): void {
  test('低保 from the list to its posting; works of 60,000 yuan from proposal to payment, a notice at each node', async () => {
    const stage = await setStage(given)
    const { villager } = stage.cast

    const aid = await applyForAid(stage)
    for (const said of ['谁决定', '要带什么', '找谁', '不准做的', '风险点', '依据']) {
      expect(aid.item).toContain(said)
    }
    expect(aid.early).toContain('最早2026-11-27')
    expect(aid.seen).not.toContain(AID_TITLE)

    expect(await proposeWorks(stage)).toContain('还没有人领办')
    expect(await vote(stage)).toContain('至少20人')
    await publishNode(stage, '村民议事会表决', FIRST)
    const voted = await followMatter(villager, `${WORKS}：村民议事会表决`)
    expect(voted).toContain('村民议事会表决：通过')
    expect(voted).toMatch(/走到\s*确定竞价办法/)

    await bidAndBuild(stage, BID)
    expect((await accept(stage, ACCEPTED)).builder).not.toContain('领办“验收”')
    await settle(stage, PAID)

    const ended = await followMatter(villager, '已办结', true)
    for (const node of NODES) expect(ended).toContain(`${WORKS}：${node}`)
    expect(ended).not.toContain('公开招标：')
    await villager.press(`${WORKS}：村民议事会表决`, 'link')
    await villager.see('应到30人，实到25人，同意20票')
    expect(await villager.text()).toContain(WORKS_TITLE)

    const errors = await Promise.all(Object.values(stage.cast).map(person => person.errors()))
    expect(errors.flat().filter(error => !EXPECTED.test(error))).toEqual([])
  })
}
