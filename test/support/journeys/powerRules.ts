import { type PowerCast, openMatter, propose } from './powerRoad'
import type { Visitor } from './visitor'
import { VILLAGE } from './wholeRoad'

const ITEM = '物资和服务采购'
export const PURCHASE = '会议用纸杯'
const STEP = '提出采购'

interface Said {
  /** Button that asks for the reason, what the reason is called, and the button that does it. */
  button: string
  label: string
  done: string
  reason: string
  then: string
}

async function say(visitor: Visitor, { button, label, done, reason, then }: Said): Promise<void> {
  await visitor.press(button, 'button')
  await visitor.write(label, reason)
  await visitor.press(done, 'button')
  await visitor.see(then)
}

/** A small purchase: its clock is stopped and started, and it is handed over. */
export async function pauseAndHandOver(editor: Visitor): Promise<void> {
  await editor.logIn('editor')
  await editor.visit(`/packages/power/pages/work/index?org=${VILLAGE}`)
  await propose(editor, ITEM, PURCHASE)
  await editor.press('提出', 'button')
  await editor.see(`现在：${STEP}`)
  const pause = { button: '暂停计时', label: '为什么暂停', done: '暂停' }
  await say(editor, { ...pause, reason: '等供货单位报价', then: '已暂停，不计时' })
  await editor.press('恢复计时，接着办')
  await editor.see('您在办这一步')
  const hand = { button: '交给别人办', label: '为什么交给别人', done: '交出去' }
  await say(editor, { ...hand, reason: '下乡出差几天', then: '在办这一步' })
}

/** The supervisors stop it, nobody goes on, they lift the stop. Gives what the heir's page says meanwhile. */
export async function stopAndLift({
  head,
  supervisor,
}: Pick<PowerCast, 'head' | 'supervisor'>): Promise<string> {
  await supervisor.logIn('supervisor')
  await openMatter(supervisor, PURCHASE, STEP)
  const remark = { button: '提监督意见', label: '监督意见', done: '提出意见' }
  await say(supervisor, { ...remark, reason: '报价要有三家', then: '报价要有三家' })
  const stop = { button: '监督叫停', label: '为什么叫停', done: '叫停这件事' }
  await say(supervisor, { ...stop, reason: '没有看到报价单', then: '被叫停，不计时' })
  await head.logIn('head')
  await openMatter(head, PURCHASE, STEP)
  const stopped = await head.text()
  const lift = { button: '解除叫停', label: '为什么解除', done: '解除叫停，接着办' }
  await say(supervisor, { ...lift, reason: '报价单已经补上', then: '正在办' })
  return stopped
}

/** The person responsible gives it up; returns what its page says then. */
export async function cancel(head: Visitor): Promise<string> {
  await openMatter(head, PURCHASE, STEP)
  const words = { button: '取消这件事', label: '为什么取消', done: '确定取消' }
  await say(head, { ...words, reason: '村里还有存货', then: '已取消' })
  return head.text()
}

async function meet(head: Visitor, day: string, button: string): Promise<void> {
  await head.write('哪次会议通过的', '村民代表会议')
  await head.pickDate('哪天通过', day)
  await head.pickDate('哪天起施行', day)
  await head.press(button)
}

/** The street has changed its model: the village looks at it and goes along. Gives what it was shown. */
export async function followModel(head: Visitor, day: string): Promise<string> {
  await head.visit(`/packages/power/pages/keep/index?org=${VILLAGE}`)
  await head.see('有 1 处还没有定')
  const shown = await head.text()
  await head.press('跟着改：使用村级印章')
  await meet(head, day, '登记会议的决定')
  await head.see('没有新的变化')
  return shown
}

interface ListFiles {
  /** A list with a fault, and one that differs from the model in one item. */
  faulty: string
  sound: string
}

/**
 * A list out of a file: one with a fault is not taken; of another is explained first what differs and what it leaves out.
 * Gives what was said of the fault, and of what had not been explained.
 */
export async function importList(head: Visitor, { faulty, sound }: ListFiles, day: string) {
  await head.holdFile(faulty)
  await head.press('导入文件')
  await head.see('一项也没有存')
  const refused = await head.text()
  await head.holdFile(sound)
  await head.press('导入文件')
  await head.see('没有问题')
  await head.write('为什么“使用村级印章”和示范清单不一样', '村里的章一直由文书保管')
  await meet(head, day, '登记这份清单')
  await head.see('请写明为什么没有')
  const unexplained = await head.text()
  await head.write('几项都是同一个原因的，在这里写一次', '村里的规矩是不借债')
  await head.press('登记这份清单')
  await head.see('第 3 版')
  return { refused, unexplained }
}
