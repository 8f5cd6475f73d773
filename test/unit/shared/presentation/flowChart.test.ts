import fc from 'fast-check'
import { type ChartEdge, type FlowChart, flowChart } from '../../../../shared/presentation/flowChart'
import { CORE, coreItem } from '../../../support/power/core'
import { randomItem } from '../../../support/power/randomItem'
import { Chance } from '../../../support/privacy/chance'

const spoken = (chart: FlowChart) => chart.rows.map(row => row.spoken)

/** The chart as the reader's eye takes it: follows a lane from where a line leaves to where it arrives. */
function follow({ cells }: FlowChart, { from, to, lane }: ChartEdge): boolean {
  if (lane === 0) return to === from + 1
  const beside = (row: number) => cells[row]?.[lane - 1]
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)]
  const rows = Array.from({ length: bottom - top }, (_, at) => top + at)
  const joined = rows.every(row => beside(row)?.down && beside(row + 1)?.up)
  return Boolean(joined && beside(from)?.leaves && beside(to)?.arrives)
}

function expectWhole(chart: FlowChart, ways: number): void {
  expect(chart.edges).toHaveLength(ways)
  for (const edge of chart.edges) {
    expect(edge.back ? edge.to < edge.from : edge.to > edge.from).toBe(true)
    expect(follow(chart, edge)).toBe(true)
  }
  // Two lines share a stretch of a lane only when they arrive at the same row.
  for (const a of chart.edges) {
    for (const b of chart.edges) {
      const apart =
        Math.max(a.from, a.to) < Math.min(b.from, b.to) || Math.max(b.from, b.to) < Math.min(a.from, a.to)
      const shares = a.lane > 0 && a.lane === b.lane && !apart
      if (shares) expect([a.to, a.back]).toEqual([b.to, b.back])
    }
  }
}

describe('the flow chart', () => {
  it.each(CORE.map(item => [item.code, item] as const))('of %s is whole and fits a phone', (_code, item) => {
    const chart = flowChart(item)
    expectWhole(chart, item.steps.flatMap(({ next }) => next).length)
    expect(chart.rows.map(({ id }) => id).sort()).toEqual([...item.steps.map(({ id }) => id), 'END'].sort())
    expect(chart.lanes).toBeLessThanOrEqual(5)
    for (const row of chart.rows) expect(row.spoken).not.toMatch(/undefined|null|。。|，。/)
  })

  it('of any sound item is whole', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), seed => {
        const item = randomItem(new Chance(seed))
        expectWhole(flowChart(item), item.steps.flatMap(({ next }) => next).length)
      }),
    )
  })

  it('is read aloud in the order in which it is drawn', () => {
    const lines = spoken(flowChart(coreItem('XM-01')))
    expect(lines[0]).toBe(
      '第1步，提出项目。经办人办，5个工作日内。写明做什么、为什么做、估计多少钱。办完：到第2步“党组织研究”。',
    )
    expect(lines[2]).toContain('5万元以上（含）：到第6步“村民议事会表决”')
    expect(lines.find(line => line.includes('村民议事会表决。'))).toMatch(
      /三分之二以上到会.*过半数同意.*未通过：退回第3步.*最多1次/,
    )
    expect(lines.at(-1)).toBe('办结。')
  })

  it('says where a case stands and draws the way that it took', () => {
    const chart = flowChart(coreItem('BM-01'), {
      done: ['apply', 'survey'],
      here: 'post',
      taken: [
        { from: 'apply', to: 'survey' },
        { from: 'survey', to: 'post' },
      ],
    })
    expect(chart.rows.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'here',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(spoken(chart).filter(line => line.includes('现在走到这里'))).toHaveLength(1)
    expect(spoken(chart)[0]).toContain('已办完')
    expect(chart.edges.filter(({ taken }) => taken).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
    ])
  })
})
