import type { Db } from '@server/platform/store/db'
import {
  claimsOf,
  RosterEntries,
  type RosterEntryRow,
  type ResidencyClaimRow,
} from '@server/people/residents'
import { Publications, type PublicationRow } from '@server/disclosure/publications'

/** Categories whose notices may list recipients. */
const LISTING = ['poverty-alleviation', 'subsidy', 'elderly-care', 'social-assistance', 'general'] as const
/** Most notices of a category, newest first: several years of quarters. */
const MOST = 60

const FIELDS = { noticeId: 1, title: 1, period: 1, content: 1, publishedAt: 1, regards: 1 } as const
type ListRow = Pick<PublicationRow, keyof typeof FIELDS>

export interface HouseholdData {
  claim: ResidencyClaimRow
  /** The person in the current roster; null when no longer in it. */
  entry: Pick<RosterEntryRow, 'name' | 'group'> | null
  roll: Pick<RosterEntryRow, 'name' | 'group'>[]
  /** Newest first. */
  notices: ListRow[]
}

async function listsOf(db: Db, orgCode: string): Promise<ListRow[]> {
  const all: ListRow[] = []
  for (const category of LISTING) {
    const rows = await db
      .of(Publications)
      .find({ orgCode, live: true, category }, FIELDS)
      .sort({ publishedAt: -1, _id: -1 })
      .limit(MOST)
      .lean<ListRow[]>()
      .exec()
    all.push(...rows)
  }
  return all.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
}

/** Loads the data to find the lines of the people a user is or represents, by confirmed claims only. */
export async function householdOf(db: Db, userId: string): Promise<HouseholdData[]> {
  const claims = (await claimsOf(db, userId)).filter(({ state }) => state === 'confirmed')
  const grounds: HouseholdData[] = []
  for (const claim of claims) {
    const roll = await db
      .of(RosterEntries)
      .find({ orgCode: claim.orgCode }, { name: 1, group: 1, person: 1 })
      .lean<Pick<RosterEntryRow, 'name' | 'group' | 'person'>[]>()
      .exec()
    const entry = roll.find(({ person }) => person === claim.person) ?? null
    grounds.push({ claim, entry, roll, notices: await listsOf(db, claim.orgCode) })
  }
  return grounds
}
