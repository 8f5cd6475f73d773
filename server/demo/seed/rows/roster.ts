import { createHash } from 'node:crypto'
import { identityHash } from '@server/people/residents/identityHash'
import { seededRandom } from '../seededRandom'
import data from '../data/names.json'
import { seedId } from '../ids'
import { groupsOf } from '../names'
import { SEED_STREETS, type SeedVillage } from '../orgs'
import { personaOf } from '../personas'
import { userIdOf } from '../noticeRows'
import type { RosterVersionRow } from '@server/people/residents/models/rosterVersions'
import type { ResidencyClaimRow } from '@server/people/residents/models/residencyClaims'
import type { RosterEntryRow } from '@server/people/residents/models/rosterEntries'

/** Last six characters of the villager persona's fictional ID number in each village. */
const VILLAGER_TAIL = '010028'
const NEIGHBOURS = 12

export interface RosterRows {
  books: RosterVersionRow[]
  entries: RosterEntryRow[]
  claims: ResidencyClaimRow[]
}

interface Neighbour {
  name: string
  tail: string
  group: string | null
}

/** Returns the villager persona and some fictional neighbours. */
export function peopleOf(village: SeedVillage): Neighbour[] {
  const chance = seededRandom('roll', village.code)
  const groups = groupsOf(village)
  const { villager } = village.people
  // The persona's own lines are recognisable only if no other member of the group has the same masked name.
  const others = data.surnames.filter(surname => !villager.startsWith(surname))
  const neighbours = chance.some(others, NEIGHBOURS).map((surname, index) => ({
    name: surname + chance.pick(data.givenNames),
    tail: String(100_000 + index * 7001 + chance.int(0, 6999)),
    group: chance.pick(groups),
  }))
  return [{ name: villager, tail: VILLAGER_TAIL, group: groups[0] ?? null }, ...neighbours]
}

function rosterOf(village: SeedVillage, key: string, at: Date) {
  const salt = createHash('sha256').update(`demo-salt|${village.code}`).digest('hex').slice(0, 32)
  const people = peopleOf(village)
  const book: RosterVersionRow = {
    _id: village.code,
    salt,
    version: 1,
    people: people.length,
    importedAt: at,
    importedBy: userIdOf(personaOf(village.code, 'head')),
  }
  const entries = people.map(({ name, tail, group }, index): RosterEntryRow => {
    const tail6 = identityHash(key, salt, 'tail6', name, tail)
    const tail4 = identityHash(key, salt, 'tail4', name, tail.slice(-4))
    return {
      _id: seedId('rol', village.code, index),
      orgCode: village.code,
      name,
      group,
      person: tail6,
      tail4,
      tail6,
      phone: null,
      changedAt: at,
    }
  })
  return { book, entries }
}

function claimRow(
  entry: RosterEntryRow,
  userId: string,
  at: Date,
  more: Partial<ResidencyClaimRow>,
): ResidencyClaimRow {
  return {
    _id: seedId('clm', userId, entry._id),
    userId,
    orgCode: entry.orgCode,
    kind: 'own',
    relation: null,
    name: entry.name,
    group: entry.group,
    person: entry.person,
    phoneMatches: null,
    state: 'pending',
    version: 1,
    requestedAt: at,
    decidedAt: null,
    decidedBy: null,
    decidedByName: null,
    reason: null,
    grantId: null,
    live: true,
    holds: false,
    ...more,
  }
}

/** Builds the persona's residency claim 村民身份认证, confirmed by the village head. */
function residentClaim(village: SeedVillage, entry: RosterEntryRow, at: Date): ResidencyClaimRow {
  const villager = personaOf(village.code, 'villager')
  const head = personaOf(village.code, 'head')
  return claimRow(entry, userIdOf(villager), at, {
    state: 'confirmed',
    version: 2,
    decidedAt: at,
    decidedBy: userIdOf(head),
    decidedByName: head.name,
    grantId: seedId('grt', villager.code, 'villager', village.code),
    holds: true,
  })
}

/**
 * Builds the rosters of all villages; every villager persona is verified, and one relative waits in the first
 * village.
 */
export function seedRosters(key: string, from: Date, now: Date): RosterRows {
  const villages = SEED_STREETS.flatMap(street => street.villages)
  const rosters = villages.map(village => ({ village, ...rosterOf(village, key, from) }))
  const claims = rosters.map(({ village, entries }) => residentClaim(village, entries[0]!, from))
  const [first, second] = rosters
  const visitor = userIdOf(personaOf(second!.village.code, 'villager'))
  const elder = claimRow(first!.entries[1]!, visitor, new Date(now.getTime() - 3_600_000), {
    kind: 'elder',
    relation: 'child',
  })
  return {
    books: rosters.map(({ book }) => book),
    entries: rosters.flatMap(({ entries }) => entries),
    claims: [...claims, elder],
  }
}
