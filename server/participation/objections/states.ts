import type { ObjectionState } from '@shared/contract/participation/objection'

/** Events of an objection 异议 after it was filed. */
export type ObjectionEvent =
  'release' | 'refuse' | 'answer' | 'settle' | 'dissatisfy' | 'escalate' | 'withdraw'

/** Level that must answer: the notice's own organisation, the street or town above, the district or county. */
export type ObjectionLevel = 'own' | 'town' | 'county'

/** Side of the notice: a village or community, or a street or town. */
type ObjectionSide = 'village' | 'government'

export interface ObjectionTransition {
  event: ObjectionEvent
  from: readonly ObjectionState[]
  to: ObjectionState
  /** Label in the history 做了什么. */
  label: string
  /** Only on notices of this side. */
  side?: ObjectionSide
  /** Only when the answer is overdue. */
  needsLate?: boolean
}

/**
 * Transition table 异议办理: all transitions of an objection as data. 山东省村务公开条例 §16 (objection, answer), §17 (unsatisfied: to the
 * town, then the county).
 */
export const OBJECTION_TRANSITIONS: readonly ObjectionTransition[] = [
  { event: 'release', from: ['held'], to: 'open', label: '人工审核通过' },
  { event: 'refuse', from: ['held'], to: 'refused', label: '人工审核不通过' },
  { event: 'answer', from: ['open'], to: 'answered', label: '答复' },
  { event: 'answer', from: ['town'], to: 'town-answered', label: '街道（镇）答复' },
  { event: 'answer', from: ['county'], to: 'county-answered', label: '区县答复' },
  {
    event: 'settle',
    from: ['answered', 'unsatisfied', 'town-answered', 'town-unsatisfied', 'county-answered'],
    to: 'settled',
    label: '村民确认已解决',
  },
  { event: 'dissatisfy', from: ['answered'], to: 'unsatisfied', label: '村民不满意' },
  { event: 'dissatisfy', from: ['town-answered'], to: 'town-unsatisfied', label: '村民不满意街道（镇）答复' },
  { event: 'dissatisfy', from: ['county-answered'], to: 'closed', label: '村民不满意区县答复，办理结束' },
  {
    event: 'escalate',
    from: ['answered', 'unsatisfied'],
    to: 'town',
    label: '提请街道（镇）处理',
    side: 'village',
  },
  {
    event: 'escalate',
    from: ['open'],
    to: 'town',
    label: '过期未答复，提请街道（镇）处理',
    side: 'village',
    needsLate: true,
  },
  {
    event: 'escalate',
    from: ['answered', 'unsatisfied'],
    to: 'county',
    label: '提请区县处理',
    side: 'government',
  },
  {
    event: 'escalate',
    from: ['open'],
    to: 'county',
    label: '过期未答复，提请区县处理',
    side: 'government',
    needsLate: true,
  },
  { event: 'escalate', from: ['town-answered', 'town-unsatisfied'], to: 'county', label: '提请区县处理' },
  { event: 'escalate', from: ['town'], to: 'county', label: '过期未答复，提请区县处理', needsLate: true },
  {
    event: 'withdraw',
    from: ['held', 'open', 'answered', 'unsatisfied', 'town', 'town-answered', 'town-unsatisfied', 'county'],
    to: 'withdrawn',
    label: '村民撤回',
  },
]

/** Fields of an objection that decide about a transition. */
export interface ObjectionStanding {
  state: ObjectionState
  side: ObjectionSide
  late: boolean
}

/** Finds the transition of an event; null when state, side or deadline does not allow it. */
export function objectionTransition(
  { state, side, late }: ObjectionStanding,
  event: ObjectionEvent,
): ObjectionTransition | null {
  return (
    OBJECTION_TRANSITIONS.find(
      row =>
        row.event === event &&
        row.from.includes(state) &&
        (!row.side || row.side === side) &&
        (!row.needsLate || late),
    ) ?? null
  )
}

interface StateFact {
  label: string
  level: ObjectionLevel
  /** `staff`: staff must answer or review. `villager`: the objector must reply. `nobody`: closed. */
  turn: 'staff' | 'villager' | 'nobody'
  /** Count on the notice that includes it; null = none. */
  counted: 'open' | 'answered' | 'settled' | null
  /** Next step, for the objector. */
  next: string
}

export const OBJECTION_STATES: Readonly<Record<ObjectionState, StateFact>> = {
  held: {
    label: '正在人工审核',
    level: 'own',
    turn: 'staff',
    counted: null,
    next: '文字要由人看过再转给答复的人。',
  },
  open: {
    label: '等答复',
    level: 'own',
    turn: 'staff',
    counted: 'open',
    next: '到期没有答复，可以提请上级处理。',
  },
  answered: {
    label: '已答复',
    level: 'own',
    turn: 'villager',
    counted: 'answered',
    next: '请看看答复，解决了没有由您说。',
  },
  unsatisfied: {
    label: '不满意',
    level: 'own',
    turn: 'villager',
    counted: 'open',
    next: '可以提请上级处理。',
  },
  town: {
    label: '街道（镇）处理中',
    level: 'town',
    turn: 'staff',
    counted: 'open',
    next: '到期没有答复，可以提请区县处理。',
  },
  'town-answered': {
    label: '街道（镇）已答复',
    level: 'town',
    turn: 'villager',
    counted: 'answered',
    next: '请看看答复，解决了没有由您说。',
  },
  'town-unsatisfied': {
    label: '不满意街道（镇）答复',
    level: 'town',
    turn: 'villager',
    counted: 'open',
    next: '可以提请区县处理。',
  },
  county: { label: '区县处理中', level: 'county', turn: 'staff', counted: 'open', next: '请等区县答复。' },
  'county-answered': {
    label: '区县已答复',
    level: 'county',
    turn: 'villager',
    counted: 'answered',
    next: '请看看答复，解决了没有由您说。',
  },
  settled: { label: '已解决', level: 'own', turn: 'nobody', counted: 'settled', next: '已经办结。' },
  closed: {
    label: '已办结',
    level: 'county',
    turn: 'nobody',
    counted: 'settled',
    next: '这里已经办到头。仍不服的，可以走信访、行政复议等其他渠道。',
  },
  withdrawn: { label: '已撤回', level: 'own', turn: 'nobody', counted: null, next: '您已撤回。' },
  refused: {
    label: '没有通过审核',
    level: 'own',
    turn: 'nobody',
    counted: null,
    next: '看过原因，可以改了再提。',
  },
}

export const objectionStateLabel = (state: ObjectionState): string => OBJECTION_STATES[state].label
export const isWaiting = (state: ObjectionState): boolean => OBJECTION_STATES[state].turn === 'staff'

/** Checks whether the deadline has passed while staff must act. */
export const isLate = (state: ObjectionState, dueAt: Date | null, now: Date): boolean =>
  isWaiting(state) && dueAt !== null && now >= dueAt

/**
 * Checks whether the objection blocks the confirmation of its notice: until staff answer, then until the villager's time to
 * reply is over.
 */
export function keepsOpen(state: ObjectionState, replyBy: Date | null, now: Date): boolean {
  const { turn } = OBJECTION_STATES[state]
  return turn === 'staff' || (turn === 'villager' && replyBy !== null && now < replyBy)
}

const nodeOf = (state: ObjectionState) => state.replaceAll('-', '_')

/** Renders the table as a Mermaid state diagram for the documentation. */
export function objectionDiagram(): string {
  const states = Object.entries(OBJECTION_STATES).map(
    ([state, { label }]) => `  state "${label}" as ${nodeOf(state as ObjectionState)}`,
  )
  const edges = OBJECTION_TRANSITIONS.flatMap(({ from, to, label, side }) => {
    const whose = side ? `（${side === 'village' ? '村（社区）的公示' : '街道（镇）的公示'}）` : ''
    return from.map(state => `  ${nodeOf(state)} --> ${nodeOf(to)}: ${label}${whose}`)
  })
  const ends = Object.entries(OBJECTION_STATES)
    .filter(([, { turn }]) => turn === 'nobody')
    .map(([state]) => `  ${nodeOf(state as ObjectionState)} --> [*]`)
  return [
    'stateDiagram-v2',
    ...states,
    '  [*] --> open: 提出异议',
    '  [*] --> held: 提出异议，文字要人工审核',
    ...edges,
    ...ends,
    '',
  ].join('\n')
}
