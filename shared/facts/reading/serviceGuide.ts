/**
 * Questions of applicants 办事指南 and the disclosure labels that answer them. A label belongs to the first
 * question with a matching pattern; brackets and their content are ignored.
 */
export interface GuideQuestion {
  id: 'who' | 'standard' | 'bring' | 'how' | 'where' | 'time' | 'call'
  label: string
  answers: string
}

const questions: readonly GuideQuestion[] = [
  { id: 'call', label: '打哪个电话', answers: '^(?:咨询|联系|服务|受理|办公)?电话$|联系方式|咨询电话|联系电话|受理电话' },
  { id: 'bring', label: '要带什么', answers: '材料' },
  { id: 'time', label: '多久办好', answers: '办理时限|办结时限|承诺时限|审批时限' },
  { id: 'where', label: '到哪里办', answers: '办理时间|办理地点|受理地点|受理单位|办理部门|受理部门|办理机构|实施部门' },
  { id: 'standard', label: '给多少', answers: '^(?!识别|认定).*标准|补贴金额|救助金额|待遇' },
  { id: 'who', label: '谁可以申请', answers: '对象$|申请条件|办理条件|认定条件|保障条件|(?:识别|认定)标准|适用范围|补贴范围|享受范围' },
  { id: 'how', label: '怎么办', answers: '申请办法|申请方式|申请程序|申请指南|办事指南|办理流程|办理程序|识别程序|审批程序|申领|发放方式' },
] // prettier-ignore

/** Display order of the answers. */
const order: readonly GuideQuestion['id'][] = ['who', 'standard', 'bring', 'how', 'where', 'time', 'call']

export const SERVICE_GUIDE = {
  source:
    '国办发〔2019〕54号《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》；社会救助、养老服务、涉农补贴领域标准目录所列办事指南要素',
  checkedOn: '2026-11-29',
  questions,
  order,
  /** Categories that people can apply for. */
  categories: ['poverty-alleviation', 'subsidy', 'elderly-care', 'social-assistance'],
  /** Names of sister items that are service guides 办事指南. */
  sisters: '指南|申请|办理|政策措施',
  /** Shown if no disclosure answers. */
  unsaid: '目录没有写明',
} as const
