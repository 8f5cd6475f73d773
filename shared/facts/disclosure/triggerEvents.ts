import type { EventName } from '../../common/span'

/** Events that a person records to start a time limit 起算的事. */
export const TRIGGER_KINDS = [
  'formed',
  'changed',
  'allocated',
  'paid',
  'approved',
  'decided',
  'received',
  'month-closed',
  'meeting',
  'election',
  'started',
  'progressed',
  'completed',
  'occurred',
] as const
export type TriggerKind = (typeof TRIGGER_KINDS)[number]

/** Labels of the buttons. */
export const TRIGGER_LABELS: Readonly<Record<TriggerKind, string>> = {
  formed: '信息形成了',
  changed: '内容变了',
  allocated: '分配结果定了',
  paid: '钱发放了',
  approved: '批下来了',
  decided: '作出决定了',
  received: '收到文件了',
  'month-closed': '月度账结了',
  meeting: '要开会',
  election: '要选举',
  started: '事情定下来了（事前）',
  progressed: '有新进展（事中）',
  completed: '办完了（事后）',
  occurred: '事情发生了',
}

/** Events by which information is considered formed. */
const FORMING: readonly TriggerKind[] = [
  'formed',
  'allocated',
  'paid',
  'approved',
  'decided',
  'month-closed',
  'received',
]

/** Recorded events that start each event of a time limit; `other` is any of them. */
export const TRIGGERS: Readonly<Record<Exclude<EventName, 'other'>, readonly TriggerKind[]>> = {
  'made-or-obtained': FORMING,
  formed: FORMING,
  changed: ['changed'],
  'formed-or-changed': [...FORMING, 'changed'],
  'received-by-unit': ['received'],
  'superior-published': ['received'],
  'allocation-decided': ['allocated'],
  'approval-received': ['approved', 'received'],
  'decision-made': ['decided'],
  'congress-approved': ['approved'],
  occurred: ['occurred', 'paid', 'allocated', 'approved', 'decided'],
  meeting: ['meeting'],
  election: ['election'],
}

/** Stages of disclosure by progress 按进展公开: 事前、事中、事后. */
export const MILESTONES: readonly TriggerKind[] = ['started', 'progressed', 'completed']

/** Events that are still in the future when they are recorded. */
export const AHEAD: readonly TriggerKind[] = ['meeting', 'election']
