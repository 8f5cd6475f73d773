import type { RunningServer } from '../server/runningServer'
import { AREA, ITEM, MENDED } from './clerkFile'
import { LINE, SAID, VILLAGES, listsInForce, streetDiscloses } from './clerkStage'
import { agree, openWork, publish, recordMeeting, submit } from './staffSteps'
import type { Visitor } from './visitor'

/** What the clerk and the village saw on the way, page by page. */
export interface Day {
  flagged: string
  mended: string
  activated: string
  /** Each village's page after one press. */
  aligned: string[]
  clock: string
  overdue: string
  reminder: string
  discrepancy: string
  ordered: string
  corrected: string
  green: string
}

export interface Stage {
  server: RunningServer
  /** The county's workbook. */
  file: string
  /** Keeps a picture of what is shown now. */
  look?: (name: string) => Promise<void>
}

const NEXT_WEEK = '2026-11-30T02:00:00.000Z'
const WRONG = '每人每月80元'
const TITLE = '第四季度高龄津贴发放情况公开'
const VILLAGE = VILLAGES[0].name
/** The matrix has one row for the matter, under the street's name. */
const MATTER = ITEM.join(' › ')

/**
 * 街道经办人的一天, by what a person would press: import, correct two cells, activation by a second person, alignment of three
 * villages, a payment that starts a clock, the reminder a week later, publication, difference, ordered correction.
 */
export async function clerkDay(
  visitor: Visitor,
  { server, file, look = async () => {} }: Stage,
): Promise<Day> {
  await listsInForce(server)
  const imported = await importCatalogue(visitor, file, look)
  const aligned = await alignVillages(visitor, look)
  await streetDiscloses(server)
  const clock = await recordPayment(visitor, look)
  await server.moveClock(NEXT_WEEK)
  const overdue = await remind(visitor, look)
  const reminder = await publishAfterReminder(visitor, look)
  const { discrepancy, ordered } = await orderCorrection(visitor, look)
  await correct(visitor)
  const { corrected, green } = await lookAgain(visitor, look)
  return { ...imported, aligned, clock, overdue, reminder, discrepancy, ordered, corrected, green }
}

type Look = NonNullable<Stage['look']>

/** The file becomes a draft, its two doubtful cells are corrected, and another clerk puts it into force. */
async function importCatalogue(visitor: Visitor, file: string, look: Look) {
  await visitor.logIn('street-clerk')
  await visitor.press('导入目录')
  await visitor.holdFile(file)
  await visitor.press('选文件')
  await visitor.see('养老服务目录.xlsx')
  await visitor.see('还有 2 格要看')
  await visitor.see('国办发〔201680号')
  const flagged = await visitor.text()
  await look('import')
  for (const number of MENDED) await visitor.press(`改成“${number}”`)
  await visitor.see('全部看过了')
  const mended = await visitor.text()
  await visitor.press('看和现行目录的不同')
  await visitor.see('和现行目录的不同')
  await look('diff')
  await visitor.press('提交，请另一个人启用')

  await visitor.logIn('street-clerk-2')
  await visitor.press('导入目录')
  await visitor.press('养老服务目录.xlsx')
  await visitor.press('启用目录')
  await visitor.see('已启用')
  return { flagged, mended, activated: await visitor.text() }
}

async function alignVillages(visitor: Visitor, look: Look): Promise<string[]> {
  await visitor.logIn('street-clerk')
  await visitor.press('去工作台')
  await visitor.press('各村目录')
  const pages: string[] = []
  for (const { name } of VILLAGES) {
    await visitor.press(name)
    await visitor.see(`${name}目录对应`)
    if (pages.length === 0) await look('align')
    await visitor.press('按建议全部确认')
    await visitor.see('✓ 都定好了')
    pages.push(await visitor.text())
    await visitor.press('柳溪街道各村目录')
  }
  await look('aligned')
  return pages
}

/** One press says that the money has been paid out. */
async function recordPayment(visitor: Visitor, look: Look): Promise<string> {
  await visitor.logIn('editor')
  await visitor.press('去工作台')
  await visitor.press('要公开的')
  await visitor.press(`钱发放了，${LINE}`)
  await visitor.see('✓ 记下了')
  await look('event')
  return visitor.text()
}

async function openCell(visitor: Visitor): Promise<void> {
  await visitor.logIn('street-clerk')
  await visitor.press('公开情况')
  await visitor.press('按村看')
  await visitor.choose('领域', AREA)
  await visitor.press(`${VILLAGE}，`)
  await visitor.see(MATTER)
}

async function remind(visitor: Visitor, look: Look): Promise<string> {
  await openCell(visitor)
  await look('desk')
  await visitor.press(`${MATTER}，`)
  await visitor.see('已过')
  const overdue = await visitor.text()
  await visitor.press('提醒村里')
  await visitor.see('✓ 已提醒')
  await look('reminded')
  return overdue
}

/** The village finds the reminder, writes — with a wrong amount — and publishes with four eyes. */
async function publishAfterReminder(visitor: Visitor, look: Look): Promise<string> {
  await visitor.logIn('editor')
  await visitor.press('我的消息')
  await visitor.see('提醒公开')
  const reminder = await visitor.text()
  await look('reminder')
  await visitor.press('提醒公开')
  await visitor.press('本月的')
  await visitor.press(`${LINE}，`)
  await visitor.press('去写公示')
  await visitor.choose('所属时间', '2026年第四季度')
  await visitor.write('标题', TITLE)
  for (const [label, value] of Object.entries({ ...SAID, 补贴标准: WRONG })) {
    await visitor.write(label, value)
  }
  await visitor.press('保存，看公开后的样子')
  await visitor.see('公开后是这个样子')
  await walkToPublication(visitor)
  return reminder
}

/** From the saved notice to the published one: submitted, signed by the supervisor, fixed by the meeting, published by the head. */
async function walkToPublication(visitor: Visitor): Promise<void> {
  await submit(visitor)
  await openWork(visitor, 'supervisor', TITLE)
  await agree(visitor)
  await openWork(visitor, 'head', TITLE)
  await recordMeeting(visitor, '内容属实，同意公开。', NEXT_WEEK.slice(0, 10))
  await publish(visitor)
}

async function orderCorrection(visitor: Visitor, look: Look) {
  await visitor.logIn('street-clerk')
  await visitor.press('去工作台')
  await visitor.press('两边不一致')
  await visitor.press(`${VILLAGE} · ${LINE}，“补贴标准”`)
  await visitor.see(WRONG)
  const discrepancy = await visitor.text()
  await look('discrepancy')
  await visitor.press('责令更正，写明理由')
  await visitor.write('责令更正的理由', '补贴标准和街道公开的不一样，请核对后更正。')
  await visitor.press('责令更正')
  await visitor.see('责令更正')
  await look('ordered')
  return { discrepancy, ordered: await visitor.text() }
}

async function correct(visitor: Visitor): Promise<void> {
  await visitor.logIn('editor')
  await visitor.press('去工作台')
  await visitor.press('两边不一致')
  await visitor.press('责令更正')
  await visitor.press(`${LINE}，“补贴标准”`)
  await visitor.write('更正原因', '补贴标准写错了，已经核对。')
  await visitor.press('开始更正')
  await visitor.write('补贴标准', SAID.补贴标准)
  await visitor.press('保存，看公开后的样子')
  await visitor.see('公开后是这个样子')
  await walkToPublication(visitor)
}

async function lookAgain(visitor: Visitor, look: Look) {
  await openCell(visitor)
  const green = await visitor.text()
  await look('green')
  await visitor.visit('/packages/street/pages/findings/index?org=XQ-DH-LX')
  await visitor.press('已更正')
  await visitor.see(LINE)
  return { corrected: await visitor.text(), green }
}
