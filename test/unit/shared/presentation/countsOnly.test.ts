import { presentItem } from '@shared/presentation/presentItem'
import type { PresentableItem } from '@shared/presentation/standard'
import type { NoticeContent } from '@shared/contract/disclosure/notice'

const ITEM: PresentableItem = {
  displayNo: null,
  path: ['社会救助'],
  elements: [],
  basis: [],
  deadline: null,
  subjects: [],
  channels: [],
  audience: { scope: 'public' },
  mode: null,
  levels: null,
}

function table(...rows: [name: string, scheme: string, fen: number][]) {
  const content: NoticeContent = {
    title: '2026年第三季度救助公示',
    period: '2026Q3',
    blocks: [
      {
        type: 'recipients',
        label: '发放明细',
        rows: rows.map(([name, scheme, amountFen]) => ({
          name,
          group: '三组',
          scheme,
          persons: 1,
          amountFen,
        })),
        totalPersons: rows.length,
        totalFen: rows.reduce((sum, [, , fen]) => sum + fen, 0),
      },
    ],
  }
  const { blocks, canonical } = presentItem(ITEM, content)
  const shown = blocks.find(block => block.kind === 'table')
  return {
    canonical,
    rows: shown?.rows.map(({ cells }) => cells.join(' ')),
    totals: shown?.totals.map(({ label, value }) => `${label} ${value}`),
  }
}

const CHILD = '困境儿童生活补贴'

test('children in need are counted, never listed, not even by family name or group', () => {
  const shown = table(['王*', '临时救助', 50_000], ['李*', CHILD, 80_000], ['赵*', CHILD, 80_000], ['钱*', CHILD, 80_000]) // prettier-ignore
  expect(shown.rows).toEqual([
    '王* 三组 临时救助 — 1 500.00',
    '（只公开人数） — 困境儿童生活补贴 — 3 2,400.00',
  ])
  expect(shown.totals).toEqual(['户数 4', '人数合计 4', '金额合计 2,900.00'])
  expect(shown.canonical).not.toMatch(/李\*|赵\*|钱\*/)
})

test('fewer than three: no count, no amount, and the totals give nothing away', () => {
  const shown = table(['王*', '临时救助', 50_000], ['李*', CHILD, 80_000], ['赵*', '优抚补助', 30_000])
  expect(shown.rows).toEqual([
    '王* 三组 临时救助 — 1 500.00',
    '（只公开人数） — 困境儿童生活补贴 — <3 —',
    '（只公开人数） — 优抚补助 — <3 —',
  ])
  const except = '（不含少于 3 人的项目）'
  expect(shown.totals).toEqual([`户数${except} 1`, `人数合计${except} 1`, `金额合计${except} 500.00`])
  expect(shown.canonical).not.toMatch(/800\.00|300\.00|1,600\.00|1,300\.00|李|赵/)
})
