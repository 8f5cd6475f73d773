import type { Models, PublicationRow, RollClaimRow, RollEntryRow } from '@server/platform/store/collections'
import { claimsOf } from '@server/people/residents/queries/roster'

/** Categories whose notices list recipients. */
const LISTING = ['poverty-alleviation', 'subsidy', 'elderly-care', 'social-assistance'] as const
/** So many notices of a category, newest first: several years of quarters. */
const MOST = 60

const FIELDS = { noticeId: 1, title: 1, period: 1, content: 1, publishedAt: 1, regards: 1 } as const
export type ListRow = Pick<PublicationRow, keyof typeof FIELDS>

export interface HouseholdData {
  claim: RollClaimRow
  /** The person as the roll has them now; null when they stand no longer in it. */
  entry: Pick<RollEntryRow, 'name' | 'group'> | null
  roll: Pick<RollEntryRow, 'name' | 'group'>[]
  /** Newest first. */
  notices: ListRow[]
}

async function listsOf(models: Models, orgCode: string): Promise<ListRow[]> {
  const all: ListRow[] = []
  for (const category of LISTING) {
    const rows = await models.publications
      .find({ orgCode, live: true, category }, FIELDS)
      .sort({ publishedAt: -1, _id: -1 })
      .limit(MOST)
      .lean<ListRow[]>()
      .exec()
    all.push(...rows)
  }
  return all.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
}

/** What is needed to find the lines of those whom a user is, or acts for: confirmed claims alone. */
export async function householdOf(models: Models, userId: string): Promise<HouseholdData[]> {
  const claims = (await claimsOf(models, userId)).filter(({ state }) => state === 'confirmed')
  const grounds: HouseholdData[] = []
  for (const claim of claims) {
    const roll = await models.rollEntries
      .find({ orgCode: claim.orgCode }, { name: 1, group: 1, person: 1 })
      .lean<Pick<RollEntryRow, 'name' | 'group' | 'person'>[]>()
      .exec()
    const entry = roll.find(({ person }) => person === claim.person) ?? null
    grounds.push({ claim, entry, roll, notices: await listsOf(models, claim.orgCode) })
  }
  return grounds
}
