import { comparePresented } from '../../../../server/domain/comparison/comparePresented'
import { presentItem } from '@shared/presentation/presentItem'
import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'

const item: CatalogueColumns = {
  displayNo: '2',
  path: ['农业生产发展资金', '耕地地力保护'],
  elements: ['政策依据', '补贴结果', '监督渠道'],
  basis: [{ text: '农业生产发展资金管理办法' }],
  deadline: '信息形成或者变更之日起20个工作日内',
  subjects: ['乡镇人民政府', '行政村村民委员会'],
  channels: [
    { name: '行政村公示栏', ticked: true },
    { name: '政府网站', ticked: false },
  ],
  audience: { scope: 'public' },
  mode: 'active',
  levels: ['county', 'town'],
}
const recipients: ContentBlock = {
  type: 'recipients',
  label: '补贴结果',
  rows: [
    {
      name: '张*',
      group: '一组',
      scheme: '耕地地力保护补贴',
      standard: '80元/亩',
      persons: 3,
      amountFen: 40_000,
    },
    { name: '李*', group: '二组', scheme: '耕地地力保护补贴', persons: 2, amountFen: 123_456 },
  ],
  totalPersons: 5,
  totalFen: 163_456,
}
const content = (...blocks: ContentBlock[]): NoticeContent => ({
  title: '耕地补贴',
  period: '2026Q1',
  blocks,
})
const facts: ContentBlock = {
  type: 'facts',
  label: '公开内容',
  entries: [{ label: '政策依据', value: '中央一号文件' }],
}

describe('presentItem', () => {
  it('begins with one plain sentence and the number that matters', () => {
    expect(presentItem(item, content(recipients)).blocks[0]).toEqual({
      kind: 'summary',
      id: 'summary',
      label: '一句话',
      text: '2026年第一季度耕地地力保护补贴，共2户5人，合计1,634.56元。',
      figure: { label: '合计发放', text: '1,634.56', unit: '元' },
    })
  })

  it('says which elements of the catalogue are not given, and counts a block that bears the name as given', () => {
    const view = presentItem(item, content(facts, recipients)).blocks.find(block => block.id === 'facts')
    expect(view).toMatchObject({
      rows: [
        { label: '政策依据', value: '中央一号文件', missing: false },
        { label: '监督渠道', value: '未填写', missing: true },
      ],
    })
  })

  it('presents the standard alone where nothing is disclosed, with every column of the catalogue', () => {
    const { blocks } = presentItem({ ...item, area: '涉农补贴' }, null)
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toMatchObject({ kind: 'facts', id: 'standard' })
    const rows = blocks[0]?.kind === 'facts' ? blocks[0].rows : []
    expect(Object.fromEntries(rows.map(row => [row.label, row.value]))).toEqual({
      公开事项: '农业生产发展资金 › 耕地地力保护',
      领域: '涉农补贴',
      '公开内容（要素）': '政策依据、补贴结果、监督渠道',
      公开依据: '农业生产发展资金管理办法',
      公开时限: '信息形成或者变更之日起20个工作日内',
      公开主体: '乡镇人民政府、行政村村民委员会',
      公开渠道: '行政村公示栏',
      公开对象: '全社会',
      公开方式: '主动公开',
      公开层级: '县级、乡级',
    })
  })

  it('claims no tick whose position was lost', () => {
    const channels = [{ name: '政府网站', ticked: null }]
    const rows = presentItem({ ...item, channels }, null).blocks.flatMap(block =>
      block.kind === 'facts' ? block.rows : [],
    )
    expect(rows.find(row => row.id === 'channels')?.value).toBe('政府网站（目录未标明是否必选）')
  })

  it('shows a money statement with income and expense in their own columns and the four totals', () => {
    const money: ContentBlock = {
      type: 'money',
      label: '收支明细',
      openingFen: 100_000,
      lines: [
        { date: '2026-03-05', direction: 'income', item: '土地承包费', amountFen: 1_234_500, voucher: '12' },
        { date: '2026-03-09', direction: 'expense', item: '修水渠', amountFen: 34_500, handler: '赵*' },
      ],
      closingFen: 1_300_000,
    }
    const { blocks } = presentItem(item, { title: '财务', period: '2026-03', blocks: [money] })
    expect(blocks.map(block => block.kind)).toEqual(['summary', 'bars', 'table', 'facts', 'facts'])
    expect(blocks[2]).toMatchObject({
      unit: '元',
      rows: [
        { cells: ['2026年3月5日', '土地承包费', '12,345.00', '—', '—', '12'] },
        { cells: ['2026年3月9日', '修水渠', '—', '345.00', '赵*', '—'] },
      ],
      totals: [
        { label: '期初余额', value: '1,000.00' },
        { label: '收入合计', value: '12,345.00' },
        { label: '支出合计', value: '345.00' },
        { label: '期末余额', value: '13,000.00' },
      ],
    })
  })

  it('shows 本期无发生 as an entry of its own, with nothing reported missing', () => {
    const { blocks } = presentItem(item, content({ type: 'nothing' }))
    expect(blocks.map(block => block.id)).toEqual(['summary', 'standard'])
    expect(blocks[0]).toMatchObject({ text: '2026年第一季度本期无发生。' })
  })
})

describe('comparePresented', () => {
  const village = presentItem(item, content(facts, recipients)).blocks

  it('names the row that differs, the row that one side lacks, and counts them in a sentence', () => {
    const rows = [{ ...recipients.rows[0]!, amountFen: 40_100 }]
    const street = presentItem(
      item,
      content(facts, { ...recipients, rows, totalPersons: 3, totalFen: 40_100 }),
    ).blocks
    const comparison = comparePresented(village, street)
    expect(comparison.sentence).toBe('1 项一致，4 项不一致，1 项街道未公开。')
    expect(comparison.fields.find(field => field.label === '张* 一组')).toMatchObject({
      block: '补贴结果',
      status: 'differs',
      village: '项目 耕地地力保护补贴，标准 80元/亩，人数 3，金额 400.00',
      street: '项目 耕地地力保护补贴，标准 80元/亩，人数 3，金额 401.00',
    })
    expect(comparison.fields.find(field => field.label === '李* 二组')?.status).toBe('street-missing')
  })

  it('says plainly when a side has not disclosed at all', () => {
    expect(comparePresented(village, null).sentence).toBe('街道还没有公开这一事项，暂时无法对照。')
    const alone = comparePresented(null, village)
    expect(alone.counts).toMatchObject({ same: 0, villageMissing: 0 })
    expect(alone.fields.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'alone'))
    expect(comparePresented(null, null).fields).toEqual([])
  })
})
