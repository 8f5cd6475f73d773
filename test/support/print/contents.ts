import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { presentItem } from '@shared/presentation/presentItem'

/** What a county's catalogue says of an item of accounts; long, as they are. */
export const ACCOUNTS: CatalogueColumns = {
  displayNo: '1',
  path: ['财务收支', '村级财务收支情况'],
  elements: ['收支明细', '民主理财小组意见'],
  basis: [
    { text: '《农村集体经济组织财务公开规定》(农经发〔2011〕13号)' },
    { text: '《中华人民共和国村民委员会组织法》' },
  ],
  deadline: '每季度至少公布一次;财务往来较多的,每月公布一次;重大财务事项随时公布',
  subjects: ['村民委员会', '农村集体经济组织'],
  channels: [
    { name: '村务公开栏', ticked: true },
    { name: '社区/企事业单位/村公示栏(电子屏)', ticked: true },
  ],
  audience: { scope: 'specific' },
  mode: 'active',
  levels: ['village'],
}

/** What it says of an item of social assistance. */
const ASSISTANCE: CatalogueColumns = {
  ...ACCOUNTS,
  path: ['最低生活保障', '审批信息'],
  elements: ['低保对象名单及相关信息'],
  basis: [{ text: '社会救助暂行办法' }, { text: '政府信息公开条例' }],
  deadline: '制定或获取信息之日起10个工作日内',
  subjects: ['镇人民政府', '街道办事处'],
  audience: { scope: 'public' },
  levels: ['town', 'village'],
}

const ITEMS = ['上级拨付村级组织运转经费', '防汛沙袋及应急物资', '办公用电费', '集体果园收益分成', '保洁员劳务费', '社区工厂厂房租金'] // prettier-ignore

/** A month's accounts of so many rows, with the opinion and the remark that every one has. */
export function accountsOf(rows: number): NoticeContent {
  const lines = Array.from({ length: rows }, (_, at) => ({
    date: `2026-10-${String((at % 31) + 1).padStart(2, '0')}`,
    direction: at % 3 === 0 ? ('income' as const) : ('expense' as const),
    item: ITEMS[at % ITEMS.length]!,
    amountFen: 100_000 + at * 12_345,
    handler: '陈*',
    voucher: `2026-10-${String(at + 1).padStart(3, '0')}`,
  }))
  const closingFen = lines.reduce(
    (sum, { direction, amountFen }) => sum + (direction === 'income' ? amountFen : -amountFen),
    44_598_782,
  )
  return {
    title: '2026年10月村级财务收支公开',
    period: '2026-10',
    blocks: [
      { type: 'money', label: '收支明细', openingFen: 44_598_782, lines, closingFen },
      { type: 'facts', label: '审核情况', entries: [{ label: '民主理财小组意见', value: '已逐笔核对凭证，收支属实，同意公开。' }] }, // prettier-ignore
      { type: 'text', label: '说明', text: '本期最大的一笔支出是保洁员劳务费，6,333.80元。原始凭证可到村（居）委会查阅。' }, // prettier-ignore
    ],
  }
}

/** A list of so many households in several groups, with the facts around it. */
export function householdsOf(rows: number): NoticeContent {
  const people = Array.from({ length: rows }, (_, at) => ({
    name: `${'赵钱孙李周吴郑王'[at % 8]}*`,
    group: `第${'一二三四'[at % 4]}村民小组`,
    scheme: '农村低保',
    standard: `每人每月${[320, 430, 560][at % 3]}元`,
    persons: (at % 4) + 1,
    amountFen: ((at % 4) + 1) * 96_000,
  }))
  return {
    title: '2026年第三季度最低生活保障对象名单公开',
    period: '2026Q3',
    blocks: [
      {
        type: 'facts',
        label: '公开内容',
        entries: [
          { label: '救助标准', value: '农村最低生活保障标准每人每月620元，按家庭收入差额补助' },
          { label: '申请办法', value: '向户籍所在地街道（镇）提出，可由村（居）委会代办' },
          { label: '监督电话', value: '029-0000 1101（村（居）委会）；12345' },
        ],
      },
      {
        type: 'recipients',
        label: '低保对象名单及相关信息',
        rows: people,
        totalPersons: people.reduce((sum, { persons }) => sum + persons, 0),
        totalFen: people.reduce((sum, { amountFen }) => sum + amountFen, 0),
      },
    ],
  }
}

const itemOf = ({ blocks }: NoticeContent): CatalogueColumns =>
  blocks.some(({ type }) => type === 'money') ? ACCOUNTS : ASSISTANCE

/** The record that is shown and printed of a content. */
export const blocksOf = (content: NoticeContent): PresentedBlock[] =>
  presentItem(itemOf(content), content).blocks
