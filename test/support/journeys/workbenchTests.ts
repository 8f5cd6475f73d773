import type { Visitor } from './visitor'
import { VILLAGE } from './wholeRoad'

const WORK = '/packages/staff/pages/list/index'
const STREET = 'XQ-DH-LX'
const VOLUME = '2026-补贴-003'

/** Titles in a group of the workbench, in their order: the group's rows come before the next heading. */
async function waiting(visitor: Visitor, group: string): Promise<number> {
  const found = new RegExp(`${group}（(\\d+)）`).exec(await visitor.text())
  return Number(found?.[1] ?? 0)
}

const titlesIn = async (visitor: Visitor): Promise<string[]> =>
  (await visitor.readAll('.row .row__title')).flatMap(text => /^(?:打开|再看) (.+)$/.exec(text)?.[1] ?? [])

/** What must hold of the workbench, on the phone and in the browser alike. */
export function workbenchTests(open: () => Promise<Visitor>): void {
  test('several notices are archived at once, but none that was not opened', async () => {
    const staff = await open()
    await staff.logIn('editor')
    await staff.press('去工作台')
    await staff.see('等我办')
    const before = await waiting(staff, '等我办')
    await staff.press('一起办')
    await staff.see('还没看')
    const [first, second] = await titlesIn(staff)
    await staff.write('档号', VOLUME)
    await staff.see('归档 0 件')
    for (const title of [first, second]) {
      await staff.press(`打开 ${title}`)
      await staff.see('公开后是这个样子')
      await staff.goBack()
      await staff.see('看过')
      await staff.press(`选上，${title}`)
    }
    await staff.press('归档 2 件')
    await staff.see(`✓ 办好了：${second}`)
    await staff.see('归档 0 件')
    expect(await titlesIn(staff)).not.toContain(first)
    await staff.visit(WORK)
    await staff.see('等我办')
    expect(await waiting(staff, '等我办')).toBe(before - 2)
    expect(await staff.errors()).toEqual([])
  })

  test('who comes second is told who was faster and what was done, and sees the newest state', async () => {
    const [editor, head] = [await open(), await open()]
    for (const [visitor, persona] of [
      [editor, 'editor'],
      [head, 'head'],
    ] as const) {
      await visitor.logIn(persona)
      await visitor.visit(WORK)
      await visitor.see('等我办')
      await visitor.press('轮到您：归档')
      await visitor.see('已确认')
    }
    await editor.write('档号', VOLUME)
    await editor.press('归档', 'button')
    await editor.see('办好了：归档')
    await head.write('档号', `${VOLUME}-甲`)
    await head.press('归档', 'button')
    await head.see('陈晓梅已经办了“归档”')
    await head.see(`档号 ${VOLUME}，`)
    expect(await head.text()).not.toContain(`${VOLUME}-甲`)
    await editor.press('下一件')
    await editor.see('已确认')
    expect([await head.errors(), await editor.errors()].flat().filter(isFault)).toEqual([])
  })

  test('a street looks at what its villages’ supervisors have spoken on, never at drafts', async () => {
    const clerk = await open()
    await clerk.logIn('street-clerk')
    await clerk.visit(WORK)
    await clerk.see('看哪里')
    await clerk.choose('看哪里', '· 柳湾村')
    await clerk.see('在别人手里')
    const text = await clerk.text()
    expect(text).not.toContain('草稿')
    expect(text).not.toContain('待监督审核')
    expect(text).toContain('已确认')
    expect(await clerk.errors()).toEqual([])
  })

  test('what was submitted is recalled and discarded, a correction is cancelled, each after it said what follows', async () => {
    const editor = await open()
    await editor.logIn('editor')
    await editor.visit(WORK)
    await editor.press('! 待监督审核')
    await editor.see('公开后是这个样子')
    await editor.press('撤回送审', 'button')
    await editor.see('监督已经同意的、会议已经定的，都要重新来')
    await editor.press('确定撤回送审')
    await editor.see('办好了：撤回送审')
    await editor.press('作废草稿', 'button')
    await editor.press('确定作废')
    await editor.see('× 已作废')
    await editor.visit(WORK)
    await editor.see('全部公示')
    await editor.press('归了档的')
    await editor.press('✓ 已归档')
    await editor.see('公开后是这个样子')
    await editor.press('更正', 'button')
    await editor.write('更正原因', '先看看哪里要改')
    await editor.press('开始更正')
    await editor.see('办好了：更正')
    await editor.press('提交监督审核')
    await editor.see('没有不同。请改好再送审；不用改的，请取消更正。')
    await editor.press('取消更正', 'button')
    await editor.press('确定取消更正')
    await editor.see('办好了：取消更正')
    await editor.see('✓ 已归档')
    expect((await editor.errors()).filter(isFault)).toEqual([])
  })

  test('two works just under a vote: the village is told, the street asks and writes down what it found', async () => {
    const [editor, clerk] = [await open(), await open()]
    await editor.logIn('editor')
    for (const title of ['河东护坡修补一期', '河东护坡修补二期']) {
      await editor.visit(`/packages/power/pages/open/index?org=${VILLAGE}&item=XM-01`)
      await editor.see('要办什么事')
      await editor.write('要办什么事', title)
      await editor.write('金额（元）', '45000')
      await editor.write('收款方', '安澜水利工程队')
      await editor.press('提出', 'button')
      await editor.see(title)
    }
    await editor.see('每件都不到5万元，合计9万元。疑似拆分，请核实。')
    await clerk.logIn('street-clerk')
    await clerk.visit(`/packages/desk/pages/board/index?org=${STREET}`)
    await clerk.see('公开覆盖')
    await clerk.press('照清单办的事')
    await clerk.see('河东护坡修补一期')
    await clerk.press('核实过，是分开的几件事')
    await clerk.write('核实情况', '看过两份预算，分两年立项')
    await clerk.press('登记核实结果')
    await clerk.see('✓ 核实过，是分开的几件事')
    expect([await clerk.errors(), await editor.errors()].flat()).toEqual([])
  })
}

/** A browser writes every refused request into its console; the refusal is what this test is about. */
const isFault = (problem: string): boolean => !/409|422/.test(problem)
