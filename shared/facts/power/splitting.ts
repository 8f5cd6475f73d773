/** When matters look as if one had been split up to stay below a threshold 疑似拆分. */
export interface SplitRule {
  /** Matters opened within so many days of each other are looked at together. */
  withinDays: number
  /** Just under a threshold: from so many percent of it. */
  fromPercent: number
  /** Two purposes are the same when so many percent of their words agree. */
  alikePercent: number
}

export const SPLIT_RULE: SplitRule & { source: string; localSetting: boolean; checkedOn: string } = {
  withinDays: 180,
  fromPercent: 70,
  alikePercent: 60,
  source: '参考清单 XM-01 的风险点“半年内同类项目合并计算”；七成和六成相同为本地设定',
  localSetting: true,
  checkedOn: '2026-11-26',
}

/** Days that the desk looks back: a matter of the rule's last day has its partners still in sight. */
export const DESK_DAYS = 2 * SPLIT_RULE.withinDays

/** What a clerk found when asking 核实结果. */
export const SPLIT_OUTCOMES = [
  { code: 'separate', label: '核实过，是分开的几件事' },
  { code: 'joined', label: '应合并计算，已请村里按合计金额办' },
] as const
export type SplitOutcome = (typeof SPLIT_OUTCOMES)[number]['code']
