import type { Visitor } from './visitor'

export const EXPLAINED = '村里按发放时的人数公开，街道按核准时的人数公开。'
export const REASON = '和街道台账对不上，请按台账更正。'

/** What the clerk saw after the order, and what everybody sees on 对照. */
export interface Ordered {
  desk: string
  alongside: string
}

/** A difference is explained by the village and, since that is not enough, its correction is ordered: all of it on 对照. */
export async function orderForDifference(
  visitor: Visitor,
  { discrepancyId, noticeId }: { discrepancyId: string; noticeId: string },
): Promise<Ordered> {
  const finding = `/packages/street/pages/finding/index?id=${discrepancyId}`
  await visitor.logIn('head')
  await visitor.visit(finding)
  await visitor.press('提交说明')
  await visitor.see('请写说明')
  await visitor.write('说明', EXPLAINED)
  await visitor.press('提交说明')
  await visitor.see(EXPLAINED)
  await visitor.logIn('street-clerk')
  await visitor.visit(finding)
  await visitor.see(EXPLAINED)
  await visitor.press('责令更正')
  await visitor.write('责令更正的理由', REASON)
  await visitor.press('责令更正', 'button')
  await visitor.see(REASON)
  const desk = await visitor.text()
  await visitor.visit(`/pages/alongside/index?id=${noticeId}`)
  await visitor.see(REASON)
  return { desk, alongside: await visitor.text() }
}
