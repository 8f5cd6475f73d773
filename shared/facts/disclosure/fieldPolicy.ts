/**
 * Field policy 字段公开规则: what a column or labelled field may show on the public page, to a villager of the same
 * village after login, and to the recipient. A deployment may only make it stricter.
 *
 * `header` is tested on the column name without blanks, brackets and their content; the first matching rule
 * wins. `kind` is the privacy finding of an unmasked value in such a column; null: the column is harmless and
 * suppresses guesses.
 */
type Exposure = 'yes' | 'masked' | 'counts' | 'general' | 'never'

export interface FieldRule {
  id: string
  title: string
  header: string
  kind:
    | 'resident-id'
    | 'passport'
    | 'phone'
    | 'bank-card'
    | 'social-security-card'
    | 'disability-card'
    | 'email'
    | 'wechat'
    | 'plate'
    | 'address'
    | 'gps'
    | 'person-name'
    | 'minor-name'
    | 'birth-date'
    | 'age'
    | 'health'
    | 'file-metadata'
    | null
  publicPage: Exposure
  ownVillage: Exposure
  recipient: 'full' | 'masked' | 'never'
}

const never = { publicPage: 'never', ownVillage: 'never', recipient: 'masked' } as const
const sensitive = { publicPage: 'never', ownVillage: 'never', recipient: 'full' } as const
const open = { publicPage: 'yes', ownVillage: 'yes', recipient: 'full' } as const

const rules: readonly FieldRule[] = [
  {
    id: 'office',
    title: '经办与公共机构信息',
    header:
      '公开(?:电话|邮箱)|(?:监督|举报|投诉|咨询|办公|服务|值班|受理)(?:电话|热线|邮箱)|办公(?:地址|地点)|办理地[点址]|受理地[点址]|服务地[点址]|单位(?:名称|地址)|机构(?:名称|地址)|项目(?:名称|地[点址])|品名|商品名称',
    kind: null,
    ...open,
  },
  {
    id: 'disability-card',
    title: '残疾人证号',
    header: '残疾(?:人)?证(?:件)?(?:号|编号|号码)|残联证号|残疾证$',
    kind: 'disability-card',
    ...never,
  },
  {
    id: 'social-security',
    title: '社会保障卡号',
    header: '社会保障(?:卡|号)|社保(?:卡|号|编号|账号)|医保(?:卡|号|编号)',
    kind: 'social-security-card',
    ...never,
  },
  {
    id: 'bank-card',
    title: '银行卡、一卡通账号',
    header:
      '卡号|账号|帐号|账户|帐户|一卡通|存折|折号|支付宝|bank_?(?:card|account)|card_?no|account_?(?:no|number)',
    kind: 'bank-card',
    ...never,
  },
  {
    id: 'resident-id',
    title: '身份证号',
    header: '身份证|公民身份|身份号码|证件号|sfzh?|id_?(?:card|no|number)|identity',
    kind: 'resident-id',
    ...never,
  },
  { id: 'passport', title: '护照、通行证号', header: '护照|通行证|passport', kind: 'passport', ...never },
  { id: 'wechat', title: '微信号', header: '微信|wechat', kind: 'wechat', ...never },
  { id: 'email', title: '电子邮箱', header: '邮箱|电子邮件|e-?mail', kind: 'email', ...never },
  {
    id: 'phone',
    title: '电话号码',
    header: '电话|手机|联系方式|联系号码|tel|phone|mobile',
    kind: 'phone',
    ...never,
  },
  {
    id: 'gps',
    title: '定位',
    header: '经纬度|经度|纬度|坐标|定位|gps|longitude|latitude|^(?:lng|lat|lon)$',
    kind: 'gps',
    ...never,
  },
  { id: 'plate', title: '车牌号', header: '车牌|号牌号码|plate', kind: 'plate', ...never },
  {
    id: 'count',
    title: '人数、户数、面积与金额',
    header:
      '人数|户数|面积|金额|标准|合计|总[额计数]|数量|单价|余额|收入|支出|amount|total|balance|income|expense|price|fen$|^count$|quantity|sha256|hash|timestamp',
    kind: null,
    ...open,
  },
  {
    id: 'address',
    title: '住址',
    header: '住址|地址|居住地|住所|户籍所在地|户口所在地|现居住|家庭位置|门牌|address',
    kind: 'address',
    ...never,
  },
  {
    id: 'health',
    title: '残疾、健康状况与救助原因',
    header:
      '残疾(?:等级|级别|类[别型]|程度|情况|状况|种类)|残疾|(?:致贫|致困|返贫|救助|困难|临时救助|申请)(?:原因|事由)|健康(?:状况|情况)|身体状况|患病|病种|疾病|病情|病名|诊断|医疗费|怀孕|孕周|孕检|预产期|婚育|犯罪|刑期|戒毒|负债|欠款原因|自理能力',
    kind: 'health',
    ...sensitive,
  },
  {
    id: 'birth-date',
    title: '出生日期',
    header: '出生(?:日期|年月|时间)|生日|birth',
    kind: 'birth-date',
    ...sensitive,
  },
  {
    id: 'age',
    title: '年龄',
    header: '^年龄|周岁$|^岁数|^age$',
    kind: 'age',
    publicPage: 'never',
    ownVillage: 'never',
    recipient: 'full',
  },
  {
    id: 'minor-name',
    title: '未成年人姓名',
    header: '(?:儿童|孤儿|未成年人|学生|幼儿|婴儿|子女|孩子)(?:姓名|名字|名单)',
    kind: 'minor-name',
    publicPage: 'counts',
    ownVillage: 'counts',
    recipient: 'full',
  },
  {
    id: 'handler',
    title: '经手、审批等履职人员',
    header:
      '经手人|经办人|审批人|审核人|证明人|验收人|负责人|责任人|会计|出纳|书记|主任|监督员|法定代表人|网格员',
    kind: null,
    ...open,
  },
  {
    id: 'person-name',
    title: '姓名',
    header:
      '姓名|户主|^户名$|名字|申请人|受益人|领取人|领款人|收款人|救助对象|发放对象|补贴对象|享受对象|保障对象|低保对象|受助人|受援人|监护人|家庭成员|共同生活成员|承包人|承包方代表|承租人|持卡人|开户人|联系人|本人签[字名]|签[字名](?:人)?|当事人|患者|优抚对象|^农户$|农户名|^人员$|^name$|real_?name|full_?name',
    kind: 'person-name',
    publicPage: 'masked',
    ownVillage: 'yes',
    recipient: 'full',
  },
  {
    id: 'likeness',
    title: '照片、签名、指纹',
    header: '照片|头像|人像|指纹|手印|人脸',
    kind: 'file-metadata',
    ...never,
  },
]

export const FIELD_POLICY = {
  source:
    '个人信息保护法第二十五、二十八、五十一条，政府信息公开条例第十五、三十七条，社会救助暂行办法第六十一条；村级公示泄露个案',
  checkedOn: '2026-11-24',
  /** Groups whose members are shown as counts only 困境儿童、留守、优抚、戒毒、精神障碍等名单. */
  countsOnly: '困境儿童|留守儿童|留守妇女|孤儿|事实无人抚养|未成年人|儿童福利|优抚|戒毒|精神障碍|艾滋',
  /**
   * Groups with small-cell protection 小格规则: no sum, not even of money, is shown if it covers fewer than
   * `smallCell` households, since membership itself is sensitive. Source: 个保法第二十八条.
   */
  sensitive:
    '残疾|低保|最低生活保障|特困|五保|救助|慰问|困难|帮扶|监测|脱贫|贫困|儿童|孤儿|未成年|留守|优抚|抚恤|戒毒|精神|艾滋|失独',
  /** Placeholder for the names of such a group. */
  countsOnlyName: '（只公开人数）',
  /**
   * Kinds that no reason can release, in addition to whatever blocks. An office's line is recognised by its
   * label.
   */
  neverReleased: ['landline'],
  /** Fewest characters of the reason for releasing a privacy finding. */
  reasonLength: 4,
  /** A smaller count is shown as 「<3」 in a count-only group, and never separately in a sum 小格规则. */
  smallCell: 3,
  /** Below this age a person is a minor 未成年人保护法第二条; below `childAge` the data is sensitive 个保法第二十八条. */
  adultAge: 18,
  childAge: 14,
  rules,
} as const
