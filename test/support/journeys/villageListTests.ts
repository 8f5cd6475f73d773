import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { counted, expectEffort } from './counted'
import type { Visitor } from './visitor'

const NAMES = ['村规民约', '村级财务收支', '宅基地审批', '低保对象评议', '惠农补贴发放', '水电费收缴', '工程项目招标', '集体资产出租', '党员发展', '环境卫生评比'] // prettier-ignore
const REASON = '村里没有这类事，街道已经知道'

/** A village's own list as its office keeps it. */
async function listFile(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'village-list-'))
  const file = path.join(folder, '柳湾村公开目录.csv')
  const lines = NAMES.map((name, at) => `${at + 1},${name},${name}情况,每季度公开一次,村务公开栏`)
  await writeFile(file, ['序号,公开事项,公开内容,公开时限,公开方式', ...lines].join('\n'))
  return { file, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** From 工作台 to the village's list. */
async function openList(visitor: Visitor, persona: string): Promise<void> {
  await visitor.logIn(persona)
  await visitor.press('去工作台')
  await visitor.press('村里的目录')
  await visitor.see('柳湾村公开目录')
}

/** What must hold of a village's own list, on the phone and in the browser alike. */
export function villageListTests(open: () => Promise<Visitor>): void {
  test('a village’s file is checked and put in, and a second person sees what changes and says why items are left out', async () => {
    const { visitor, sinceThen } = counted(await open())
    const { file, remove } = await listFile()
    await openList(visitor, 'editor')
    await visitor.press('从文件导入')
    await visitor.holdFile(file)
    await visitor.press('选文件')
    await visitor.see('柳湾村公开目录.csv')
    await visitor.see('✓ 全部看过了')
    await visitor.press('看和村里目录的不同')
    await visitor.see('下一步')
    await visitor.see(`增加 ${NAMES.length} 项，去掉 0 项，改动 0 项`)
    await visitor.press('用到村里的目录')
    await visitor.press('去村里的目录')
    await visitor.see('还没有启用')
    await remove()
    expectEffort('村里的目录从文件导入', sinceThen(), { taps: 8, keys: 0 })

    await openList(visitor, 'head')
    await visitor.press('看和现行目录的不同，启用')
    await visitor.see('没有采用的')
    await visitor.press('看过了，启用这份目录')
    await visitor.see('没有采用，请写明理由')
    await visitor.write('理由都一样的，在这里写一次', REASON)
    await visitor.press('填到没写理由的')
    await visitor.press('看过了，启用这份目录')
    await visitor.see('✓ 已启用，没有新的改动')
    expectEffort('第二个人看不同、写理由、启用', sinceThen(), { taps: 8, keys: REASON.length })

    await visitor.logIn('street-clerk')
    await visitor.press('我的消息')
    await visitor.see('柳湾村')
    expect(await visitor.text()).toContain('没有采用')
    expect((await visitor.errors()).filter(problem => !/422/.test(problem))).toEqual([])
  })
}
