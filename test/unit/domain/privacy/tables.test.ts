import {
  fieldRuleOf,
  maskNoticeContent,
  maskValue,
  scanNoticeContent,
  scanTable,
  scanText,
} from '../../../../server/domain/privacy'
import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { Chance } from '../../../support/privacy/chance'
import { bankCard, disabilityCard, mobile, residentId } from '../../../support/privacy/identities'

const TODAY = '2026-11-24'
const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
const table = (columns: string[], ...rows: string[][]) =>
  scanTable(columns, rows, { today: TODAY }).map(
    ({ kind, severity, row, column }) => `${kind} ${severity} ${row}:${column}`,
  )

describe('columns', () => {
  test.each([
    ['身份证号码', 'resident-id'],
    ['户主（身份证号）', 'person-name'],
    ['联系 电话', 'phone'],
    ['监督电话', null],
    ['一卡通账号', 'bank-card'],
    ['残疾等级', 'health'],
    ['残疾人数', null],
    ['致贫原因', 'health'],
    ['家庭住址', 'address'],
    ['经手人', null],
    ['儿童姓名', 'minor-name'],
    ['idCard', 'resident-id'],
    ['phone', 'phone'],
    ['发放金额（元）', null],
  ])('%s', (name, kind) => {
    expect(fieldRuleOf(name)?.kind ?? null).toBe(kind)
  })

  test('rule on what the column says', () => {
    expect(table(['身份证号'], ['61011119800101'])).toEqual(['resident-id block 0:0'])
    expect(table(['账号'], ['270112345678'])).toEqual(['bank-card block 0:0'])
    expect(table(['残疾等级'], ['二级'], ['无'])).toEqual(['health review 0:0'])
    expect(table(['住址'], ['大石头村三组'], ['大石头村三组12号'])).toEqual(['address review 1:0'])
    expect(table(['姓名'], ['尔朱荣'], ['张*'], ['合计'], ['张三、李四'])).toEqual([
      'person-name review 0:0',
      'person-name review 3:0',
      'person-name review 3:0',
    ])
    expect(table(['金额'], ['13812345678'])).toEqual([])
    expect(table(['监督电话'], ['029-36812345'])).toEqual([])
  })

  test('minors by age and by birth date, workbook dates too', () => {
    expect(table(['姓名', '年龄'], ['张小明', '8'], ['张建国', '65'])).toContain('minor review 0:0')
    expect(table(['姓名', '出生日期'], ['张小明', '2015-03-01'])).toContain('minor review 0:0')
    expect(table(['姓名', '出生日期'], ['张小明', '42000'])).toContain('minor review 0:0')
    expect(table(['姓名', '年龄'], ['张建国', '65'])).toEqual(['person-name review 0:0'])
  })
})

describe('numbers cut over cells', () => {
  test('three cells of a row', () => {
    expect(table(['甲', '乙', '丙'], [ID.slice(0, 6), ID.slice(6, 14), ID.slice(14)])).toEqual([
      'resident-id block 0:0',
    ])
  })
  test('a box for every digit', () => {
    expect(table([], ['张*', ...ID])).toEqual(['resident-id block 0:1'])
  })
  test('two cells below each other', () => {
    expect(table(['备注'], [ID.slice(0, 10)], [ID.slice(10)])).toEqual(['resident-id block 0:0'])
  })
  test('a card in fours', () => {
    expect(table([], ['6217', '0000', '1234', '5678', '907'])).toEqual(['bank-card block 0:0'])
  })
  test('figures are none', () => {
    expect(table(['年度', '收入', '支出'], ['2024', '6217', '13800'], ['2025', '125000', '138'])).toEqual([])
  })
})

test('a mask made here is no finding that blocks', () => {
  const chance = new Chance(5)
  for (let round = 0; round < 200; round += 1) {
    const open = [
      ['resident-id', residentId(chance)],
      ['mobile', mobile(chance)],
      ['bank-card', bankCard(chance)],
      ['disability-card', disabilityCard(chance)],
      ['passport', `E${chance.digits(8)}`],
      ['social-security-card', `A${chance.digits(8)}`],
    ] as const
    for (const [kind, value] of open) {
      const masked = maskValue(kind, value)
      expect(masked).not.toContain(value)
      expect(scanText(`号码：${masked}`, { today: TODAY })).toEqual([])
    }
  }
})

describe('notices', () => {
  const content: NoticeContent = {
    title: '2026年三季度临时救助',
    period: '2026Q3',
    blocks: [
      { type: 'text', label: '说明', text: `经评议，张建国（${ID}）家庭符合条件，电话13812345678。` },
      {
        type: 'facts',
        label: '公开内容',
        entries: [
          { label: '监督电话', value: '029-36812345' },
          { label: '联系电话', value: '13912345678' },
        ],
      },
      {
        type: 'money',
        label: '收支',
        openingFen: 0,
        closingFen: -100,
        lines: [
          {
            date: '2026-07-01',
            direction: 'expense',
            item: '付王秀英卡6217000012345678907',
            amountFen: 100,
            handler: '刘建军',
            voucher: '记-07-0001',
          },
        ],
      },
      {
        type: 'recipients',
        label: '发放明细',
        totalPersons: 2,
        totalFen: 100000,
        rows: [
          { name: '张建国', group: '三组', scheme: '临时救助', persons: 1, amountFen: 50000 },
          { name: '王*', group: '三组12号', scheme: '困境儿童保障', persons: 1, amountFen: 50000 },
        ],
      },
      {
        type: 'attachments',
        label: '附件',
        files: [{ name: '李秀英13712345678.pdf', mime: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) }],
      },
    ],
  }

  test('findings carry paths and never the open value', () => {
    const issues = scanNoticeContent(content, { today: TODAY })
    expect(
      issues.filter(({ severity }) => severity === 'block').map(({ kind, field }) => `${kind} ${field}`),
    ).toEqual([
      'resident-id blocks.0.text',
      'mobile blocks.0.text',
      'mobile blocks.1.entries.1.value',
      'bank-card blocks.2.lines.0.item',
      'mobile blocks.4.files.0.name',
    ])
    expect(issues).toContainEqual(
      expect.objectContaining({ kind: 'person-name', field: 'blocks.3.rows.0.name', mask: '张*' }),
    )
    expect(issues).toContainEqual(expect.objectContaining({ kind: 'minor', field: 'blocks.3.rows.1.scheme' }))
    expect(issues).toContainEqual(
      expect.objectContaining({ kind: 'address', field: 'blocks.3.rows.1.group' }),
    )
    expect(
      issues.some(({ field }) => field === 'blocks.1.entries.0.value' || field.endsWith('handler')),
    ).toBe(false)
    expect(JSON.stringify(issues)).not.toMatch(
      new RegExp(`${ID}|13812345678|13912345678|6217000012345678907`),
    )
  })

  test('masked at entry it can be published', () => {
    const masked = maskNoticeContent(content, { today: TODAY })
    const left = scanNoticeContent(masked, { today: TODAY }).filter(({ severity }) => severity === 'block')
    expect(left.map(({ field }) => field)).toEqual(['blocks.4.files.0.name'])
    expect(masked.blocks[3]).toMatchObject({
      rows: [{ name: '张*' }, { name: '（只公开人数）', persons: 1 }],
    })
    expect(masked.blocks[0]).toMatchObject({ text: expect.stringContaining('138****5678') })
  })

  test('an ordinary notice has nothing to say', () => {
    const plain: NoticeContent = {
      title: '大石头村2026年三季度财务公开',
      period: '2026Q3',
      blocks: [
        {
          type: 'facts',
          label: '公开内容',
          entries: [
            { label: '政策依据', value: '陕农发〔2023〕82号' },
            { label: '公示期', value: '2026-07-01至2026-07-07' },
          ],
        },
        {
          type: 'money',
          label: '收支',
          openingFen: 1234567,
          closingFen: 1234467,
          lines: [
            {
              date: '2026-07-01',
              direction: 'expense',
              item: '三组道路硬化2.35公里',
              amountFen: 100,
              handler: '刘*',
              voucher: '记-07-0001',
            },
          ],
        },
        {
          type: 'recipients',
          label: '发放明细',
          totalPersons: 1,
          totalFen: 50000,
          rows: [
            {
              name: '王*',
              group: '三组',
              scheme: '高龄补贴',
              standard: '80元/月',
              persons: 1,
              amountFen: 50000,
            },
          ],
        },
      ],
    }
    expect(scanNoticeContent(plain, { today: TODAY })).toEqual([])
  })
})

test('a column of names without a heading is a name column; words are not', () => {
  expect(table([], ['张建国', '500'], ['李秀英', '300'])).toEqual([
    'person-name review 0:0',
    'person-name review 1:0',
  ])
  expect(table(['补贴户', '元'], ['张建国', '500'], ['王*', '300'], ['李秀英', '9'])).toEqual([
    'person-name review 0:0',
    'person-name review 2:0',
  ])
  expect(
    table(['事项', '元'], ['道路硬化', '500'], ['路灯', '300'], ['高龄补贴', '3'], ['水费', '9']),
  ).toEqual([])
})
