import { chinaDate, dateLabel } from '@shared/common/period'
import { saidCode, shortCode } from '@shared/presentation/shortCode'
import type { NoticePage } from '@shared/contract/reading/site'
import { lastDay } from '@shared/presentation/publicityWords'

/** Texts shared by wall sheet, article and broadcast. */

export const dayOf = (instant: string | Date): string => dateLabel(chinaDate(new Date(instant)))

/** The four characters of the seal 审讫章. */
export const SEAL = '监督审讫'

/** The short code 短码 in two groups, for reading aloud. */
export const codeOf = ({ notice }: NoticePage): string => saidCode(notice.id)

/** Where the village is and what the notice is about. */
export const placeLine = ({ org, item }: NoticePage): string =>
  [org.ancestors.at(-1)?.name, item.area].filter(Boolean).join('，')

export const sentenceIn = ({ presented }: NoticePage): string =>
  presented.blocks.find(block => block.kind === 'summary')?.text ?? ''

export const publishedLine = ({ notice }: NoticePage): string =>
  `${notice.orgName} · ${dayOf(notice.publishedAt)}公开 · 第 ${notice.edition} 版 · ${notice.periodLabel}`

export const codeLine = ({ notice }: NoticePage): string =>
  `短码 ${shortCode(notice.id)}（在明白栏“查找”里输入，也能找到这条公示）`

/** Returns where to send an objection, and until when it counts for this publicity period. */
export function objectionLines({ publicity, org }: NoticePage): string[] {
  const until = publicity.over
    ? '公示已经结束，仍然可以提意见'
    : `觉得不对的，请在${dateLabel(lastDay(publicity))}前提出`
  const people = org.contacts.map(({ name, jobTitle, phone }) => `${jobTitle} ${name}，电话 ${phone}`)
  const office = [
    ...(org.address ? [`办公地址：${org.address}`] : []),
    ...(org.officeHours ? [`办公时间：${org.officeHours}`] : []),
  ]
  return [`${until}：扫码打开公示，点“提意见”；或者打电话、当面说。`, ...people, ...office]
}
