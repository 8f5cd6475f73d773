import { coverNames, maskText } from '../../../../server/domain/privacy/maskText'
import { KIND_NAMES, maskValue, type PrivacyKind, scanText } from '../../../../server/domain/privacy'
import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'

/** What is written in place of an open value, and numbers that were masked too little. */

const TODAY = '2026-11-24'
const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
const CHILD = `61011120200101123${idCheckCharacter('61011120200101123')}`

const MASKS: readonly [PrivacyKind, string, string][] = [
  ['resident-id', '610111198001011231', '6101**********1231'],
  ['resident-id', '610111 19800101 123x', '6101**********123X'],
  ['resident-id', '610111570812102', '6101**********2'],
  ['resident-id', '1234567', '**********'],
  ['passport', 'E12345678', 'E******78'],
  ['passport', 'E12', '******'],
  ['mobile', '13812345678', '138****5678'],
  ['mobile', '+86 138-1234-5678', '138****5678'],
  ['mobile', '008613812345678', '138****5678'],
  ['mobile', '013812345678', '138****5678'],
  ['mobile', '86138', '861****6138'],
  ['landline', '029-36812345', '029-*****345'],
  ['landline', ' (029)36812345', '029-*****345'],
  ['landline', '0917 3212345', '0917-****345'],
  ['landline', '36812345', '*****345'],
  ['landline', '未知', '****'],
  ['bank-card', '6217 0000 1234 5678 907', '************8907'],
  ['social-security-card', 'A12345678', 'A******78'],
  ['disability-card', `${ID}43`, '6101****************'],
  ['email', 'zhang@163.com', 'z***@163.com'],
  ['email', 'li si @ qq.com', 'l***@qq.com'],
  ['email', '@qq.com', '***@qq.com'],
  ['wechat', 'abc_123', 'a******'],
  ['plate', '陕A·12345', '陕A****5'],
  ['address', '大石头村三组12号', '大石头村三组'],
  ['address', '大石头村12组3号', '大石头村12组'],
  ['address', '建设路中段168号', '建设路中段**'],
  ['address', '幸福小区3号楼2单元501室', '幸福小区**'],
  ['address', '12号院', '12**'],
  ['gps', '108.939812,34.341568', '108.9**,34.3**'],
  ['gps', '34°20′15″', '34°**'],
  ['person-name', '张建国', '张*'],
  ['minor', '张小明', '未成年人（不公开）'],
  ['health', '肺癌', '（健康情况不公开）'],
  ['file-metadata', 'Word', '（已清除）'],
]
test.each(MASKS)('%s %s is written %s', (kind, open, mask) => {
  expect(maskValue(kind, open)).toBe(mask)
})

test('every kind has a name and a mask', () => {
  expect(new Set(MASKS.map(([kind]) => kind))).toEqual(new Set(Object.keys(KIND_NAMES)))
  expect(new Set(Object.values(KIND_NAMES)).size).toBe(16)
  for (const name of Object.values(KIND_NAMES)) expect(name).toMatch(/^[一-龥]{2,}$/)
})

test('a text is covered where it says something personal', () => {
  const text = '姓名：张建国，电话13812345678。'
  expect(maskText(text, 'block', TODAY)).toEqual({
    text: '姓名：张建国，电话138****5678。',
    kinds: ['mobile'],
  })
  expect(maskText(text, 'all', TODAY)).toEqual({
    text: '姓名：张*，电话138****5678。',
    kinds: ['person-name', 'mobile'],
  })
  expect(maskText('公示三天', 'all')).toEqual({ text: '公示三天', kinds: [] })
  expect(maskText('', 'all')).toEqual({ text: '', kinds: [] })
})

test('where two findings lie over each other nothing is written twice', () => {
  expect(maskText(`证${CHILD}止`, 'all', TODAY)).toEqual({
    text: `证${maskValue('resident-id', CHILD)}止`,
    kinds: ['resident-id', 'minor'],
  })
  const { text, kinds } = maskText('张小明，8岁，住幸福小区3号楼2单元501室', 'all', TODAY)
  expect(text).not.toMatch(/小明|501/)
  expect(kinds).toEqual(expect.arrayContaining(['minor', 'address']))
})

test('names are covered wherever they stand, single characters never', () => {
  expect(coverNames('张三丰和李四，张三丰', ['张三丰', '李四'])).toBe('张*和李*，张*')
  expect(coverNames('李家村', ['李', ''])).toBe('李家村')
  expect(coverNames('王五', [])).toBe('王五')
})

const weak = (text: string) =>
  scanText(text, { today: TODAY }).map(({ kind, severity, mask }) => `${kind} ${severity} ${mask}`)

test.each([
  ['138123456*8', ['mobile block 138****4568']],
  ['13812***678', ['mobile review 138****2678']],
  ['1381***5678', ['mobile review 138****5678']],
  ['138****5678', []],
  ['6101111980****1234', ['resident-id block 6101**********1234']],
  ['61011119********12', ['resident-id review 6101**********1912']],
  ['610111*********123', ['resident-id review 6101**********1123']],
  ['610111**********12', []],
  ['999111*********123', []],
  ['银行卡号621700001****8907', ['bank-card block ************8907']],
  ['银行卡号62170000****8907', []],
  ['62170000123456****7', ['bank-card block ************4567']],
  ['72170000123456****7', []],
  ['社保卡号1234567890123**', ['social-security-card block 1**********23']],
  ['残疾人证6101111980****123443', ['disability-card block 6101****************']],
  ['残疾人证610111********123443', []],
  ['a6101111980****1234', []],
  ['1*2', []],
  ['12*', []],
])('%s leaves open %j', (text, found) => {
  expect(weak(text)).toEqual(found)
})
