import type { Role } from '../people/roles'

/** The role that carries out a step 环节的办理人. */
export interface PowerRoleFact {
  code: string
  label: string
  /**
   * System roles whose holders carry out the step, and where. `enters`: they record what a body did, e.g. a
   * meeting.
   */
  held: readonly Role[]
  at: 'village' | 'street' | 'district'
  /** Side in a case: members of the same side cannot supervise it. */
  side: 'committee' | 'supervision' | 'people' | 'government'
}

const COMMITTEE: readonly Role[] = ['editor', 'head']

export const POWER_ROLES: readonly PowerRoleFact[] = [
  { code: 'handler', label: '经办人', held: COMMITTEE, at: 'village', side: 'committee' },
  { code: 'agent', label: '代办员', held: COMMITTEE, at: 'village', side: 'committee' },
  { code: 'bookkeeper', label: '报账员', held: COMMITTEE, at: 'village', side: 'committee' },
  { code: 'seal-keeper', label: '印章保管人', held: COMMITTEE, at: 'village', side: 'committee' },
  { code: 'party-secretary', label: '村党组织书记', held: ['head'], at: 'village', side: 'committee' },
  { code: 'village-head', label: '村委会主任', held: ['head'], at: 'village', side: 'committee' },
  { code: 'party-branch', label: '村党组织会议', held: COMMITTEE, at: 'village', side: 'committee' },
  { code: 'two-committees', label: '村“两委”会议', held: COMMITTEE, at: 'village', side: 'committee' },
  { code: 'council', label: '集体经济组织理事会', held: COMMITTEE, at: 'village', side: 'committee' },
  { code: 'party-members', label: '党员大会', held: COMMITTEE, at: 'village', side: 'people' },
  { code: 'representatives', label: '村民代表会议', held: COMMITTEE, at: 'village', side: 'people' },
  { code: 'villagers', label: '村民会议', held: COMMITTEE, at: 'village', side: 'people' },
  { code: 'members', label: '成员（代表）大会', held: COMMITTEE, at: 'village', side: 'people' },
  { code: 'villagers-council', label: '村民议事会', held: COMMITTEE, at: 'village', side: 'people' },
  { code: 'review-group', label: '民主评议小组', held: COMMITTEE, at: 'village', side: 'people' },
  { code: 'acceptance-group', label: '验收小组', held: COMMITTEE, at: 'village', side: 'people' },
  { code: 'supervisors', label: '村务监督机构', held: ['supervisor'], at: 'village', side: 'supervision' },
  {
    code: 'finance-group',
    label: '民主理财小组',
    held: ['supervisor'],
    at: 'village',
    side: 'supervision',
  },
  { code: 'town-clerk', label: '街道（镇）经办', held: ['street-clerk'], at: 'street', side: 'government' },
  {
    code: 'trustee',
    label: '街道（镇）代理记账机构',
    held: ['street-clerk'],
    at: 'street',
    side: 'government',
  },
  { code: 'town-head', label: '街道（镇）负责人', held: ['head'], at: 'street', side: 'government' },
  {
    code: 'county',
    label: '区县主管部门',
    held: ['district-office'],
    at: 'district',
    side: 'government',
  },
]

/** Classes 类别, in display order. */
export const POWER_CLASSES = [
  { code: 'decision', label: '重大决策' },
  { code: 'project', label: '项目与招投标' },
  { code: 'purchase', label: '采购' },
  { code: 'finance', label: '财务' },
  { code: 'asset', label: '资产资源' },
  { code: 'employment', label: '用工' },
  { code: 'seal', label: '印章' },
  { code: 'service', label: '便民服务' },
  { code: 'party', label: '党务' },
] as const

export const POWER_NATURES = [
  { code: 'collective', label: '集体管理事务' },
  { code: 'service', label: '便民服务事项' },
] as const

/** Relations of a list item to the model 示范清单. */
export const MODEL_RELATIONS = {
  adopted: '和示范清单一样',
  adapted: '改过',
  added: '自己加的',
  absent: '没有采用',
} as const

/** Kinds of step. `vote`: with a quorum; `review`: by another person; `wait`: a notice period. */
export const STEP_KINDS = [
  { code: 'act', label: '办理' },
  { code: 'review', label: '审核' },
  { code: 'vote', label: '表决' },
  { code: 'wait', label: '公示等候' },
] as const

/** Results of a vote: counted, never chosen by a person. */
export const PASSED = '通过'
/** Target of the last transition. */
export const END = 'END'

export const powerRole = (code: string): PowerRoleFact | null =>
  POWER_ROLES.find(role => role.code === code) ?? null
export const powerRoleLabel = (code: string): string => powerRole(code)?.label ?? code
export const powerClassLabel = (code: string): string =>
  POWER_CLASSES.find(one => one.code === code)?.label ?? code
