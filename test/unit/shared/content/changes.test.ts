import { contentChanges, isUnchanged } from '@shared/content/changes'
import { isAttestation, withoutAttestations } from '@shared/content/attestations'
import { isCarried, proposalOf } from '@shared/content/carriedFacts'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'

const line = (
  date: string,
  item: string,
  amountFen: number,
  more: object = {},
): Extract<ContentBlock, { type: 'money' }>['lines'][number] => ({
  date,
  direction: 'expense',
  item,
  amountFen,
  ...more,
})
const money = (...lines: ReturnType<typeof line>[]): ContentBlock => ({
  type: 'money',
  label: '收支明细',
  openingFen: 100_000,
  lines,
  closingFen: 50_000,
})
const facts = (...entries: [string, string][]): ContentBlock => ({
  type: 'facts',
  label: '公开内容',
  entries: entries.map(([label, value]) => ({ label, value })),
})
const content = (...blocks: ContentBlock[]): NoticeContent => ({
  title: '十月收支',
  period: '2026-10',
  blocks,
})
const told = (before: NoticeContent, after: NoticeContent) =>
  contentChanges(before, after).map(
    change => `${change.place}|${change.label}|${change.before ?? '—'}|${change.after ?? '—'}`,
  )

const SWEEP = line('2026-10-05', '道路清扫', 12_345, { voucher: '002' })
const LAMP = line('2026-10-09', '路灯电费', 30_000)

describe('what changed', () => {
  test('a value of a row, with the place of the row', () => {
    const after = content(money(LAMP, { ...SWEEP, voucher: '022', amountFen: 12_354 }))
    expect(told(content(money(LAMP, SWEEP)), after)).toEqual([
      '收支明细 第 2 笔|金额（元）|123.45|123.54',
      '收支明细 第 2 笔|凭证号|002|022',
    ])
  })

  test('a row put in front moves the others without changing them', () => {
    const extra = line('2026-10-01', '防汛物资', 8_800)
    expect(told(content(money(SWEEP, LAMP)), content(money(extra, SWEEP, LAMP)))).toEqual([
      '收支明细 第 1 笔||—|日期 2026年10月1日，收支方向 支出，收支事项 防汛物资，金额（元） 88.00',
    ])
  })

  test('a row that is gone is told by its former place', () => {
    expect(told(content(money(SWEEP, LAMP)), content(money(SWEEP)))).toEqual([
      '收支明细 原第 2 笔||日期 2026年10月9日，收支方向 支出，收支事项 路灯电费，金额（元） 300.00|—',
    ])
  })

  test('a row renamed at its place is one change', () => {
    expect(told(content(money(LAMP)), content(money({ ...LAMP, item: '路灯维修' })))).toEqual([
      '收支明细 第 1 笔|收支事项|路灯电费|路灯维修',
    ])
  })

  test('title, facts, paragraphs, files, totals, whole blocks', () => {
    const file = (name: string, digit: string) => ({
      name,
      mime: 'application/pdf',
      bytes: 10,
      sha256: digit.repeat(64),
    })
    const before = content(
      facts(['监督电话', '0290000'], ['说法', '']),
      { type: 'text', label: '说明', text: '第一段。\n第二段。' },
      { type: 'attachments', label: '附件', files: [file('合同.pdf', 'a')] },
    )
    const after: NoticeContent = {
      ...content(
        facts(['监督电话', '0291111']),
        { type: 'text', label: '说明', text: '第一段。\n第二段改了。' },
        { type: 'attachments', label: '附件', files: [file('合同.pdf', 'b')] },
        {
          type: 'recipients',
          label: '发放明细',
          rows: [{ name: '张*', scheme: '低保', persons: 2, amountFen: 500 }],
          totalPersons: 2,
          totalFen: 500,
        },
      ),
      title: '十月收支（更正）',
    }
    expect(told(before, after)).toEqual([
      '|标题|十月收支|十月收支（更正）',
      '公开内容|监督电话|0290000|0291111',
      '说明 第 2 段||第二段。|第二段改了。',
      '附件 第 1 个|文件|合同.pdf（指纹 aaaaaaaaaaaa）|合同.pdf（指纹 bbbbbbbbbbbb）',
      '发放明细||—|合计人数 2，合计金额（元） 5.00',
      '发放明细 第 1 行||—|姓名 张*，补贴项目 低保，人数 2，金额（元） 5.00',
    ])
  })

  test('a register by the name of its row, a statement by the name of its line', () => {
    const claims = (amount: number): ContentBlock => ({
      type: 'sheet',
      sheet: 'balance-sheet',
      label: '资产负债表',
      rows: [{ line: 'cash', nowFen: amount, beforeFen: 0 }],
    })
    const [change] = contentChanges(content(claims(1)), content(claims(2)))
    expect(change).toMatchObject({ place: '资产负债表', before: '0.01', after: '0.02' })
    expect(change!.label).not.toBe('')
  })

  test('the same label twice, a label renamed to the same value', () => {
    expect(
      told(content(facts(['电话', '1'], ['电话', '2'])), content(facts(['电话', '2'], ['电话', '1']))),
    ).toEqual(['公开内容|先后顺序|原来的顺序|换了顺序'])
    expect(told(content(facts(['电话', '1'])), content(facts(['手机', '1'])))).toEqual([
      '公开内容|手机|—|1',
      '公开内容|电话|1|—',
    ])
  })
})

describe('attestations', () => {
  test.each(['民主理财小组意见', '村务监督委员会意见', '监事会审核意见', '审核人签字', '负责人签名'])(
    '%s is one',
    label => expect(isAttestation(label)).toBe(true),
  )
  test.each(['监督电话', '监督渠道', '政策依据', '意见箱位置', '征求意见时间', '说明', '审核标准'])(
    '%s is none',
    label => expect(isAttestation(label)).toBe(false),
  )

  test('are emptied, as facts or as a text of their own', () => {
    const opinion: ContentBlock = { type: 'text', label: '民主理财小组意见', text: '同意公开。' }
    const given = content(facts(['民主理财小组意见', '属实'], ['监督电话', '1']), opinion)
    expect(withoutAttestations(given)).toEqual(content(facts(['民主理财小组意见', ''], ['监督电话', '1'])))
    expect(withoutAttestations(content(opinion))).toEqual(content(opinion))
  })

  test('one left open does not make a correction; another one does', () => {
    const former = content(money(SWEEP), facts(['民主理财小组意见', '属实']))
    const same = (opinion: string) =>
      isUnchanged(former, content(money(SWEEP), facts(['民主理财小组意见', opinion])))
    expect([same(''), same('属实'), same('有一笔不实')]).toEqual([true, true, false])
    expect(isUnchanged(former, content(money(LAMP), facts(['民主理财小组意见', ''])))).toBe(false)
  })
})

test('what the next period starts with, and what it is only proposed', () => {
  const carried = (label: string, value: string, period = '2026-10') => isCarried({ label, value }, period)
  expect(carried('监督电话', '0290000')).toBe(true)
  expect(carried('民主理财小组意见', '属实')).toBe(false)
  expect(carried('情况', '2026年10月支出最大的一笔是道路清扫')).toBe(false)
  expect(carried('情况', '10月共支出三笔')).toBe(false)
  expect(carried('情况', '1月共支出三笔', '2026-11')).toBe(true)
  expect(carried('情况', '11月共支出三笔', '2026-01')).toBe(true)
  expect(carried('政策依据', '鲁民〔2026〕3号，2026年施行', '2026')).toBe(true)
  expect(proposalOf({ label: '说明', value: '支出增加' })).toBe('支出增加')
  expect(proposalOf({ label: '说明', value: '' })).toBeNull()
  expect(proposalOf({ label: '民主理财小组意见', value: '属实' })).toBeNull()
})
