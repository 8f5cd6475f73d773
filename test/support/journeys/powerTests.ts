import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { PowerItem } from '../../../shared/contract/power/item'
import { photo } from '../files/pictures'
import { CORE } from '../power/core'
import type { RunningServer } from '../server/runningServer'
import {
  AID_TITLE,
  type PowerCast,
  WORKS_TITLE,
  accept,
  announceAid,
  applyForAid,
  bidAndBuild,
  followMatter,
  proposeWorks,
  publishNode,
  settle,
  vote,
} from './powerRoad'
import { PURCHASE, cancel, followModel, importList, pauseAndHandOver, stopAndLift } from './powerRules'
import type { Visitor } from './visitor'
import { VILLAGE } from './wholeRoad'

/**
 * A browser notes every answer of 4xx: the quorum, the posting that is too short, the photo that needs its reason, logins that
 * the jump of the time ended; and what it fetched ahead while the server started with its new time.
 */
const EXPECTED = /status of (401|422) |ERR_CONNECTION_REFUSED/
const [FIRST, BID, ACCEPTED, PAID] = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25'] as const
const [POSTED, APPROVED] = ['2026-11-27', '2026-11-30'] as const
const NODES = ['村民议事会表决', '邀请现场竞价', '验收', '结算付款']
const PAPER = '验收单.jpg'

interface Given {
  open: () => Promise<Visitor>
  server: () => RunningServer
}

type Name = keyof PowerCast

/** A phone or tab for each of them. */
async function castOf<N extends Name>({ open }: Given, names: readonly N[]): Promise<Pick<PowerCast, N>> {
  const cast: Partial<PowerCast> = {}
  for (const name of names) cast[name] = await open()
  return cast as Pick<PowerCast, N>
}

async function expectNoErrors(cast: Partial<PowerCast>): Promise<void> {
  const errors = await Promise.all(Object.values(cast).map(person => person.errors()))
  expect(errors.flat().filter(error => !EXPECTED.test(error))).toEqual([])
}

/** Files that people hold while they work, by their names. */
async function holding<T>(
  contents: Readonly<Record<string, string | Buffer>>,
  run: (file: (name: string) => string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'powers-'))
  const at = (name: string) => path.join(folder, name)
  try {
    for (const [name, content] of Object.entries(contents)) await writeFile(at(name), content)
    return await run(at)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const listFile = (change: (item: PowerItem) => PowerItem[]) => JSON.stringify({ items: CORE.flatMap(change) })
const LISTS = {
  '缺名称.json': listFile(item => [item.code === 'YZ-01' ? { ...item, name: '' } : item]),
  '清单.json': listFile(item => (item.code === 'CW-06' ? [] : [item])),
}

/** Matters by the micro-power list, as each person sees them, on the phone and in the browser alike. They move the time. */
export function powerTests(given: Given): void {
  test('a purchase is paused, handed over, stopped by the supervisors, let go on, given up; the list follows the model, then a file', async () => {
    const cast = await castOf(given, ['editor', 'head', 'supervisor', 'villager'])
    const { editor, head, villager } = cast
    await pauseAndHandOver(editor)
    expect(await editor.text()).toMatch(/暂停.*等供货单位报价.*恢复.*交给别人办.*下乡出差几天/s)
    const stopped = await stopAndLift(cast)
    expect(stopped).toContain('监督叫停')
    expect(stopped).not.toContain('办完这一步')
    expect(await cancel(head)).toMatch(/解除叫停.*报价单已经补上.*取消.*村里还有存货/s)
    await followMatter(villager, '已取消', { title: PURCHASE, ended: true })

    expect(await followModel(head, FIRST)).toContain('不得把公章交给外人自己盖')
    const files = (at: (name: string) => string) => ({ faulty: at('缺名称.json'), sound: at('清单.json') })
    const { refused, unexplained } = await holding(LISTS, at => importList(head, files(at), FIRST))
    expect(refused).toMatch(/第\d+个事项“名称”：.*没有名称/)
    expect(unexplained).toContain('请写明为什么没有“集体借款和举债”')
    await villager.visit(`/packages/power/pages/list/index?org=${VILLAGE}`)
    await villager.see('本村没有此项：村里的规矩是不借债')
    await expectNoErrors(cast)
  })

  test('低保 from the list to its posting; works of 60,000 yuan from proposal to payment, a notice at each node; the result of the 低保', async () => {
    const names = ['editor', 'head', 'supervisor', 'villager', 'clerk', 'district'] as const
    const stage = { cast: await castOf(given, names), server: given.server() }
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
    const voted = await followMatter(villager, `${WORKS_TITLE}：村民议事会表决`)
    expect(voted).toMatch(/村民议事会表决\s*11月20日\s*通过/)
    expect(voted).toMatch(/确定竞价办法\s*现在走到这里/)

    await bidAndBuild(stage, BID)
    const accepted = await holding({ [PAPER]: await photo() }, at => accept(stage, ACCEPTED, at(PAPER)))
    expect(accepted.builder).not.toContain('领办“验收”')
    await settle(stage, PAID)

    const ended = await followMatter(villager, '已办结', { ended: true })
    for (const node of NODES) expect(ended).toContain(`${WORKS_TITLE}：${node}`)
    expect(ended).not.toContain('公开招标：')
    await villager.press(`${WORKS_TITLE}：村民议事会表决`, 'link')
    await villager.see('应到30人，实到25人，同意20票')
    expect(await villager.text()).toContain(WORKS_TITLE)
    await villager.goBack()
    await villager.press(`${WORKS_TITLE}：验收`, 'link')
    await villager.see(PAPER)

    const announced = await announceAid(stage, POSTED, APPROVED)
    expect(announced).toMatch(/区县审批\s*11月30日\s*批准/)
    expect(announced).not.toContain(AID_TITLE)
    await expectNoErrors(stage.cast)
  })
}
