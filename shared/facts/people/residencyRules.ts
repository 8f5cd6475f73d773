/** Rules for reading a roster 村民名册 and matching villagers. Versioned data; own practice, no law sets it. */
export const ROSTER_RULES = {
  source: '本系统设定；个人信息保护法 §6（最小范围）、§51（去标识化）',
  checkedOn: '2026-11-24',
  /** Header words of the columns, compared without spaces and brackets; the first match wins. */
  columns: {
    // The person before the head of the household: a roster often has both.
    name: [
      '姓名',
      '成员姓名',
      '家庭成员姓名',
      '家庭成员',
      '户内成员',
      '人员姓名',
      '村民姓名',
      '居民姓名',
      '名字',
      '户主姓名',
      '户主',
    ],
    idTail: [
      '身份证后六位',
      '身份证后6位',
      '身份证后四位',
      '身份证后4位',
      '身份证号后六位',
      '身份证号后四位',
      '身份证号码后六位',
      '身份证尾号',
      '身份证号',
      '身份证号码',
      '公民身份号码',
      '证件号码',
      '证件号',
      '身份证',
    ],
    group: ['村民小组', '居民小组', '所属小组', '所在小组', '小组', '组别', '组名', '组'],
    phone: ['手机号', '手机号码', '手机', '电话', '联系电话', '电话号码', '联系方式'],
  },
  /** The header must be within the first rows of a sheet. */
  headerRows: 10,
  maxPeople: 20_000,
  /** Most failed attempts in a window: by one account, and for one name of one village before each account has only one. */
  tries: { perAccount: 5, perName: 20, windowHours: 24 },
} as const

/** Relations to the elder 与长辈的关系. */
export const RELATIONS = [
  { code: 'child', label: '子女' },
  { code: 'spouse', label: '配偶' },
  { code: 'grandchild', label: '孙辈' },
  { code: 'in-law', label: '儿媳、女婿' },
  { code: 'other', label: '其他亲属' },
] as const
export type RelationCode = (typeof RELATIONS)[number]['code']

/** States of a residency claim, as shown to people. */
export const CLAIM_STATES = {
  pending: '等村里确认',
  confirmed: '已确认',
  refused: '没有通过',
  ended: '已结束',
} as const
