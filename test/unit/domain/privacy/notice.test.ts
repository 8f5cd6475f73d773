import { fieldsOfContent, withTexts } from '../../../../server/domain/privacy/contentFields'
import { detectHealth, detectMinors } from '../../../../server/domain/privacy/detectors/people'
import { prepareText } from '../../../../server/domain/privacy/detectors/normalize'
import {
  isCountsOnly,
  isSensitive,
  maskNoticeContent,
  openFindings,
  releaseIssues,
  scanNoticeContent,
  withoutCountedNames,
} from '../../../../server/domain/privacy'
import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'

const TODAY = { today: '2026-11-24' }
const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
const of = (...blocks: ContentBlock[]): NoticeContent => ({ title: '救助公示', period: '2026Q3', blocks })
const words = (text: string, label = '说明'): ContentBlock => ({ type: 'text', label, text })
const facts = (...entries: [string, string][]): ContentBlock => ({
  type: 'facts',
  label: '公开内容',
  entries: entries.map(([label, value]) => ({ label, value })),
})
type Recipients = Extract<ContentBlock, { type: 'recipients' }>
const list = (...rows: Partial<Recipients['rows'][number]>[]): Recipients => ({
  type: 'recipients',
  label: '发放明细',
  rows: rows.map(row => ({ name: '王*', scheme: '高龄补贴', persons: 1, amountFen: 100, ...row })),
  totalPersons: rows.length,
  totalFen: rows.length * 100,
})
const debts = (...parties: string[]): ContentBlock =>
  ({
    type: 'sheet',
    sheet: 'claims',
    label: '债权',
    rows: parties.map(party => ({ party, about: '租金', closingFen: 1 })),
  }) as unknown as ContentBlock
const money = (item: string, handler = '刘建军'): ContentBlock => ({
  type: 'money',
  label: '收支',
  openingFen: 0,
  closingFen: 0,
  lines: [
    {
      date: '2026-07-01',
      direction: 'expense',
      item,
      amountFen: 100,
      handler,
      voucher: '记-1',
      images: [{ name: '票.jpg', mime: 'image/jpeg', bytes: 1, sha256: 'a'.repeat(64) }],
    } as never,
  ],
})
const files: ContentBlock = {
  type: 'attachments',
  label: '附件',
  files: [{ name: '表.pdf', mime: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) }],
}

test('every text of a notice has its path and the name it stands under', () => {
  const content = of(
    words('一段'),
    facts(['标准', '80元']),
    money('修路'),
    list({ group: '三组', standard: '80元' }),
    debts('某厂'),
    files,
    { type: 'nothing', note: '本期没有' } as ContentBlock,
    { type: 'nothing' } as ContentBlock,
  )
  expect(fieldsOfContent(content).map(({ path, text, label }) => [path, text, label])).toEqual([
    ['title', '救助公示', undefined],
    ['blocks.0.label', '说明', undefined],
    ['blocks.0.text', '一段', '说明'],
    ['blocks.1.label', '公开内容', undefined],
    ['blocks.1.entries.0.label', '标准', undefined],
    ['blocks.1.entries.0.value', '80元', '标准'],
    ['blocks.2.label', '收支', undefined],
    ['blocks.2.lines.0.item', '修路', undefined],
    ['blocks.2.lines.0.handler', '刘建军', '经手人'],
    ['blocks.2.lines.0.voucher', '记-1', '凭证号'],
    ['blocks.2.lines.0.images.0.name', '票.jpg', undefined],
    ['blocks.3.label', '发放明细', undefined],
    ['blocks.3.rows.0.name', '王*', '姓名'],
    ['blocks.3.rows.0.group', '三组', '住址'],
    ['blocks.3.rows.0.scheme', '高龄补贴', undefined],
    ['blocks.3.rows.0.standard', '80元', undefined],
    ['blocks.4.label', '债权', undefined],
    ['blocks.4.rows.0.party', '某厂', '欠款方'],
    ['blocks.4.rows.0.about', '租金', '款项内容'],
    ['blocks.5.label', '附件', undefined],
    ['blocks.5.files.0.name', '表.pdf', undefined],
    ['blocks.6.note', '本期没有', undefined],
  ])
  const changed = withTexts(
    content,
    new Map([
      ['blocks.1.entries.0.value', '90元'],
      ['title', '新'],
    ]),
  )
  expect(changed).toEqual({
    ...content,
    title: '新',
    blocks: content.blocks.with(1, facts(['标准', '90元'])),
  })
  expect(withTexts(content, new Map())).toEqual(content)
})

const told = (...blocks: ContentBlock[]) =>
  scanNoticeContent(of(...blocks), TODAY).map(({ field, message }) => [field, message])

test('what is wrong is said plainly', () => {
  expect(told(words('电话13812345678'))).toEqual([
    ['blocks.0.text', '手机号不能公开，请改成遮盖后的写法或删去'],
  ])
  expect(told(words('邮箱li_si@163.com'))).toEqual([
    ['blocks.0.text', '电子邮箱可能是个人信息，请核对；确实可以公开的要写明理由'],
  ])
  expect(told(words('家庭电话029-36812345'))).toEqual([
    ['blocks.0.text', '固定电话不能公开；是办公电话的，请在号码前写明“办公电话”或“监督电话”'],
  ])
  expect(told(words('公示三天'), files)).toEqual([])
  expect(scanNoticeContent({ ...of(), title: '问13812345678' }, TODAY)).toEqual([
    {
      code: 'privacy-mobile',
      field: 'title',
      kind: 'mobile',
      severity: 'block',
      mask: '138****5678',
      message: '手机号不能公开，请改成遮盖后的写法或删去',
    },
  ])
})

test.each([
  '困境儿童',
  '留守儿童',
  '留守妇女',
  '孤儿',
  '事实无人抚养',
  '未成年人',
  '儿童福利',
  '优抚',
  '戒毒',
  '精神障碍',
  '艾滋',
])('%s are only counted', scheme => {
  // prettier-ignore
  expect([isCountsOnly(`${scheme}补贴`), isSensitive(`${scheme}补贴`)]).toEqual([true, true])
})
test.each([
  ['残疾人补贴', true],
  ['农村低保', true],
  ['临时救助', true],
  ['农机购置补贴', false],
  ['', false],
])('%s is of a sensitive group: %p', (scheme, sensitive) => {
  expect([isCountsOnly(scheme), isSensitive(scheme)]).toEqual([false, sensitive])
})

test('nobody of a group that is only counted is named, not even masked', () => {
  const content = list({ scheme: '孤儿保障' }, { scheme: '孤儿保障', name: '（只公开人数）' }, {})
  expect(told(content)).toEqual([['blocks.0.rows.0.scheme', '孤儿保障的名单只公开人数，不逐人列出']])
})

test.each([
  ['孤儿人数', '2人', true],
  ['孤儿人数', '1', true],
  ['孤儿人数', '3人', false],
  ['孤儿人数', '0', false],
  ['孤儿人数', '若干', false],
  ['低保户数', '2户', true],
  ['低保名数', '2', true],
  ['低保对象数', '2', true],
  ['低保家庭数', '2', true],
  ['低保数量', '2', true],
  ['低保标准', '2', false],
  ['农机户数', '2户', false],
])('a small count: %s %s (%p)', (label, value, small) => {
  const message = `“${label}”不到 3，能猜出是谁家，请写成“<3”`
  expect(told(facts([label, value]))).toEqual(small ? [['blocks.0.entries.0.value', message]] : [])
})

test('a person who owes is named by the family name only', () => {
  expect(told(debts('张建国', '某某建材厂', '张*', '李 四'))).toEqual(
    expect.arrayContaining([
      ['blocks.0.rows.0.party', '像是个人姓名，个人只写姓，后面用 * 代替'],
      ['blocks.0.rows.3.party', '像是个人姓名，个人只写姓，后面用 * 代替'],
    ]),
  )
  expect(told(debts('某某建材厂', '张*'))).toEqual([])
})

test('each cell that a number is cut over is told, with its digits covered', () => {
  const found = scanNoticeContent(of(facts([ID.slice(0, 10), ID.slice(10)])), TODAY)
  expect(found.map(({ field, mask, kind }) => [field, mask, kind])).toEqual([
    ['blocks.0.entries.0.label', '**********', 'resident-id'],
    ['blocks.0.entries.0.value', '********', 'resident-id'],
  ])
})

test('who is only counted becomes one row a scheme', () => {
  const counted = withoutCountedNames(
    list(
      { scheme: '孤儿保障', name: '张*', persons: 2, amountFen: 300, group: '三组' },
      {},
      { scheme: '孤儿保障', name: '李*' },
    ),
  )
  expect(counted.rows).toEqual([
    { name: '王*', scheme: '高龄补贴', persons: 1, amountFen: 100 },
    { name: '（只公开人数）', scheme: '孤儿保障', persons: 3, amountFen: 400, households: 2 },
  ])
  const known = list({ scheme: '孤儿保障', name: '（只公开人数）', households: 4 }, { scheme: '孤儿保障' })
  expect(withoutCountedNames(known).rows).toEqual([
    { name: '（只公开人数）', scheme: '孤儿保障', persons: 2, amountFen: 200, households: 5 },
  ])
  const unknown = list({ scheme: '孤儿保障', name: '（只公开人数）' }, { scheme: '孤儿保障' })
  expect(withoutCountedNames(unknown).rows[0]).not.toHaveProperty('households')
  const single = list({ scheme: '孤儿保障', name: '（只公开人数）' })
  expect(withoutCountedNames(single)).toBe(single)
  expect(withoutCountedNames(list({})).rows).toHaveLength(1)
})

test('masking at entry covers what blocks and the names of recipients, nothing else', () => {
  const content = of(
    words(`身份证${ID}，电话13812345678，邮箱li_si@163.com`),
    list({ name: '张建国' }, { name: '（只公开人数）', scheme: '孤儿保障' }),
  )
  const masked = maskNoticeContent(content, TODAY)
  expect(masked.blocks[0]).toEqual(
    words(`身份证6101**********${ID.slice(-4)}，电话138****5678，邮箱li_si@163.com`),
  )
  expect(masked.blocks[1]).toMatchObject({ rows: [{ name: '张*' }, { name: '（只公开人数）' }] })
  expect(content.blocks[1]).toMatchObject({ rows: [{ name: '张建国' }, {}] })
})

test('a reason is told what is wrong with it', () => {
  const content = of(words('邮箱li_si@163.com，电话13812345678'))
  const issues = (code: string, reason: string) =>
    releaseIssues(content, [{ field: 'content.blocks.0.text', code, reason }], TODAY)
  const at = { field: 'releases.0', row: 1 }
  expect(issues('privacy-email', '村委会的')).toEqual([])
  expect(issues('privacy-email', ' 村委会 ')).toEqual([
    { ...at, code: 'reason-too-short', message: '理由至少写 4 个字。' },
  ])
  expect(issues('privacy-email', '问13812345678')).toEqual([
    { ...at, code: 'reason-personal', message: '理由里有个人信息，请换个说法。' },
  ])
  expect(issues('privacy-mobile', '村委会的')).toEqual([
    { ...at, code: 'release-refused', message: '这类信息不能公开，写了理由也不行，请遮盖或删去。' },
  ])
  expect(issues('privacy-gps', '村委会的')).toEqual([
    { ...at, code: 'release-unknown', message: '这一处没有需要说明的个人信息，不用说明。' },
  ])
  expect(
    openFindings(content, [], TODAY).map(({ place, quote, proposed }) => [place, quote, proposed]),
  ).toEqual([
    ['“说明”“正文”', 'l******', 'l***@163.com'],
    ['“说明”“正文”', '1******', '138****5678'],
  ])
})

const minors = (text: string) =>
  detectMinors(prepareText(text), TODAY).map(({ start, end }) => text.slice(start, end))
test.each([
  ['张小明，8岁', ['张小明，8岁']],
  ['张小明，17周岁', ['张小明，17周岁']],
  ['张小明，18岁', []],
  ['张小明，8岁以下', []],
  ['张小明。8岁', []],
  ['学生张小明8岁', ['张小明8岁', '张小明']],
  ['8岁', []],
  ['张小明，2014年5月6日出生', ['张小明，2014年5月6日出生']],
  ['张小明，2008年11月24日生', []],
  ['张小明，2008年11月25日生', ['张小明，2008年11月25日生']],
  ['张小明，2014-05出生', ['张小明，2014-05出生']],
  ['张小明，2014年5月生效', []],
  ['留守儿童张小明', ['张小明']],
  ['学生：张小明', ['张小明']],
  ['孤儿姓名 张小明', ['张小明']],
  ['儿童生活补贴', []],
])('minors in %s', (text, found) => {
  expect(minors(text).sort()).toEqual([...found].sort())
})

const health = (text: string) =>
  detectHealth(prepareText(text), TODAY).map(({ start, end }) => text.slice(start, end))
test.each([
  ['村民张建国患肺癌', ['癌']],
  ['王*因患尿毒症', ['尿毒症']],
  ['肺癌', []],
  ['患有肺癌', ['癌']],
  ['患有肺癌晚期', ['癌']],
  ['患有肺癌的家庭', []],
  ['其妻患有精神分裂症', ['精神分裂']],
  ['村民张建国。肺癌', []],
  ['大病救助', []],
  ['本人重病救助', []],
  ['致贫原因：因病', ['因病']],
  ['致贫原因：无', []],
  ['致贫原因：*', []],
  ['残疾等级：一级至二级', []],
  ['残疾等级：二级', ['二级']],
  ['健康状况：良好', []],
])('illness in %s', (text, found) => {
  expect(health(text)).toEqual(found)
})
