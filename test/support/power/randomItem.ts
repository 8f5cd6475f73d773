import {
  type PowerItem,
  type PowerLimit,
  type PowerNext,
  type PowerStep,
  type PowerVote,
  PowerItem as ItemSchema,
} from '../../../shared/contract/power/item'
import type { Chance } from '../privacy/chance'

/** So many different ones, in their order. */
function some<T>(chance: Chance, all: readonly T[], n: number): T[] {
  const left = [...all]
  while (left.length > n) left.splice(chance.int(0, left.length - 1), 1)
  return left
}
const often = (chance: Chance, share: number): boolean => chance.next() < share

const LOCAL = { source: null, checkedOn: null, localSetting: true } as const
const VILLAGE_ROLES = ['handler', 'party-branch', 'two-committees', 'village-head', 'bookkeeper'] as const
const MEETINGS = ['representatives', 'villagers-council', 'members'] as const
const REVIEWERS = ['supervisors', 'town-clerk', 'county'] as const

const limit = (chance: Chance, most: number): PowerLimit => ({
  n: chance.int(1, most),
  unit: chance.pick(['working-day', 'calendar-day']),
  ...LOCAL,
})

const vote = (chance: Chance): PowerVote => ({
  present: { n: chance.int(1, 3), d: 3, strict: false },
  pass: { n: 1, d: 2, strict: often(chance, 0.7), of: chance.pick(['present', 'eligible']) },
  ballot: 'open',
  amountChanged: chance.pick(['refuse', 'vote-again']),
  ...LOCAL,
})

const always = (to: string): PowerNext => ({ when: { kind: 'always' }, to, back: null })
const orElse = (to: string): PowerNext => ({ when: { kind: 'else' }, to, back: null })
const on = (result: string, to: string): PowerNext => ({ when: { kind: 'result', result }, to, back: null })
const back = (result: string, to: string, atMost: number): PowerNext => ({
  ...on(result, to),
  back: { reason: '退回', atMost },
})

function amountWays(chance: Chance, next: string, later: () => string): PowerNext[] {
  const marks = some(chance, [1_000_00, 10_000_00, 50_000_00, 100_000_00], chance.int(1, 3))
  return [0, ...marks].map((fromFen, at) => ({
    when: { kind: 'amount', fromFen, belowFen: marks[at] ?? null },
    to: at === 0 ? next : later(),
    back: null,
  }))
}

function waysOf(chance: Chance, kind: string, at: number, ids: readonly string[]): PowerNext[] {
  const next = ids[at + 1] ?? 'END'
  const later = () => chance.pick([...ids.slice(at + 1), 'END'])
  const earlier = at > 0 ? chance.pick(ids.slice(0, at)) : null
  if (kind === 'vote') {
    const again = earlier && often(chance, 0.6) ? [back('未通过', earlier, chance.int(1, 2))] : []
    return [on('通过', next), ...again, orElse(often(chance, 0.5) ? 'END' : later())]
  }
  if (kind === 'review') {
    const again = earlier && often(chance, 0.7) ? [back('退回补正', earlier, chance.int(1, 2))] : []
    return [on('同意', next), ...again, orElse(later())]
  }
  return often(chance, 0.3) ? amountWays(chance, next, later) : [always(next)]
}

const waits = (chance: Chance, kind: string): boolean =>
  kind === 'wait' || (kind === 'vote' && often(chance, 0.3))

const shown = (chance: Chance): PowerStep['disclosure'] => ({
  what: '结果',
  area: '村务公开',
  path: ['财务'],
  category: null,
  evidence: [],
  within: limit(chance, 7),
})

function step(chance: Chance, at: number, ids: readonly string[]): PowerStep {
  const first = at === 0
  const kind = first ? 'act' : chance.pick(['act', 'act', 'review', 'vote', 'wait'])
  const actors = { vote: MEETINGS, review: REVIEWERS }[kind] ?? VILLAGE_ROLES
  const long = limit(chance, 20)
  const next = waysOf(chance, kind, at, ids)
  return {
    id: ids[at]!,
    name: `第${at + 1}步`,
    kind,
    actor: chance.pick<string>(actors),
    action: '办理',
    output: '记录',
    form: '',
    limit: long,
    least: waits(chance, kind) ? { ...long, n: chance.int(1, long.n) } : null,
    vote: kind === 'vote' ? vote(chance) : null,
    notBy: kind === 'review' ? some(chance, ids.slice(0, at), chance.int(1, 2)) : [],
    evidence: some(chance, ['记录', '签到册', '照片'], chance.int(0, 2)),
    risks: first ? [{ risk: '拆分', control: '合并计算' }] : [],
    supervision: first ? { by: 'supervisors', checks: '有无拆分', evidence: '' } : null,
    disclosure: first || often(chance, 0.4) ? shown(chance) : null,
    branchSource: next.some(({ when }) => when.kind === 'amount') ? { ...LOCAL } : null,
    next,
  }
}

/** A random sound item of 1 to 9 steps: every step is reached through the one before it, or by a branch. */
export function randomItem(chance: Chance): PowerItem {
  const ids = Array.from({ length: chance.int(1, 9) }, (_, at) => `s${at}`)
  return ItemSchema.parse({
    code: 'RD-01',
    name: '随机事项',
    class: 'project',
    nature: 'collective',
    responsible: { body: '村民委员会', role: 'village-head' },
    basis: [{ text: '依据', localSetting: true }],
    negative: ['不得拆分'],
    steps: ids.map((_, at) => step(chance, at, ids)),
    totalLimit: { n: 400, unit: 'working-day', localSetting: true },
    adopted: { meeting: '村民代表会议', on: '2023-01-05' },
    inForce: '2023-01-06',
  })
}
