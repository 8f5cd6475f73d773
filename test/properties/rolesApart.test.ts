import fc from 'fast-check'
import { type HeldRole, fitsOrg, roleClash } from '../../server/people/accounts/roleRules'
import type { NoticeState } from '@shared/contract/disclosure/notice'
import { Role } from '@shared/contract/people/auth'
import type { Actor, OrgTarget } from '@server/platform/access/actor'
import type { NoticeTarget } from '@server/disclosure/notices/policy'
import { can } from '@server/policies'

/**
 * Whatever roles an administrator manages to grant, in whatever order and terms, and whichever person then does whatever at
 * whatever time: nobody signs both sides of one publication, and no administrator takes part in one.
 */
const RUNS = 5_000
const ORGS: OrgTarget[] = [
  { code: 'XQ', kind: 'new-area', path: ['XQ'] },
  { code: 'ST1', kind: 'street', path: ['XQ', 'ST1'] },
  { code: 'V1', kind: 'village', path: ['XQ', 'ST1', 'V1'] },
  { code: 'V2', kind: 'community', path: ['XQ', 'ST1', 'V2'] },
]
const DAY = 24 * 3600_000
const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * DAY)
const PEOPLE = ['usr_a', 'usr_b', 'usr_c']

const wishOf = (orgs: readonly OrgTarget[], roles: readonly Role[]) =>
  fc.record({
    person: fc.constantFrom(...PEOPLE),
    role: fc.constantFrom(...roles),
    org: fc.constantFrom(...orgs),
    from: fc.nat(10),
    days: fc.option(fc.integer({ min: 1, max: 30 })),
  })
const wish = wishOf(ORGS, Role.options)
/** Wishes that meet each other often. */
const villageWish = wishOf(ORGS.slice(2, 3), ['editor', 'head', 'supervisor', 'security-admin'])
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

/** Rounds of a notice's life: who is asked first, and how many days pass. */
const round = fc.record({
  order: fc.shuffledSubarray(PEOPLE, { minLength: PEOPLE.length }),
  later: fc.nat(4),
})
const ACTIONS = ['notice.edit', 'notice.submit', 'notice.sign-off', 'notice.publish'] as const

type Held = HeldRole & { person: string }

/** Grants what may be granted, as the server does. */
function granted(wishes: readonly Wish[]): Held[] {
  const held: Held[] = []
  for (const { person, role, org, from, days } of wishes) {
    const wanted = {
      person,
      role,
      orgCode: org.code,
      orgName: org.code,
      from: day(from),
      to: days === null ? null : day(from + days),
    }
    const own = held.filter(one => one.person === person)
    if (fitsOrg(role, org.kind) && !roleClash(own, wanted)) held.push(wanted)
  }
  return held
}

const actorAt = (held: readonly Held[], person: string, at: Date): Actor => ({
  id: person,
  name: '',
  jobTitle: '',
  roles: held.filter(one => one.person === person && one.from <= at && (one.to === null || at < one.to)),
})

const has = (actor: Actor, ...roles: Role[]) => actor.roles.some(({ role }) => roles.includes(role))

interface Reached {
  granted: number
  signed: number
  published: number
}

/** One notice's life, each step by the first who may; checks it at its end. */
function live(
  held: readonly Held[],
  org: OrgTarget,
  rounds: { order: string[]; later: number }[],
  reached: Reached,
) {
  const notice = {
    org,
    state: 'draft' as NoticeState,
    writers: [] as string[],
    submittedBy: null as string | null,
    signedBy: null as string | null,
  } satisfies NoticeTarget
  let at = 0
  rounds.forEach(({ order, later }, index) => {
    at += later
    const action = ACTIONS[index % ACTIONS.length]!
    const person = order.find(one => can(actorAt(held, one, day(at)), action, notice))
    if (!person) return
    expect(has(actorAt(held, person, day(at)), 'system-admin', 'security-admin', 'audit-admin')).toBe(false)
    if (action === 'notice.edit') {
      Object.assign(notice, { writers: [...notice.writers, person], signedBy: null })
    }
    if (action === 'notice.submit') notice.submittedBy = person
    if (action === 'notice.sign-off' && notice.submittedBy) {
      reached.signed += 1
      notice.signedBy = person
    }
    if (action === 'notice.publish' && notice.signedBy) {
      reached.published += 1
      expect([...notice.writers, notice.submittedBy, person]).not.toContain(notice.signedBy)
    }
  })
}

test('no roles that may be granted together let anybody sign both sides of one publication', () => {
  const reached = { granted: 0, signed: 0, published: 0 }
  const wishes = fc.array(fc.oneof(wish, { arbitrary: villageWish, weight: 4 }), {
    minLength: 2,
    maxLength: 12,
  })
  const place = fc.constantFrom(ORGS[1]!, ORGS[2]!, ORGS[2]!, ORGS[3]!)
  fc.assert(
    fc.property(wishes, place, fc.array(round, { minLength: 4, maxLength: 12 }), (wanted, org, rounds) => {
      const held = granted(wanted)
      reached.granted += held.length
      live(held, org, rounds, reached)
    }),
    { numRuns: RUNS },
  )
  expect(reached.granted).toBeGreaterThan(RUNS)
  expect(reached.signed).toBeGreaterThan(RUNS / 20)
  expect(reached.published).toBeGreaterThan(RUNS / 50)
})

test('at no instant does anybody hold a post and a seat among its supervisors, nor two of the three administrators', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), fc.nat(40), (wishes, at) => {
      const held = granted(wishes)
      for (const person of PEOPLE) {
        const { roles } = actorAt(held, person, day(at))
        const inV1 = roles.filter(({ orgCode }) => orgCode === 'V1').map(({ role }) => role)
        expect(inV1.includes('supervisor') && (inV1.includes('editor') || inV1.includes('head'))).toBe(false)
        const admins = new Set(roles.map(({ role }) => role).filter(role => role.endsWith('-admin')))
        expect(admins.size).toBeLessThan(2)
      }
    }),
    { numRuns: RUNS },
  )
})
