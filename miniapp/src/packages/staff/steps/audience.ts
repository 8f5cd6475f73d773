import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'

const EVERYBODY = '所有人都看得到，不用登录；也能搜到、能转发，关注这里的人会收到提醒。'
const FINAL = '公开后不能删除。写错了只能更正，错的一版以后也查得到。'
const NAMED = '名单里的姓名和金额，公示期内所有人都看得到；期满以后只显示户数、人数和金额。'

/** Describes who will see a notice once it is public, and that it stays. */
export function audienceWords({ notice, work }: WorkNoticePage): string[] {
  const isNamed = notice.content.blocks.some(block => block.type === 'recipients' && block.rows.length > 0)
  return [
    `公开以后，${work.orgName}的村（居）民和其他${EVERYBODY}`,
    ...(isNamed ? [NAMED] : []),
    ...(notice.edition > 1 && notice.liveEdition !== null
      ? [`第 ${notice.edition} 版会换下现在公开的第 ${notice.liveEdition} 版。`]
      : []),
    FINAL,
  ]
}

/** The same for several notices at once. */
export const AUDIENCE_OF_ALL: readonly string[] = [`公开以后，${EVERYBODY}`, FINAL]
