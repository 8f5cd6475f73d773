import { agree, openWork, publish, recordMeeting, submit } from './staffSteps'
import type { Visitor } from './visitor'

/** A new notice of the first village, as its editor writes it. */
export interface Writing {
  /** Path of the catalogue item, as the list of items names it. */
  item: string
  title: string
  /** Field of the form → what is written into it. */
  fields: Record<string, string>
}

export const SUPPORT_REVIEW: Writing = {
  item: '审核信息，特困人员救助供养',
  title: '特困人员救助供养初审结果公开',
  fields: {
    终止供养名单: '本期没有终止供养的',
    救助标准: '每人每月 835 元',
    申请办法: '到村委会填表，或拨打监督电话',
    监督电话: '029-0000 1101',
    说明: '新增一户，已入户核对。',
  },
}

/** What each person was offered at each step. */
export interface Offers {
  writerBefore: string
  writerAfter: string
  supervisor: string
  supervisorAfter: string
}

/** Editor writes and submits; the supervisor signs; the head records the meeting and publishes. Nobody is both sides. */
export async function publishWithFourEyes(
  visitor: Visitor,
  writing: Writing,
  writer = 'editor',
): Promise<Offers> {
  await visitor.logIn(writer)
  await writeNotice(visitor, writing)
  const writerBefore = await visitor.text()
  await submit(visitor)
  const writerAfter = await visitor.text()

  await openWork(visitor, 'supervisor', writing.title)
  const supervisor = await visitor.text()
  await agree(visitor)
  const supervisorAfter = await visitor.text()

  await openWork(visitor, 'head', writing.title)
  await recordMeeting(visitor, '内容属实，同意公开。')
  await publish(visitor)
  return { writerBefore, writerAfter, supervisor, supervisorAfter }
}

/** From 我的 to the stored draft, field by field. */
async function writeNotice(visitor: Visitor, { item, title, fields }: Writing): Promise<void> {
  await visitor.press('去工作台')
  await visitor.press('写公示')
  await visitor.press(item)
  await visitor.write('标题', title)
  for (const [label, value] of Object.entries(fields)) await visitor.write(label, value)
  await visitor.press('保存，看公开后的样子')
  await visitor.see('公开后是这个样子')
}
