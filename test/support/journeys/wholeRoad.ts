import { setTimeout as sleep } from 'node:timers/promises'
import { placeGroups } from '../../../miniapp/src/packages/objection/places'
import { chinaDate } from '../../../shared/common/period'
import type { NoticePage } from '../../../shared/contract/reading/site'
import type { RunningServer } from '../server/runningServer'
import { fillFromLast } from './drafting'
import type { Library } from './library'
import { answerObjection, fileObjection, settleObjection } from './objecting'
import {
  agree,
  beginCorrection,
  confirmAndArchive,
  type Leak,
  maskFindings,
  openWork,
  orderCorrection,
  passCheck,
  publish,
  recordMeeting,
  refuse,
  submit,
  withdraw,
} from './staffSteps'
import type { Visitor } from './visitor'

/** The people of the workflow, each with a phone or tab of their own. */
export interface Cast {
  editor: Visitor
  supervisor: Visitor
  head: Visitor
  villager: Visitor
  clerk: Visitor
}

/** Where it is walked. */
export interface Stage {
  cast: Cast
  library: Library
  /** Its time can jump. */
  server: Pick<RunningServer, 'moveClock'>
  /** What is wrong with the look of the page that somebody has before them. */
  look(visitor: Visitor): Promise<string[]>
}

export const VILLAGE = 'XQ-DH-LX-V01'
export const TITLE = '2026年四季度高龄津贴发放名单（本村核对稿）'
/** The standard's own example number (GB 11643), which belongs to nobody. */
const ID_NUMBER = '11010519491231002X'
export const ADDRESS = '柳湾村3组27号'
export const EXPLANATION = `名单按民政台账核对，有疑问请到${ADDRESS}询问。`
const CORRECTED = '名单按民政台账重新核对，有疑问请到村委会询问。'
export const REFUSAL = '第 2 行和领款签字表对不上，请核对后再报。'
const MENDED = '名单已和领款签字表逐行核对，有疑问请到村委会询问。'
export const DECISION = '名单属实，同意公开。'
export const VOLUME = '2026-民政-012'
export const ORDER = '名单说明没有写核对的依据，限期更正。'
export const CORRECTION = '补写核对名单的依据。'
export const LEAK: Leak = {
  reason: '名单里误写了不应公开的信息，先撤下核对。',
  leaked: '住址',
  persons: '1',
  measures: '已撤下，已电话告知本人，已报街道。',
}

/** Writes the list from last period's. Gives what the form said of a number that nobody may write, and made of it. */
export async function writeList({ cast: { editor }, library }: Stage) {
  await fillFromLast(editor, library)
  await editor.write('标题', TITLE)
  await editor.write('说明', `有疑问请找核对人，身份证 ${ID_NUMBER}。`)
  await editor.press('保存，看公开后的样子')
  await editor.see('按规定遮好')
  const complained = await editor.text()
  await editor.press('按规定遮好')
  await editor.write('说明', EXPLANATION)
  await editor.press('保存，看公开后的样子')
  await editor.see('公开后是这个样子')
  return { complained }
}

/** The supervisors' word: what the editor had masked, and why it comes back. */
export async function checkAndBeRefused({ cast: { editor, supervisor, clerk } }: Stage) {
  const found = await maskFindings(editor)
  await submit(editor)
  await openWork(supervisor, 'supervisor', TITLE)
  const seen = await supervisor.text()
  await refuse(supervisor, REFUSAL)
  await openVillageWork(clerk)
  const town = await clerk.text()
  await openWork(editor, 'editor', TITLE)
  return { found, seen, town, told: await editor.text() }
}

/** The street looks at a village's work; `state`: the tab that lists it, unless somebody waits for it. */
async function openVillageWork(clerk: Visitor, state?: string): Promise<void> {
  await clerk.logIn('street-clerk')
  await clerk.press('去工作台')
  await clerk.choose('看哪里', '· 柳湾村')
  if (state) await clerk.press(state)
  await clerk.press(`${TITLE}，`)
  await clerk.see('公开后是这个样子')
}

/** Writes another explanation and hands the notice in again; the supervisors agree, the meeting fixes it, it is published. */
async function walkToPublication(
  { cast: { editor, supervisor, head } }: Stage,
  text: string,
  day?: string,
): Promise<void> {
  await editor.press('修改', 'link')
  await editor.write('说明', text)
  await editor.press('保存，看公开后的样子')
  await editor.see('公开后是这个样子')
  await editor.press('隐私检查', 'link')
  await passCheck(editor)
  await submit(editor)
  await openWork(supervisor, 'supervisor', TITLE)
  await supervisor.see('这次改了什么')
  await agree(supervisor)
  await openWork(head, 'head', TITLE)
  await recordMeeting(head, DECISION, day)
  await publish(head)
}

export const mendAndPublish = (stage: Stage): Promise<void> => walkToPublication(stage, MENDED)

/** The newest notice of the village as anybody may read it. */
export async function newestNotice({ library: { client } }: Stage): Promise<NoticePage> {
  const { items } = await client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { limit: 1 },
  })
  return client.api('GET /notices/:id', { params: { id: items[0]!.id } })
}

/** Names as the list shows them. */
export function namesIn({ presented }: NoticePage): string[] {
  const table = presented.blocks.find(block => block.kind === 'table')
  return table?.rows.map(row => row.cells[0]!) ?? []
}

/** From the board to the notice; what was kept of it is shown first, so `says` is waited for. */
export async function readNotice(villager: Visitor, says: string): Promise<string> {
  await villager.visit(`/pages/home/index?org=${VILLAGE}`)
  await villager.press(`${TITLE}，`)
  await villager.see(says)
  await villager.see('公开后没有改动')
  return villager.text()
}

/** A row is doubted, counted, answered and settled. */
export async function doubtARow({ cast: { villager, head } }: Stage, page: NoticePage) {
  const { places } = placeGroups(page.presented.blocks).find(one => one.places.length > 2)!
  const filed = await fileObjection(villager, page.notice.id, places[1]!.title)
  const counted = await readNotice(villager, '有 1 件异议在等答复')
  const answered = await answerObjection(head, filed.number)
  const settled = await settleObjection(villager, filed.number)
  return {
    place: places[1]!.title,
    filed,
    counted,
    answered,
    settled,
    after: await readNotice(villager, '提过 1 件，都答复了'),
  }
}

/** The time goes on past the last day; head and villager look again, then it is confirmed and archived. */
export async function letPeriodEnd({ cast: { villager, head }, server }: Stage, page: NoticePage) {
  const soonAfter = new Date(Date.parse(page.publicity.endsAt) + 60_000)
  await server.moveClock(soonAfter.toISOString())
  const folded = await readNotice(villager, '公示已结束')
  await openWork(head, 'head', TITLE)
  const ended = await head.text()
  await confirmAndArchive(head, VOLUME)
  return { folded, ended, archived: await head.text(), today: chinaDate(soonAfter) }
}

/** The street orders a correction; the village publishes a second edition by the same workflow. */
export async function correct(stage: Stage, today: string) {
  const { editor, clerk, villager } = stage.cast
  await openVillageWork(clerk, '归了档的')
  await orderCorrection(clerk, ORDER)
  const ordered = await readNotice(villager, ORDER)
  await openWork(editor, 'editor', TITLE)
  const told = await editor.text()
  await beginCorrection(editor, CORRECTION)
  await walkToPublication(stage, CORRECTED, today)
  const second = await readNotice(villager, CORRECTION)
  const faults = await stage.look(villager)
  await villager.press('看第 1 版', 'link')
  await villager.see('这是以前的第 1 版')
  const first = await villager.text()
  faults.push(...(await stage.look(villager)))
  await villager.press('看现在的第 2 版', 'link')
  await villager.see(CORRECTED)
  return { ordered, told, second, first, faults }
}

/** Reads the board once its fresh page has replaced the one that the phone had; after 20 s as it is. */
async function boardWithout(villager: Visitor, title: string): Promise<string> {
  let board = await villager.text()
  for (let look = 0; look < 80 && board.includes(title); look += 1) {
    await sleep(250)
    board = await villager.text()
  }
  return board
}

/** Everything comes off the page; who has the address reads why. */
export async function withdrawAll({ cast: { head, villager }, look }: Stage, page: NoticePage) {
  await openWork(head, 'head', TITLE)
  await withdraw(head, LEAK)
  await villager.visit(`/pages/home/index?org=${VILLAGE}`)
  const board = await boardWithout(villager, TITLE)
  await villager.visit(`/pages/notice/index?id=${page.notice.id}`)
  await villager.see('已经撤回')
  const tombstone = await villager.text()
  const faults = await look(villager)
  await villager.press('看第 1 版的撤回说明', 'link')
  await villager.see('第 1 版')
  const former = await villager.text()
  faults.push(...(await look(villager)))
  await villager.visit(`/pages/notice/index?id=${page.notice.id}`)
  await villager.press('核验存证', 'link')
  await villager.see('没有发现改动')
  return { board, tombstone, former, faults, proved: await villager.text() }
}
