import { yuan } from '@shared/common/money'
import { ownRows, standingOf } from '../ownLines'
import { periodLabel } from '@shared/common/period'
import { isPaidList } from '@shared/content/paidList'
import type { Household, OwnLine } from '@shared/contract/reading/household'
import type { HouseholdData } from '../queries/household'
import type { OrgNames } from '@server/people/orgs'
import { presentOwnClaim } from '@server/people/residents'

const LEFT = '村民名册里已经没有这个人，请到村（居）委会核对。'
const NO_GROUP = '村民名册里没有写是哪个组，对不上名单，请到村（居）委会核对。'
const ALIKE =
  '同一个组里还有人在名单上写法相同，分不清哪一行是您家的，为保护别人的信息不列出来，请到村（居）委会核对。'

function linesOf({ entry, notices }: HouseholdData): OwnLine[] {
  return notices.flatMap(({ noticeId, title, period, content, publishedAt }) => {
    const paid = isPaidList(content)
    return ownRows(entry!, content).map(({ scheme, standard = null, persons, amountFen }) => ({
      noticeId,
      title,
      periodLabel: periodLabel(period),
      scheme,
      standard,
      persons,
      amount: yuan(amountFen),
      publishedAt: publishedAt.toISOString(),
      paid,
    }))
  })
}

function told(ground: HouseholdData): { sentence: string; lines: OwnLine[] } {
  const { entry, roll } = ground
  if (!entry) return { sentence: LEFT, lines: [] }
  const standing = standingOf(entry, roll)
  if (standing !== 'told-apart') return { sentence: standing === 'alike' ? ALIKE : NO_GROUP, lines: [] }
  const lines = linesOf(ground)
  const sentence = lines.length > 0 ? `找到您家 ${lines.length} 笔，哪笔不对就打电话。` : '公开过的名单里没有对上的。' // prettier-ignore
  return { sentence, lines }
}

/** Shown to the villager only: the person's own lines of published lists, and those of the elders represented. */
export const presentHousehold = (grounds: readonly HouseholdData[], names: OrgNames): Household => ({
  people: grounds.map(ground => {
    const { id, name, orgName, relationLabel } = presentOwnClaim(ground.claim, names.get(ground.claim.orgCode) ?? ground.claim.orgCode) // prettier-ignore
    return { claimId: id, orgName, name, relationLabel, ...told(ground) }
  }),
})
