import type { ApplicationState, ApplicationStep } from '@shared/contract/participation/application'

interface StepFact {
  from: readonly ApplicationState[]
  /** Null: the state stays. */
  to: ApplicationState | null
  /** Label in the history 做了什么. */
  label: string
}

const OPEN: readonly ApplicationState[] = ['examining', 'handling', 'drafting']

/** Transition table 依申请公开办理: 条例 §45 登记、审核、办理、答复、归档. */
export const APPLICATION_STEPS: Readonly<Record<ApplicationStep, StepFact>> = {
  confirm: { from: ['arrived'], to: 'examining', label: '与申请人确认，已登记' },
  correct: { from: ['examining'], to: 'awaiting-correction', label: '告知补正' },
  corrected: {
    from: ['awaiting-correction'],
    to: 'examining',
    label: '收到补正',
  },
  lapse: { from: ['awaiting-correction', 'awaiting-fee'], to: 'lapsed', label: '逾期，不再处理' },
  take: { from: ['examining'], to: 'handling', label: '开始办理' },
  'seek-opinion': { from: OPEN, to: null, label: '书面征求意见' },
  opinion: { from: OPEN, to: null, label: '收到意见' },
  extend: { from: [...OPEN, 'reviewing', 'signing'], to: null, label: '延期答复，已告知申请人' },
  fee: { from: ['examining', 'handling'], to: 'awaiting-fee', label: '发出收费通知' },
  paid: { from: ['awaiting-fee'], to: 'handling', label: '已缴费' },
  items: { from: ['handling', 'drafting'], to: null, label: '填写办理结果' },
  'drop-paper': { from: ['handling', 'drafting'], to: null, label: '撤下材料' },
  draft: { from: ['handling', 'drafting'], to: 'drafting', label: '拟答复书' },
  'to-lawyer': { from: ['drafting'], to: 'reviewing', label: '送律师审核' },
  review: { from: ['reviewing'], to: 'drafting', label: '律师审核' },
  'to-head': { from: ['drafting'], to: 'signing', label: '送负责人签发' },
  return: { from: ['signing'], to: 'drafting', label: '负责人退回修改' },
  sign: { from: ['signing'], to: 'answered', label: '签发答复书' },
  deliver: { from: ['answered'], to: null, label: '送达答复书' },
  activate: { from: [...OPEN, 'answered', 'archived'], to: null, label: '转为主动公开的决定' },
  remedy: { from: ['answered', 'archived', 'disputed'], to: 'disputed', label: '申请人申请复议或者起诉' },
  'remedy-result': { from: ['disputed'], to: null, label: '收到复议决定或者判决' },
  archive: { from: ['answered'], to: 'archived', label: '归档' },
  withdraw: {
    from: [...OPEN, 'arrived', 'awaiting-correction', 'awaiting-fee'],
    to: 'withdrawn',
    label: '申请人撤回',
  },
  'open-identity': {
    from: [
      'arrived',
      ...OPEN,
      'awaiting-correction',
      'awaiting-fee',
      'reviewing',
      'signing',
      'answered',
      'disputed',
    ],
    to: null,
    label: '打开身份信息',
  },
}

interface StateFact {
  label: string
  /** What happens next, for the applicant. */
  next: string
}

const state = (label: string, next: string): StateFact => ({ label, next })

export const APPLICATION_STATES: Readonly<Record<ApplicationState, StateFact>> = {
  arrived: state('已到，待确认', '办理单位会打电话与您确认。确认的那天起算答复期限。'),
  examining: state('审查', '办理单位看您要的内容写清楚了没有，写清楚的开始办理。'),
  'awaiting-correction': state('待补正', '请按补正告知书补充，一次补齐。补齐的那天起重新算 20 个工作日。'),
  'awaiting-fee': state('待缴费', '请按收费通知书缴费。缴费的那天起重新算 20 个工作日。'),
  handling: state('办理', '办理单位正在查找，需要时征求有关方面的意见。'),
  drafting: state('拟稿', '办理单位正在写答复书。'),
  reviewing: state('律师审核', '律师正在审核答复书。'),
  signing: state('待签发', '等负责人签发答复书。'),
  answered: state('已答复', '请看答复书。不服的，可以按答复书写的办法和期限申请行政复议或者起诉。'),
  archived: state('已归档', '这件申请已经办完。'),
  disputed: state('复议诉讼中', '等复议机关或者法院的决定。'),
  lapsed: state('已结束（逾期）', '逾期没有补正或者缴费，不再处理。还需要的，可以重新申请。'),
  withdrawn: state('已撤回', '您撤回了申请。还需要的，可以重新申请。'),
}

/** Returns the steps that the table allows in this state; the policy of each says to whom. */
export const stepsIn = (at: ApplicationState): ApplicationStep[] =>
  (Object.keys(APPLICATION_STEPS) as ApplicationStep[]).filter(step =>
    APPLICATION_STEPS[step].from.includes(at),
  )
