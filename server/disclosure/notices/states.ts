import type { WaitedAct } from '@shared/facts/disclosure/publicityRules'
import type { NoticeState } from '@shared/contract/disclosure/notice'
import type { Role } from '@shared/contract/people/auth'

/** Events of the working edition of a notice. */
export type NoticeEvent =
  | 'edit'
  | 'check'
  | 'submit'
  | 'recall'
  | 'discard'
  | 'redraft'
  | 'agree'
  | 'object'
  | 'meet'
  | 'schedule'
  | 'unschedule'
  | 'publish'
  | 'end'
  | 'confirm'
  | 'archive'
  | 'order'
  | 'correct'
  | 'cancel'
  | 'withdraw'
  | 'restore'
  | 'erase'

/** Owner of a notice: a self-governing village or community, or a street or town. */
export type NoticeSide = 'village' | 'government'

export interface Transition {
  event: NoticeEvent
  from: readonly NoticeState[]
  /** Next state; null: the state stays the same, or is that of before when the step `returns`. */
  to: NoticeState | null
  /** Label of the event 做了什么 in the history. */
  label: string
  /** Side on whose notices the event exists; both when absent. */
  side?: NoticeSide
  /** Whether the event needs a public edition. */
  needsLive?: boolean
  /** Whether the event exists only on a first edition, or only on a correction. */
  only?: 'first' | 'correction'
  /** Whether the step leads back to the state before the correction began. */
  returns?: true
}

const PUBLIC = ['published', 'ended', 'confirmed', 'archived'] as const satisfies NoticeState[]
/** States of an edition that is not public yet, or is being corrected. */
const IN_WORK = [
  'draft',
  'checked',
  'submitted',
  'refused',
  'signed',
  'met',
  'scheduled',
] as const satisfies NoticeState[]

/** States in which the authors have the working edition in their own hands. */
const IN_HAND = ['draft', 'checked', 'refused'] as const satisfies NoticeState[]

/**
 * Transition table of a notice. Its order follows 山东省村务公开条例 §11 (draft, supervision opinion, joint meeting,
 * publication), §16 (objection), §10 (archive), §22 (correction ordered by the town).
 */
export const TRANSITIONS: readonly Transition[] = [
  { event: 'edit', from: ['draft', 'checked', 'refused'], to: 'draft', label: '修改草稿' },
  { event: 'check', from: ['draft'], to: 'checked', label: '隐私检查通过' },
  { event: 'submit', from: ['checked'], to: 'submitted', label: '提交监督审核' },
  { event: 'recall', from: ['submitted', 'signed', 'met'], to: 'draft', label: '撤回送审' },
  { event: 'discard', from: IN_HAND, to: 'discarded', label: '作废草稿', only: 'first' },
  { event: 'redraft', from: ['discarded'], to: 'draft', label: '重新起草' },
  { event: 'agree', from: ['submitted'], to: 'signed', label: '监督审核同意' },
  { event: 'object', from: ['submitted'], to: 'refused', label: '监督审核不同意' },
  { event: 'meet', from: ['signed'], to: 'met', label: '联席会议确定', side: 'village' },
  { event: 'schedule', from: ['met'], to: 'scheduled', label: '定时公开', side: 'village' },
  { event: 'schedule', from: ['signed'], to: 'scheduled', label: '定时公开', side: 'government' },
  { event: 'unschedule', from: ['scheduled'], to: 'met', label: '取消定时', side: 'village' },
  { event: 'unschedule', from: ['scheduled'], to: 'signed', label: '取消定时', side: 'government' },
  { event: 'publish', from: ['met', 'scheduled'], to: 'published', label: '公开', side: 'village' },
  { event: 'publish', from: ['signed', 'scheduled'], to: 'published', label: '公开', side: 'government' },
  { event: 'end', from: ['published'], to: 'ended', label: '公示期满' },
  { event: 'confirm', from: ['ended'], to: 'confirmed', label: '确认' },
  { event: 'archive', from: ['confirmed'], to: 'archived', label: '归档' },
  { event: 'order', from: PUBLIC, to: 'ordered', label: '责令更正', side: 'village' },
  { event: 'correct', from: [...PUBLIC, 'ordered', 'withdrawn'], to: 'draft', label: '开始更正' },
  { event: 'cancel', from: IN_HAND, to: null, label: '取消更正', only: 'correction', returns: true },
  { event: 'withdraw', from: [...PUBLIC, 'ordered'], to: 'withdrawn', label: '撤回', needsLive: true },
  { event: 'withdraw', from: IN_WORK, to: null, label: '撤回公开的版本', needsLive: true },
  { event: 'restore', from: ['withdrawn', ...IN_WORK], to: 'published', label: '撤回没有成立，恢复公开' },
  { event: 'erase', from: [...PUBLIC, 'ordered'], to: 'withdrawn', label: '依法删除', needsLive: true },
]

/** States in which a person has to act. Public, archived and withdrawn notices are not among them. */
export const WAITING_STATES = [
  ...IN_WORK,
  'ended',
  'confirmed',
  'ordered',
] as const satisfies readonly NoticeState[]

const STATE_LABELS: Record<NoticeState, string> = {
  draft: '草稿',
  checked: '隐私检查通过',
  submitted: '待监督审核',
  refused: '审核未通过',
  signed: '监督已同意',
  met: '已定，待公开',
  scheduled: '定时公开',
  published: '公示中',
  ended: '公示期满',
  confirmed: '已确认',
  archived: '已归档',
  ordered: '责令更正',
  withdrawn: '已撤回',
  discarded: '已作废',
}

/** Checks whether an edition in this state is being written or reviewed, or has to be corrected. */
export const inWork = (state: NoticeState): boolean =>
  state === 'ordered' || IN_WORK.some(one => one === state)

export const stateLabel = (state: NoticeState): string => STATE_LABELS[state]

/** Input of the transition table. */
export interface Standing {
  state: NoticeState
  side: NoticeSide
  /** Whether an edition is public now. */
  live: boolean
  /** Whether the working edition corrects an earlier one. */
  corrects: boolean
}

/** Returns the transition for an event; null when state, side or publication does not allow it. */
export function transition({ state, side, live, corrects }: Standing, event: NoticeEvent): Transition | null {
  return (
    TRANSITIONS.find(
      row =>
        row.event === event &&
        row.from.includes(state) &&
        (!row.side || row.side === side) &&
        (!row.needsLive || live) &&
        (!row.only || (row.only === 'correction') === corrects),
    ) ?? null
  )
}

const WHICH = { first: '没有公开过的第一版', correction: '更正的版' } as const
const FORMER = '更正以前的状态'

const WHOSE: Record<NoticeSide, string> = { village: '村（社区）的公示', government: '街道（镇）的公示' }

/** Returns the conditions of a step other than its state, as text; empty when there are none. */
export const stepConditions = ({ side, needsLive, only }: Transition): string =>
  [side && WHOSE[side], needsLive && '有公开的版本', only && WHICH[only]].filter(Boolean).join('，')

/** Returns the name of the state that a step leads to. */
export function nextStateLabel({ to, returns }: Transition): string {
  if (returns) return FORMER
  return to ? stateLabel(to) : '不变'
}

/** Returns the table as a Mermaid state diagram for the documentation. */
export function noticeDiagram(): string {
  const states = Object.entries(STATE_LABELS).map(([state, label]) => `  state "${label}" as ${state}`)
  const edges = TRANSITIONS.flatMap(step => {
    const condition = stepConditions(step)
    const words = condition ? `${step.label}（${condition}）` : step.label
    return step.from.map(state => `  ${state} --> ${step.returns ? 'former' : (step.to ?? state)}: ${words}`)
  })
  return [
    'stateDiagram-v2',
    ...states,
    `  state "${FORMER}" as former`,
    '  [*] --> draft: 起草',
    ...edges,
    '  archived --> [*]',
    '  discarded --> [*]',
    '',
  ].join('\n')
}

/** The people a state waits for, and the text of their notification; `writers`: the people who submitted the notice. */
export interface News {
  village: readonly Role[] | 'writers'
  government: readonly Role[] | 'writers'
  text: string
}

/** States that somebody else than the person who brought it about has to hear of. */
export const NOTIFICATION_RULES: Partial<Record<NoticeState, News>> = {
  submitted: { village: ['supervisor'], government: ['street-clerk', 'head'], text: '等您审核' },
  refused: { village: 'writers', government: 'writers', text: '监督没有同意，请看原因，改好再报' },
  signed: { village: ['editor', 'head'], government: 'writers', text: '监督已经同意，可以办下一步' },
  ended: { village: ['head'], government: ['head'], text: '公示期满，等您确认' },
  ordered: { village: ['editor', 'head'], government: [], text: '街道（镇）责令更正，请看理由和期限' },
}

export const notifies = (state: NoticeState): boolean => state in NOTIFICATION_RULES

/** Maps a state to the act that must follow it within a time limit. */
export const WAITED_ACTS: Partial<Record<NoticeState, WaitedAct>> = {
  submitted: 'opinion',
  refused: 'correct',
  signed: 'meeting',
}
