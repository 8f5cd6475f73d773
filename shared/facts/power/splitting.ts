/** Rule for suspected splitting 疑似拆分: several cases that may be one, split to stay below a threshold. */
export interface SplitRule {
  /** Cases opened within this number of days are compared. */
  withinDays: number
  /** Lower end of “just below a threshold”, in percent of it. */
  fromPercent: number
  /** Share of common words, in percent, from which two purposes count as equal. */
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

/** Days that the overview looks back: a case of the rule's last day still shows its partners. */
export const ALARM_DAYS = 2 * SPLIT_RULE.withinDays

/** Results of a clerk's inquiry 核实结果. */
export const SPLIT_OUTCOMES = [
  { code: 'separate', label: '核实过，是分开的几件事' },
  { code: 'joined', label: '应合并计算，已请村里按合计金额办' },
] as const
export type SplitAlarmOutcome = (typeof SPLIT_OUTCOMES)[number]['code']
