import { addressesUnder } from '../../../server/platform/config/publicAddresses'
import { presentFiscalPackage } from '../../../server/reading/finance/presenters/fiscalPackage'
import { descriptorOf } from '../../../server/reading/finance/presenters/fiscalPackage/descriptor'
import {
  BALANCE_FIELDS,
  LINE_FIELDS,
  plainYuan,
} from '../../../server/reading/finance/presenters/fiscalPackage/fields'
import {
  presentFinanceClass,
  presentFinanceYear,
} from '../../../server/reading/finance/presenters/financeYear'
import {
  payoutFileName,
  payoutRows,
  presentPayoutPage,
} from '../../../server/reading/finance/presenters/payouts'
import { unzipSync } from 'fflate'
import { CONTENT, NAMES, NOW, VILLAGE, publicationRow, refOf } from '../../support/presenters/rows'

/** A year’s accounts and payouts: as pages, as sheets, as open data. */

describe('open data of a year', () => {
  const to = addressesUnder('https://m.example')
  const money = {
    type: 'money',
    label: '收支明细',
    openingFen: 100_005,
    lines: [
      {
        date: '2026-01-02',
        direction: 'income',
        item: '拨款',
        amountFen: 5_000,
        handler: '王',
        voucher: '记-1',
      },
      { date: '2026-01-03', direction: 'expense', item: '=买纸', amountFen: 7 },
    ],
    closingFen: 104_998,
  }
  const account = {
    noticeId: 'ntc_1',
    edition: 2,
    title: '一季度收支',
    period: '2026Q1',
    publishedAt: new Date('2026-04-01T17:00:00Z'),
    content: { ...CONTENT, blocks: [money, { type: 'text', label: '说明', text: '无' }] },
    publicity: publicationRow().publicity,
  }

  test('numbers as the standard writes them', () => {
    expect([0, 7, 10, 123, 100_005, -7, -12_345].map(plainYuan)).toEqual([
      '0.00',
      '0.07',
      '0.10',
      '1.23',
      '1000.05',
      '-0.07',
      '-123.45',
    ])
  })

  test('is one zip: what it is, a row for each entry, a row for each statement', async () => {
    const file = presentFiscalPackage({
      org: { code: 'V1', name: '大王庄' },
      year: 2026,
      accounts: async function* () {
        yield account as never
      },
      to,
      now: NOW,
    })
    expect(file).toMatchObject({
      name: '大王庄-2026年收支-数据包.zip',
      mime: 'application/zip',
      bytes: null,
      sha256: null,
    })
    const pieces: Buffer[] = []
    for await (const piece of file.content) pieces.push(Buffer.from(piece))
    const files = unzipSync(new Uint8Array(Buffer.concat(pieces)))
    const textOf = (name: string) =>
      Buffer.from(files[name]!)
        .toString('utf8')
        .replace(/^\ufeff/, '')
    expect(Object.keys(files)).toEqual(['datapackage.json', 'data/lines.csv', 'data/balances.csv'])
    const issued = { org: { code: 'V1', name: '大王庄' }, year: 2026, homepage: to.finance('V1', 2026), madeAt: new Date('2026-06-15T00:00:00+08:00') } // prettier-ignore
    expect(JSON.parse(textOf('datapackage.json'))).toEqual(JSON.parse(JSON.stringify(descriptorOf(issued))))
    const of = [
      '2026Q1',
      '2026年第一季度',
      'ntc_1',
      '2',
      '一季度收支',
      '2026-04-02',
      to.notice('ntc_1'),
    ].join(',')
    expect(textOf('data/lines.csv').trim().split('\r\n')).toEqual([
      LINE_FIELDS.map(({ name }) => name).join(','),
      `ntc_1/收支明细/1,2026-01-02,income,50.00,${LINE_FIELDS[4]!.of({ line: { direction: 'income' } } as never)},${LINE_FIELDS[5]!.of({ line: { direction: 'income' } } as never)},拨款,王,记-1,${of}`,
      `ntc_1/收支明细/2,2026-01-03,expense,0.07,${LINE_FIELDS[4]!.of({ line: { direction: 'expense' } } as never)},${LINE_FIELDS[5]!.of({ line: { direction: 'expense' } } as never)},'=买纸,,,${of}`,
    ])
    expect(textOf('data/balances.csv').trim().split('\r\n')).toEqual([
      BALANCE_FIELDS.map(({ name }) => name).join(','),
      `ntc_1/收支明细,1000.05,50.00,0.07,1049.98,${of}`,
    ])
  })

  test('says whose, of which year, and what each column means', () => {
    const said = descriptorOf({ org: { code: 'V1', name: '大王庄' }, year: 2026, homepage: 'h', madeAt: NOW })
    expect(said).toMatchObject({
      profile: 'tabular-data-package',
      name: 'v1-accounts-2026',
      title: '大王庄2026年公开的收支',
      homepage: 'h',
      created: NOW.toISOString(),
      countryCode: 'CN',
      granularity: 'transactional',
      fiscalPeriod: { start: '2026-01-01', end: '2026-12-31' },
      sources: [{ title: '大王庄全年的账', path: 'h' }],
    })
    expect(said.resources.map(({ name, path, title }) => [name, path, title])).toEqual([
      ['lines', 'data/lines.csv', '收支明细'],
      ['balances', 'data/balances.csv', '各期余额'],
    ])
    const [lines] = said.resources
    expect(lines).toMatchObject({ profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' }) // prettier-ignore
    expect(lines!.schema).toMatchObject({ primaryKey: 'id', missingValues: [''] })
    expect(lines!.schema.fields.some(field => 'of' in field)).toBe(false)
    expect(lines!.schema.extraFields.map(({ name, constant }) => [name, constant])).toEqual([
      ['currency', 'CNY'],
      ['fiscal_year', 2026],
      ['org_code', 'V1'],
      ['org', '大王庄'],
      ['phase', 'executed'],
    ])
  })

  const accounts = {
    rows: [
      { ...account, itemId: 'itm_1', itemKey: 'k1', sentence: '一季度' },
      { ...account, noticeId: 'ntc_0', period: '2025Q4', itemId: 'itm_1', itemKey: 'k1', sentence: '四季度', content: { ...account.content, period: '2025Q4' } }, // prettier-ignore
      { ...account, noticeId: 'ntc_2', itemId: 'itm_2', itemKey: 'k2', sentence: '别的' },
    ],
    names: new Map([['itm_1', '财务收支']]),
    keysOf: (key: string) => [key],
  } as never as Parameters<typeof presentFinanceYear>[1]

  test('the page of a year: the newest unless another is asked for, a series for each item', () => {
    const shown = presentFinanceYear(VILLAGE, accounts, undefined, NOW)
    expect(shown).toMatchObject({ org: refOf(VILLAGE), year: 2026, years: [2026, 2025] })
    expect(shown.series.map(({ key, name, notices }) => [key, name, notices.map(({ id }) => id)])).toEqual([
      ['k1', '财务收支', ['ntc_1']],
      ['k2', '', ['ntc_2']],
    ])
    expect(shown.series[0]?.notices[0]).toEqual({
      id: 'ntc_1',
      period: '2026Q1',
      periodLabel: '2026年第一季度',
      title: '耕地地力保护补贴',
      sentence: '一季度',
    })
    expect(shown.source).toMatch(/[一-龥]/)
    const last = presentFinanceYear(VILLAGE, accounts, 2025, NOW)
    expect(last.series.map(({ notices }) => notices.map(({ id }) => id))).toEqual([['ntc_0']])
    const none = presentFinanceYear(VILLAGE, { rows: [], names: new Map() } as never, undefined, NOW)
    expect(none).toMatchObject({ year: 2026, years: [], series: [] })
    const linked = { ...accounts, keysOf: () => ['k2', 'k1'] }
    const one = presentFinanceYear(VILLAGE, linked, undefined, NOW).series
    expect(one.map(({ key, name, notices }) => [key, name, notices.length])).toEqual([['k1', '财务收支', 2]])
  })

  test('the page of a class: of a year, a period or an item', () => {
    const income = presentFinanceYear(VILLAGE, accounts, 2026, NOW).classes[0]!
    const of = (wanted: object) =>
      presentFinanceClass(VILLAGE, accounts, { class: income.code, ...wanted } as never, NOW)
    expect(of({})).toMatchObject({
      org: refOf(VILLAGE),
      year: 2026,
      when: '2026年',
      line: { code: income.code },
    })
    expect(of({ period: '2025Q4' })).toMatchObject({ year: 2025, when: '2025年第四季度' })
    expect(of({ year: 2025 }).year).toBe(2025)
    expect(
      of({})
        .notices.map(({ id }) => id)
        .sort(),
    ).toEqual(expect.arrayContaining([]))
    const ids = (wanted: object) =>
      of(wanted)
        .notices.map(({ id }) => id)
        .sort()
    for (const id of ids({ key: 'k1' })) expect(id).toBe('ntc_1')
    for (const id of ids({ period: '2026Q1' })) expect(['ntc_1', 'ntc_2']).toContain(id)
  })
})

describe('payouts of a year', () => {
  const listing = (more: object = {}) => ({
    noticeId: 'ntc_1',
    regards: null,
    period: '2026Q1',
    sentence: '共三户。',
    publishedAt: NOW,
    content: CONTENT,
    ...more,
  })
  const empty = listing({ noticeId: 'ntc_2', content: { ...CONTENT, title: '说明', blocks: [{ type: 'text', label: '说明', text: '无' }] } }) // prettier-ignore
  const input = (rows: object[]) =>
    ({
      org: VILLAGE,
      category: { code: 'subsidy', name: '涉农补贴' },
      listings: { year: 2026, years: [2026], rows, cut: false },
      names: NAMES,
    }) as never as Parameters<typeof presentPayoutPage>[0]

  test('gathers lists, tells which notices have none, and is taken away as a sheet', () => {
    const shown = presentPayoutPage(input([listing(), empty]))
    expect(shown).toMatchObject({
      org: refOf(VILLAGE),
      category: { code: 'subsidy', name: '涉农补贴' },
      year: 2026,
      years: [2026],
      cut: false,
      without: [{ noticeId: 'ntc_2', title: '说明', periodLabel: '2026年第一季度', sentence: '共三户。' }],
    })
    expect(JSON.stringify(shown.blocks)).toContain('1,714.56')
    expect(shown.schemes.length).toBeGreaterThan(0)
    const rows = payoutRows(shown)
    expect(rows[0]).toEqual(['大王庄2026年涉农补贴发放汇总'])
    expect(rows[1]).toEqual([])
    expect(rows.flat().join()).toContain('耕地地力保护补贴')
    const doubtful = payoutRows({ ...shown, doubts: [{ text: '甲' }, { text: '乙' }] as never })
    expect(doubtful.slice(-4)).toEqual([[], ['对不上的地方'], ['甲'], ['乙']])
    expect(payoutRows({ ...shown, doubts: [] }).flat()).not.toContain('对不上的地方')
    expect(payoutFileName(shown, 'xlsx')).toBe('大王庄-2026年涉农补贴发放汇总.xlsx')
    const first = listing({ noticeId: 'ntc_3', period: '2026-03-19' })
    const review = listing({ noticeId: 'ntc_4', content: { ...CONTENT, title: '低保申请初审公示' } })
    const withPending = presentPayoutPage(input([listing(), { ...first, content: { ...CONTENT, period: '2026-03-19' } }, review])) // prettier-ignore
    expect(withPending.blocks).toEqual(shown.blocks)
    expect(withPending.pending!.map(({ noticeId }) => noticeId)).toEqual(['ntc_3', 'ntc_4'])
    expect(payoutRows(withPending)).toContainEqual(['公示中，还没有发，没有算进来'])
    expect(presentPayoutPage(input([review]))).toMatchObject({ blocks: [], schemes: [], without: [] })
    const street = presentPayoutPage(
      input([listing({ regards: 'V2' }), listing({ regards: 'V9', noticeId: 'ntc_9' })]),
    )
    expect(JSON.stringify(street)).toContain('小李村')
  })
})
