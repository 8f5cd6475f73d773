import { scanText } from '../../../../server/domain/privacy'
import { idCheckCharacter, readId15, readId18 } from '../../../../server/domain/privacy/detectors/residentId'
import { hasIssuerPrefix, passesLuhn } from '../../../../server/domain/privacy/detectors/cards'

/** Made up: area 610111, order 123. */
const BODY = '61011119800101123'
const ID = BODY + idCheckCharacter(BODY)
const BODY_X = '61011119570812102'
const CHILD = `61011120200101123${idCheckCharacter('61011120200101123')}`
const CARD = '6217000012345678907'
const TODAY = '2026-11-24'

const scan = (text: string, label?: string) =>
  scanText(text, { today: TODAY, label }).map(({ kind, severity }) => `${kind} ${severity}`)

const wrongCheck = BODY + (ID.endsWith('1') ? '2' : '1')

describe('resident ID numbers', () => {
  test.each([
    ['plain', ID],
    ['in three parts', `身份证前六位${ID.slice(0, 6)}，出生1980年1月1日，后四位${ID.slice(14)}`],
    ['in three parts with brackets', `${ID.slice(0, 6)}（出生）19800101（尾号）${ID.slice(14)}`],
    ['in a sentence', `身份证号码为${ID}，已核对`],
    ['with blanks', `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`],
    ['with dashes', `${ID.slice(0, 6)}-${ID.slice(6, 14)}-${ID.slice(14)}`],
    ['full-width', [...ID].map(char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('')],
    ['digit by digit', [...ID].join(' ')],
    ['over a line end', `${ID.slice(0, 11)}\n${ID.slice(11)}`],
    ['with a zero-width blank', `${ID.slice(0, 9)}\u200b${ID.slice(9)}`],
    ['glued to words', `张建国${ID}已发放`],
    ['without a blank before a mobile number', `${ID}13812345678`],
    ['first generation', '610111570812102'],
    ['first generation in groups', '610111 570812 102'],
    ['under its label though the length is wrong', '身份证号：6101111980010112'],
    ['under its label though nothing fits', '身份证号：123456789012345678'],
  ])('%s blocks', (_, text) => {
    expect(scan(text)).toContain('resident-id block')
  })

  test('a lower-case check character counts', () => {
    const id = [...'0123456789']
      .map(digit => BODY_X.slice(0, 16) + digit)
      .find(body => idCheckCharacter(body) === 'X')
    expect(scan(`${id}x`)).toEqual(['resident-id block'])
    expect(scan(`${id} X`)).toEqual(['resident-id block'])
  })

  test('a wrong check digit with a known area and date is reviewed, under its label blocked', () => {
    expect(scan(wrongCheck)).toEqual(['resident-id review'])
    expect(scan(`身份证号 ${wrongCheck}`)).toEqual(['resident-id block'])
  })

  test.each([
    ['an order number by area and date', '编号610111202403150012'],
    ['an impossible date', '610111198013011234'],
    ['an unknown province', '990111198001011234'],
    ['a birth in the future', '610111209901011234'],
    ['letters around it', 'A610111198001011231B'],
    ['money', `${wrongCheck}.00元`],
    ['a project code', '2401-610111-04-01-123456'],
  ])('%s is none', (_, text) => {
    expect(scan(text)).toEqual([])
  })

  test('says what it knows', () => {
    expect(readId18(ID, TODAY)).toEqual({ area: 'known', birth: '1980-01-01', checksum: true })
    expect(readId18('12345', TODAY)).toBeNull()
    expect(readId15('610111570812102', TODAY)).toMatchObject({ area: 'known', birth: '1957-08-12' })
  })

  test('the ID number of a child is a minor too', () => {
    expect(scan(CHILD)).toEqual(['resident-id block', 'minor review'])
  })
})

describe('disability cards', () => {
  test.each([
    `${ID}43`,
    `残疾人证号：${ID}43`,
    `${ID}43B1`,
    `${ID} 43`,
    `${ID.slice(0, 8)}\n${ID.slice(8)}43`,
  ])('%j is one finding', text => {
    expect(scan(text)).toEqual(['disability-card block'])
  })

  test('category and grade are in range', () => {
    expect(scan(`${ID}89`)).not.toContain('disability-card block')
  })
})

describe('masks', () => {
  test.each([
    '138****5678',
    '138 **** 5678',
    '6101**********1233',
    '610***********1233',
    '尾号1234',
    '**************1233',
    '******19800101****',
    '身份证后四位1233',
    '***********5678',
    '1****',
    'XX村XX组',
    '2*3=6',
    '卡号尾号8907',
    '6217***********8907',
    '6217 **** **** **** 907',
  ])('%s is no finding', text => {
    expect(scan(text)).toEqual([])
  })

  test.each([
    ['6101111980****1234', 'resident-id block'],
    ['61011119800101****', 'resident-id block'],
    ['6101111980XXXX1234', 'resident-id block'],
    ['身份证号：610111198001*1233', 'resident-id block'],
    ['610111********1234', 'resident-id review'],
    ['****11198001011233', 'resident-id block'],
    ['××××1119800101123X', 'resident-id block'],
    ['身份证 610111-19800101-****', 'resident-id block'],
    ['61011119800101123*', 'resident-id block'],
    ['62170000123456****7', 'bank-card block'],
    ['1381234567*', 'mobile block'],
    ['1381234**78', 'mobile block'],
  ])('%s leaves too much open', (text, finding) => {
    expect(scan(text)).toEqual([finding])
  })
})

describe('cards', () => {
  test.each([
    [CARD, 'bank-card block'],
    ['6217 0000 1234 5678 907', 'bank-card block'],
    [`${CARD.slice(0, 10)}\n${CARD.slice(10)}`, 'bank-card block'],
    ['一卡通账号：27101234500109876543', 'bank-card block'],
    ['存折账号 2701 0123 4567 890', 'bank-card block'],
    ['卡号：6217000012345678901', 'bank-card block'],
    ['村集体账户 26100101040012345', 'bank-card review'],
    ['6217 0000 1234 5678 901', 'bank-card review'],
    ['社保卡号：A12345678', 'social-security-card block'],
    ['社会保障卡号 612345678', 'social-security-card block'],
    [`社会保障卡卡号：${CARD}`, 'social-security-card block'],
    [`社会保障号码 ${ID}`, 'resident-id block'],
  ])('%j', (text, finding) => {
    expect(scan(text)).toEqual([finding])
  })

  test.each([
    '6217000012345678901',
    '20240315123456789012',
    '凭证编号6217000012345678907',
    '1234567890123456',
    '社会保障卡12345678张',
  ])('%s is none', text => {
    expect(scan(text)).toEqual([])
  })

  test('Luhn and issuers', () => {
    expect(passesLuhn('79927398713')).toBe(true)
    expect(passesLuhn('79927398710')).toBe(false)
    expect(hasIssuerPrefix(CARD)).toBe(true)
    expect(hasIssuerPrefix('9558800000000000000')).toBe(true)
    expect(hasIssuerPrefix('1234567890123456')).toBe(false)
  })
})

describe('phones', () => {
  test.each([
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '+86 13812345678',
    '(+86)138-1234-5678',
    '8613812345678',
    '１３８１２３４５６７８',
    '一三八一二三四五六七八',
    '1381234\n5678',
    '联系人：王*，电话1381 2345 678',
    '13812345678/13912345678',
    '电话13812345678转告',
  ])('%j is a mobile number', text => {
    expect(scan(text)).toContain('mobile block')
  })

  test('an office’s mobile number is reviewed', () => {
    expect(scan('监督电话：13812345678')).toEqual(['mobile review'])
  })

  test.each(['029-36812345', '(029)36812345', '0917 3212345', '+86-29-36812345', '家庭电话：36812345'])(
    '%s is a landline',
    text => {
      expect(scan(text)).toEqual(['landline review'])
    },
  )

  test.each([
    '村委会办公电话：029-36812345',
    '咨询电话 36812345',
    '12345、12317、110',
    '400-123-4567',
    '13812345678元',
    '¥13812345678',
    '13812345678.50',
    '订单号13812345678',
    '1500\n1200\n300',
    '13800\n125000\n200',
    '135 1200 2024',
    '23812345678',
    '113812345678',
  ])('%j is none', text => {
    expect(scan(text)).toEqual([])
  })
})

describe('passports', () => {
  test.each(['护照号：E12345678', 'EA1234567', 'G12345678', '通行证 C12345678', 'passport no: eb7654321'])(
    '%s',
    text => {
      expect(scan(text)).toEqual(['passport block'])
    },
  )

  test.each(['E20240315', '设备编号E12345678', 'G30高速', 'AE12345678'])('%s is none', text => {
    expect(scan(text)).toEqual([])
  })
})

test('offsets and text are those of the source', () => {
  const text = `联系\u200b人：张建国 １３８-1234-5678。`
  const found = scanText(text, { today: TODAY }).find(({ kind }) => kind === 'mobile')
  expect(found?.text).toBe('１３８-1234-5678')
  expect(text.slice(found?.start, found?.end)).toBe(found?.text)
  expect(found?.mask).toBe('138****5678')
})

test('a raw line keeps its escapes and is read over them', () => {
  const [found] = scanText(`${ID.slice(0, 6)}\\n${ID.slice(6)}`, { today: TODAY, escapedBreaks: true })
  expect(found).toMatchObject({ kind: 'resident-id', severity: 'block', start: 0, end: 20 })
  expect(scanText(`${ID.slice(0, 6)}\\n${ID.slice(6)}`, { today: TODAY })).toEqual([])
})
