/** Doors of an application 申请渠道 with what the clock is given for them (条例 §29, §31). */
export const DOORS = [
  { code: 'in-person', label: '当面递交', receipt: 'submitted' },
  { code: 'oral', label: '口头申请，工作人员代填', receipt: 'submitted' },
  { code: 'platform', label: '网上申请', receipt: 'submitted' },
  { code: 'post-signed', label: '挂号信、快递（有签收）', receipt: 'signed' },
  { code: 'post-ordinary', label: '平常信函', receipt: 'arrived' },
  { code: 'fax', label: '传真', receipt: 'arrived' },
  { code: 'email', label: '电子邮件', receipt: 'arrived' },
] as const
type DoorCode = (typeof DOORS)[number]['code']
export const doorOf = (code: DoorCode): (typeof DOORS)[number] => DOORS.find(door => door.code === code)!

/** How the information is wanted 提供方式 and how it travels 获取途径. */
export const FORMS = [
  { code: 'paper', label: '纸质' },
  { code: 'electronic', label: '电子' },
  { code: 'disc', label: '光盘' },
  { code: 'read', label: '查阅抄录' },
] as const
export const ROUTES_HOME = [
  { code: 'collect', label: '当面领取' },
  { code: 'post', label: '邮寄' },
  { code: 'online', label: '网上获取' },
] as const

/** Kinds of applicants that are bodies 法人或其他组织, columns of table 三 of the annual report. */
export const BODY_KINDS = [
  { code: 'enterprise', label: '商业企业' },
  { code: 'research', label: '科研机构' },
  { code: 'charity', label: '社会公益组织' },
  { code: 'legal-service', label: '法律服务机构' },
  { code: 'other-body', label: '其他' },
] as const

export const APPLICATION_RULES = {
  /** Days after the end of a case when the sealed identity is erased; a local setting. */
  identityDays: 365,
  /** Calendar days before the last day on which the desk is reminded; a local setting. */
  remindDays: 5,
  /** Most applications by one account on one day; a local setting. */
  perPersonADay: 10,
  /** Different applicants after whom an item is proposed to be made active 条例 §44; a local setting. */
  activeFrom: 2,
  source: '本项目约定；法律没有规定',
  checkedOn: '2026-12-02',
} as const
