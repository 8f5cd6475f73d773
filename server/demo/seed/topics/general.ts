import { afterPeriod } from '../calendar'
import { seededRandom } from '../seededRandom'
import { nothingBlock, textBlock, titled, type Topic } from './topic'

/** The whole content of an item without elements. */
const proseBlock = (text: string) => ({ ...textBlock(text), label: '公开内容' })

const AREA = '村务公开'
/** Quarters with a notice of homesteads, counted from the newest. */
const QUARTERS = 2

/** 宅基地审批情况: numbers only; 本期无发生 in quarters without an application. */
export const homesteadTopic: Topic = {
  code: 'homestead',
  places: [{ area: AREA, path: ['宅基地审批情况'] }],
  write: (village, calendar) =>
    calendar.quarters.slice(-QUARTERS).map(quarter => {
      const chance = seededRandom('homestead', village.code, quarter)
      const [asked, refused] = [chance.int(1, 4), chance.int(0, 1)]
      const text = [
        `本季度有${asked}户申请宅基地，批准${asked - refused}户，${refused > 0 ? `没有批准${refused}户` : '没有退回的'}。`,
        '每户面积都在规定标准以内。对结果有意见的，可以到村（居）委会查看申请和批准的材料。',
      ].join('\n')
      const blocks = chance.happens(35) ? [nothingBlock('本期没有人申请宅基地。')] : [proseBlock(text)]
      return {
        content: { title: titled(quarter, '宅基地审批情况公开'), period: quarter, blocks },
        publishAt: afterPeriod(quarter, 17, village.code, 'homestead'),
      }
    }),
  streetPeriods: 0,
}

const RESOLUTIONS = [
  '修村里排水沟，钱从集体收入里出',
  '公共厕所由村里轮流打扫',
  '广场路灯夏天开到晚上十点',
  '垃圾分类的红黑榜每月贴一次',
  '给高龄老人送饭的志愿者名额增加到六人',
] as const

/** 年度村总体规划及村民代表决议事项清单: what the representatives resolved in the last quarter. */
export const resolutionsTopic: Topic = {
  code: 'resolutions',
  places: [{ area: AREA, path: ['年度村总体规划及村民代表决议事项清单'] }],
  write: (village, calendar) =>
    calendar.quarters.slice(-1).map(quarter => {
      const chance = seededRandom('resolutions', village.code, quarter)
      const first = chance.int(0, RESOLUTIONS.length - 1)
      const passed = [first, (first + 2) % RESOLUTIONS.length].map(at => RESOLUTIONS[at]!)
      const text = [
        `本季度村（居）民代表会议开了1次，通过了${passed.length}件事。`,
        ...passed.map((one, at) => `${at + 1}. ${one}。`),
      ].join('\n')
      return {
        content: {
          title: titled(quarter, '村（居）民代表会议决议公开'),
          period: quarter,
          blocks: [proseBlock(text)],
        },
        publishAt: afterPeriod(quarter, 12, village.code, 'resolutions'),
      }
    }),
  streetPeriods: 0,
}
