import { hasIssuerPrefix, passesLuhn } from '../../../../server/domain/privacy/detectors/cards'
import { scanText } from '../../../../server/domain/privacy'
import {
  idCheckCharacter,
  readId15,
  readId18,
  yearsBetween,
} from '../../../../server/domain/privacy/detectors/residentId'

/** What numbers prove about themselves, and what their surroundings make of them. All are made up. */

const TODAY = '2026-11-24'
const idOf = (body: string) => body + idCheckCharacter(body)
const ID = idOf('61011119800101123')
const CHILD = idOf('61011120200101123')
const CARD = '6217000012345678907'
const wrong = (id: string) => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1')
const scan = (text: string, label?: string) =>
  scanText(text, { today: TODAY, label }).map(({ kind, severity }) => `${kind} ${severity}`)

test('the check character of GB 11643 and its examples', () => {
  expect(idCheckCharacter('11010519491231002')).toBe('X')
  expect(idCheckCharacter('44052418800101001')).toBe('4')
})

test.each([
  ['18991231', null],
  ['19000101', '1900-01-01'],
  ['20240229', '2024-02-29'],
  ['20260229', null],
  ['20261124', '2026-11-24'],
  ['20261125', null],
  ['19800001', null],
  ['19801301', null],
  ['19800100', null],
  ['19800132', null],
  ['19800431', null],
  ['19800430', '1980-04-30'],
])('born on %s: %p', (digits, birth) => {
  expect(readId18(`610111${digits}1234`, TODAY)?.birth).toBe(birth)
})

test('area and check digit, and what is no such number', () => {
  const area = (code: string) => readId18(`${code}198001011234`, TODAY)?.area
  expect([area('610111'), area('619911'), area('990111')]).toEqual(['known', 'province', 'unknown'])
  expect(readId18(ID, TODAY)?.checksum).toBe(true)
  expect(readId18(wrong(ID), TODAY)?.checksum).toBe(false)
  for (const none of [
    '',
    ID.slice(1),
    `${ID}1`,
    `X${ID.slice(1)}`,
    `${ID.slice(0, 17)}A`,
    ` ${ID.slice(1)}`,
  ]) {
    expect(readId18(none, TODAY)).toBeNull()
  }
  expect(readId15('610111570812102', TODAY)).toEqual({ area: 'known', birth: '1957-08-12', checksum: false })
  expect(readId15('610111571312102', TODAY)?.birth).toBeNull()
  for (const none of ['61011157081210', '6101115708121021', '61011157081210X']) {
    expect(readId15(none, TODAY)).toBeNull()
  }
})

test.each([
  ['2008-11-24', '2026-11-24', 18],
  ['2008-11-25', '2026-11-24', 17],
  ['2008-12-01', '2026-11-24', 17],
  ['2026-11-24', '2026-11-24', 0],
  ['2027-01-01', '2026-11-24', -1],
])('from %s to %s are %i years', (from, to, years) => {
  expect(yearsBetween(from, to)).toBe(years)
})

test.each([
  ['0', true],
  ['18', true],
  ['59', true],
  ['91', true],
  ['19', false],
  ['79927398713', true],
  ['79927398731', false],
])('%s passes the check of Luhn: %p', (digits, passes) => {
  expect(passesLuhn(digits)).toBe(passes)
})

test.each([
  ['6217000012345678', true],
  ['621700001234567', false],
  [CARD, true],
  [`${CARD}1`, false],
  ['9558800000000000000', true],
  ['1558800000000000000', false],
])('%s begins like a card: %p', (digits, begins) => {
  expect(hasIssuerPrefix(digits)).toBe(begins)
})

const FOUND: readonly [string, string[]][] = [
  [ID, ['resident-id block']],
  [wrong(ID), ['resident-id review']],
  [`编号${ID}`, ['resident-id block']],
  [`编号${CHILD}`, ['resident-id review']],
  [`受理编号${CHILD}`, []],
  [`受理编号${ID}`, ['resident-id block']],
  [`编号${wrong(ID)}`, []],
  [`身份证${wrong(ID)}`, ['resident-id block']],
  [`${wrong(ID)}元`, []],
  [`A${wrong(ID)}`, []],
  [`${wrong(ID).slice(0, 6)} ${wrong(ID).slice(6, 14)} ${wrong(ID).slice(14)}`, ['resident-id review']],
  [`${wrong(ID).slice(0, 5)} ${wrong(ID).slice(5)}`, []],
  [`${wrong(ID).slice(0, 9)}\n${wrong(ID).slice(9)}`, ['resident-id review']],
  [idOf('61991119800101123'), ['resident-id block']],
  [idOf('61991119800101123').replace(/^(.{9})/, '$1\n'), []],
  [idOf('99011119800101123'), []],
  ['610111570812102', ['resident-id block']],
  ['610111250101102', ['resident-id review']],
  ['610111270101102', ['resident-id block']],
  ['610111571312102', []],
  ['610111 570812 102', ['resident-id block']],
  ['61011 1570812102', []],
  ['619911570812102', []],
  ['身份证619911570812102', ['resident-id block']],
  ['卡号610111570812102', ['bank-card block']],
  ['身份证号 1234567890123', ['resident-id block']],
  ['身份证号 123456789012', []],
  ['身份证号 12345678901234567890', ['resident-id block']],
  ['身份证号 1234567 890123', []],
  [`${ID}${ID}`, ['resident-id block', 'resident-id block']],
  [`*${ID}`, ['resident-id block']],
  [`${ID}43`, ['disability-card block']],
  [`${wrong(ID)}43`, ['disability-card review']],
  [`残疾人证${wrong(ID)}43`, ['disability-card block']],
  ['12345678901234567843', []],
  [`${wrong(ID).slice(0, 18)}\n43`, ['resident-id review']],
]
test.each(FOUND)('%j gives %j', (text, found) => {
  expect(scan(text)).toEqual(found)
})

test('a reissued card is one number to its end', () => {
  const [card] = scanText(`残疾人证${ID}43B1，`, { today: TODAY })
  expect(card).toMatchObject({ kind: 'disability-card', text: `${ID}43B1`, start: 4, end: 26 })
  expect(scanText(`残疾人证${ID}43B12`, { today: TODAY })[0]?.text).toBe(`${ID}43`)
})

test('a child’s number tells a minor; eighteen today is none', () => {
  expect(scan(CHILD)).toEqual(['resident-id block', 'minor review'])
  expect(scan(idOf('61011120081125123'))).toEqual(['resident-id block', 'minor review'])
  expect(scan(idOf('61011120081124123'))).toEqual(['resident-id block'])
  expect(scan(wrong(CHILD))).toEqual(['resident-id review'])
})

const CARDS: readonly [string, string[]][] = [
  [CARD, ['bank-card block']],
  ['6217 0000 1234 5678 907', ['bank-card block']],
  ['6217 0000 1234 5678 901', ['bank-card review']],
  ['621700 0012345678907', ['bank-card block']],
  ['62170 00012345678907', ['bank-card block']],
  [`${CARD}元`, []],
  [`A${CARD}`, []],
  [`*${CARD}`, []],
  [`${CARD.slice(0, 8)}\n${CARD.slice(8)}`, ['bank-card block']],
  [`订单号${CARD}`, []],
  ['卡号123456789012', ['bank-card block']],
  ['卡号12345678901', []],
  ['卡号1234567890123456789012', ['bank-card block']],
  ['卡号12345678901234567890123', []],
  ['卡号1234 5678 9012', ['bank-card block']],
  ['卡号1234/5678/9012', []],
  ['卡号123456789012元', []],
  ['对公账户123456789012', ['bank-card review']],
  ['社保卡号12345678', ['social-security-card block']],
  ['社保卡号20260305', []],
  ['社保卡号1234567', []],
  ['社保卡号A1234567', ['social-security-card block']],
  ['社保卡号A123456', []],
  ['社保卡号12345678*', []],
  ['社保卡号12345678元', []],
  ['A12345678', []],
  ['社保卡号6217 0000 1234 5678 907', ['social-security-card block']],
]
test.each(CARDS)('%j is %j', (text, found) => {
  expect(scan(text)).toEqual(found)
})

const PHONES: readonly [string, string[]][] = [
  ['13812345678', ['mobile block']],
  ['12812345678', []],
  ['1381234567', []],
  ['138123456789', []],
  ['013812345678', ['mobile block']],
  ['0 13812345678', ['mobile block']],
  ['86 13812345678', ['mobile block']],
  ['0086 138 1234 5678', ['mobile block']],
  ['87 13812345678', ['mobile block']],
  ['138 1234 5678', ['mobile block']],
  ['138 12345678', ['mobile block']],
  ['1381234 5678', ['mobile block']],
  ['1381 234 5678', []],
  ['1381-234-5678', ['mobile block']],
  ['13812-345678', ['mobile block']],
  ['138.1234.5678', ['mobile block']],
  ['138、1234、5678', ['mobile block']],
  ['138/12345678', ['mobile block']],
  ['138\n1234 5678', ['mobile block']],
  ['1381234\n5678', ['mobile block']],
  ['13800\n123400', []],
  ['1 3 8 1 2 3 4 5 6 7 8', ['mobile block']],
  ['138 1200 2000', []],
  ['138 1200 2024', []],
  ['138 1234 5678年', []],
  ['手机1381 234 5678', ['mobile block']],
  ['手机13 812 345 678', ['mobile block']],
  ['a13812345678', ['mobile block']],
  ['b13812345678', []],
  ['tel:13812345678', ['mobile block']],
  ['13812345678b', []],
  ['13812345678@qq.com', ['mobile block', 'email review']],
  ['*13812345678', []],
  ['13812345678*', ['mobile block']],
  ['金额：13812345678', []],
  ['合计为13812345678', []],
  ['金额见表，手机13812345678', ['mobile block']],
  ['监督电话13812345678', ['mobile review']],
  ['029-36812345', ['landline review']],
  ['(010)36812345', ['landline review']],
  ['+86 29 36812345', ['landline review']],
  ['021 3681234', ['landline review']],
  ['029-16812345', []],
  ['026-36812345', []],
  ['1029-36812345', []],
  ['029-36812345元', []],
  ['029-368123456', []],
  ['家庭电话3681 2345', ['landline review']],
  ['家庭电话20260305', []],
  ['卡号029-36812345', []],
  ['订单号029-36812345', []],
  ['村委会：029-36812345', []],
  ['村委会。029-36812345', ['landline review']],
]
test.each(PHONES)('%j is a line of %j', (text, found) => {
  expect(scan(text)).toEqual(found)
})
