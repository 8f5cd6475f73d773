import { JOURNEY_NOW } from '../server/runningServer'
import type { Visitor } from './visitor'

const FIRST_DAY = JOURNEY_NOW.slice(0, 10)

/** What staff do with a notice that exists, one step each, by pressing what the review page offers. */

/** From 我的 over the workbench to the notice. */
export async function openWork(visitor: Visitor, persona: string, title: string): Promise<void> {
  await visitor.logIn(persona)
  await visitor.press('去工作台')
  await visitor.press(`${title}，`)
  await visitor.see('公开后是这个样子')
}

/** Masks whatever the check finds, by the rules. Gives what the check said first. */
export async function maskFindings(visitor: Visitor): Promise<string> {
  await visitor.press('隐私检查', 'link')
  await visitor.see('没有办')
  await visitor.press('你写的')
  const found = await visitor.text()
  await visitor.press('全部按规定遮好')
  await passCheck(visitor)
  return found
}

/** On the page of the check, nothing being left to mask. */
export async function passCheck(visitor: Visitor): Promise<void> {
  await visitor.see('没有要遮的了')
  await visitor.press('检查通过')
  await visitor.see('隐私检查通过')
}

export async function submit(visitor: Visitor): Promise<void> {
  await visitor.press('提交监督审核')
  await visitor.see('待监督审核')
}

export async function agree(visitor: Visitor): Promise<void> {
  await visitor.press('同意公开')
  await visitor.see('监督已同意')
}

/** The supervisors object: not without a reason. */
export async function refuse(visitor: Visitor, reason: string): Promise<void> {
  await visitor.press('不同意，退回')
  await visitor.see('不同意要写明原因')
  await visitor.write('审核意见', reason)
  await visitor.press('不同意，退回')
  await visitor.see('审核未通过')
}

/** `day`: not before the supervisors agreed. */
export async function recordMeeting(visitor: Visitor, decision: string, day = FIRST_DAY): Promise<void> {
  await visitor.pickDate('开会日期', day)
  await visitor.write('主持人', '刘长河')
  await visitor.write('应到人数', '7')
  await visitor.write('实到人数', '6')
  await visitor.write('会议决定', decision)
  await visitor.press('记录会议')
  await visitor.see('已定，待公开')
}

export async function publish(visitor: Visitor): Promise<void> {
  await visitor.press('公开', 'button')
  await visitor.see('公开后不能删除')
  await visitor.press('确定公开')
  await visitor.see('公示中')
}

export async function confirmAndArchive(visitor: Visitor, volume: string): Promise<void> {
  await visitor.press('负责人确认')
  await visitor.see('已确认')
  await visitor.write('档号', volume)
  await visitor.press('归档', 'button')
  await visitor.see('已归档')
}

export async function beginCorrection(visitor: Visitor, reason: string): Promise<void> {
  await visitor.press('更正', 'button')
  await visitor.write('更正原因', reason)
  await visitor.press('开始更正')
  await visitor.see('草稿')
}

export interface Leak {
  reason: string
  /** As the boxes call it. */
  leaked: string
  persons: string
  measures: string
}

export async function withdraw(visitor: Visitor, { reason, leaked, persons, measures }: Leak): Promise<void> {
  await visitor.press('撤回', 'button')
  await visitor.write('撤回原因', reason)
  await visitor.press(leaked)
  await visitor.write('涉及人数', persons)
  await visitor.write('处置措施', measures)
  await visitor.press('确定撤回')
  await visitor.see('已撤回')
}

/** The street orders a correction within the legal days. */
export async function orderCorrection(visitor: Visitor, reason: string): Promise<void> {
  await visitor.press('责令更正', 'button')
  await visitor.write('责令理由', reason)
  await visitor.press('发出责令')
  await visitor.see('责令更正')
}
