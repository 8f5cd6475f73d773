import { flowChart } from '../../../../shared/presentation/flowChart'
import { drawChart } from '../../../../server/power/lists/presenters/print/chart'
import { powerChartSvg } from '../../../../server/power/lists/presenters/print'
import { CORE } from '../../../support/power/core'

describe('drawn flow charts', () => {
  it.each(CORE.map(item => [item.code, item] as const))('%s: within its frame, every row said', (_, item) => {
    const chart = flowChart(item)
    const { width, height, shapes } = drawChart(chart)
    const boxes = shapes.flatMap(shape => (shape.kind === 'box' ? [shape] : []))
    expect(boxes).toHaveLength(item.steps.length + 1)
    for (const shape of shapes) {
      const points =
        shape.kind === 'path'
          ? shape.points
          : shape.kind === 'arrow'
            ? [shape.tip]
            : [[shape.x, shape.y] as const]
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
    }
    const svg = powerChartSvg(item)
    for (const { name, spoken } of chart.rows) {
      expect(svg).toContain(name)
      expect(svg).toContain(spoken)
    }
  })
})
