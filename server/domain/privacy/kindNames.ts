import type { PrivacyKind } from './types'

/** Everyday name of each kind. */
export const KIND_NAMES: Readonly<Record<PrivacyKind, string>> = {
  'resident-id': '身份证号',
  passport: '护照或通行证号',
  mobile: '手机号',
  landline: '固定电话',
  'bank-card': '银行卡号或账号',
  'social-security-card': '社会保障卡号',
  'disability-card': '残疾人证号',
  email: '电子邮箱',
  wechat: '微信号',
  plate: '车牌号',
  address: '详细住址',
  gps: '定位坐标',
  'person-name': '姓名',
  minor: '未成年人信息',
  health: '健康或残疾情况',
  'file-metadata': '文件中的附带信息',
}
