import { drawCards } from '../../../../server/documents/print/cards'
import { arrowPoints, drawDrawing } from '../../../../server/documents/print/drawing'
import { linesWithin, textWidth } from '../../../../server/documents/print/shapes'
import { heightOf, pageNumber, points } from '../../../../server/documents/print/page'
import { MARGIN, of, paper } from '../../../support/print/pen'

/** Cards and drawings on real paper. */

test('cards stand side by side, as high as the highest of their row', () => {
  const { sheet, calls, texts } = paper()
  const card = (title: string, ...lines: string[]) => ({ title, lines, qr: 'https://m.example' })
  drawCards(sheet, {
    kind: 'cards',
    across: 2,
    mm: 20,
    cards: [card('甲', '一', '二'), card('乙'), card('丙')],
  })
  const width = (sheet.width - 6) / 2
  const boxes = of(calls, 'roundedRect')
  const height = points(20) + 14
  expect(boxes).toEqual([
    [MARGIN, MARGIN, width, height, 4],
    [MARGIN + width + 6, MARGIN, width, height, 4],
    [MARGIN, expect.closeTo(MARGIN + height + 6), width, height, 4],
  ])
  const words = width - points(20) - 21
  const title = heightOf(sheet, '甲', words, { size: 11, bold: true, gap: 0.02 })
  expect(texts().map(({ text }) => text)).toEqual(['甲', '一', '二', '乙', '丙'])
  expect(texts()[0]).toMatchObject({ x: MARGIN + 7, y: MARGIN + 7, width: words, size: 11 })
  expect(texts()[1]).toMatchObject({ y: expect.closeTo(MARGIN + 7 + title), size: 9 })
  expect(texts()[3]).toMatchObject({ x: MARGIN + width + 13 })
  expect(sheet.y).toBeCloseTo(MARGIN + 2 * (height + 6))
  const tall = paper()
  drawCards(tall.sheet, { kind: 'cards', across: 1, mm: 5, cards: [card('甲', '一', '二')] })
  const [, , , high] = of(tall.calls, 'roundedRect')[0] as number[]
  expect(high).toBeGreaterThan(points(5) + 14)
  tall.sheet.y = tall.sheet.bottom - 20
  drawCards(tall.sheet, { kind: 'cards', across: 1, mm: 20, cards: [card('甲')] })
  expect(pageNumber(tall.sheet)).toBe(1)
})

describe('a drawing', () => {
  const box = (y: number) => ({ kind: 'box', x: 10, y, width: 100, height: 40, radius: 4, fill: '#ffffff', line: '#000000' }) as const // prettier-ignore
  const drawing = (more: object = {}) =>
    ({ kind: 'drawing', heading: '流程图', width: 200, height: 100, shapes: [box(0), box(50)], breaks: [45], ...more }) as Parameters<typeof drawDrawing>[1] // prettier-ignore

  test('that fits stands in its own size under its heading', () => {
    const { sheet, calls, texts } = paper()
    const shapes = [
      box(10),
      { kind: 'path', points: [[10, 20], [30, 40]], line: '#000', dashed: true }, // prettier-ignore
      { kind: 'arrow', tip: [30, 40], to: 'down', fill: '#000000' },
      { kind: 'text', x: 12, y: 14, size: 9, text: '第一步', bold: true, fill: '#000000' },
    ]
    drawDrawing(sheet, drawing({ shapes }))
    expect(texts()[0]).toMatchObject({ text: '流程图', size: 11.5 })
    const top = sheet.y - 6 - 100
    expect(of(calls, 'rect')).toEqual([[MARGIN, expect.closeTo(top), sheet.width, 100]])
    expect(of(calls, 'roundedRect')).toEqual([[MARGIN + 10, expect.closeTo(top + 10), 100, 40, 4]])
    const [line, arrow] = of(calls, 'path').map(([path]) => String(path))
    const [x1, y1, x2, y2] = line!.match(/[\d.]+/g)!.map(Number)
    expect(line).toMatch(/^M[\d.]+ [\d.]+ L[\d.]+ [\d.]+$/)
    expect([x1, y1, x2, y2]).toEqual(
      [MARGIN + 10, top + 20, MARGIN + 30, top + 40].map(n => expect.closeTo(n)),
    )
    expect(arrow).toMatch(/^M.* L.* L.* Z$/)
    expect(of(calls, 'dash')).toHaveLength(1)
    expect(texts()[1]).toMatchObject({
      text: '第一步',
      x: expect.closeTo(MARGIN + 12),
      y: expect.closeTo(top + 14),
      size: 9,
    })
  })

  test('too wide is drawn smaller, letters too', () => {
    const { sheet, calls, texts } = paper()
    const wide = sheet.width * 2
    const text = { kind: 'text', x: 20, y: 4, size: 10, text: '字', bold: false, fill: '#000000' }
    drawDrawing(sheet, drawing({ width: wide, shapes: [box(0), text] }))
    expect(of(calls, 'roundedRect')[0]).toEqual([MARGIN + 5, expect.anything(), 50, 20, 2])
    expect(texts()[1]).toMatchObject({ size: 5, x: MARGIN + 10 })
  })

  test('too high is drawn over pages at its breaks, each shape where it belongs', () => {
    const { sheet, calls } = paper()
    const heights = Array.from({ length: 40 }, (_, at) => at * 50)
    drawDrawing(
      sheet,
      drawing({ height: 2_000, shapes: heights.map(box), breaks: heights.slice(1).map(y => y - 5) }),
    )
    expect(of(calls, 'addPage').length).toBeGreaterThan(1)
    expect(of(calls, 'roundedRect').length).toBe(40)
    for (const [, y, , height] of of(calls, 'roundedRect') as number[][]) {
      expect(y!).toBeGreaterThanOrEqual(sheet.top)
      expect(y! + height!).toBeLessThanOrEqual(sheet.bottom + 1)
    }
    const endless = paper()
    drawDrawing(endless.sheet, drawing({ height: 2_000, shapes: [], breaks: [] }))
    expect(of(endless.calls, 'addPage').length).toBeGreaterThan(1)
    expect(of(endless.calls, 'rect').reduce((sum, [, , , height]) => sum + Number(height), 0)).toBeCloseTo(
      2_000,
    )
  })

  test('goes to a fresh page rather than be squeezed into the rest of one', () => {
    const { sheet, calls } = paper()
    sheet.y = sheet.bottom - 120
    drawDrawing(sheet, drawing({ height: 300 }))
    expect(of(calls, 'addPage')).toHaveLength(1)
    const roomy = paper()
    drawDrawing(roomy.sheet, drawing({ height: 300 }))
    expect(of(roomy.calls, 'addPage')).toHaveLength(0)
  })
})

test('lines break by the width of their letters, never before a closing mark', () => {
  expect(textWidth('中a', 10)).toBeCloseTo(16.2)
  expect(textWidth('', 10)).toBe(0)
  expect(linesWithin('一二三四', 10, 20)).toEqual(['一二', '三四'])
  expect(linesWithin('一二，三', 10, 20)).toEqual(['一二，', '三'])
  expect(linesWithin('', 10, 20)).toEqual([])
  expect(linesWithin('一二', 10, 5)).toEqual(['一', '二'])
  expect(linesWithin('abcd', 10, 12.4)).toEqual(['ab', 'cd'])
  expect(arrowPoints([10, 20], 'down')).toEqual([[10, 20], [6, 13.6], [14, 13.6]]) // prettier-ignore
  expect(arrowPoints([10, 20], 'left')).toEqual([[10, 20], [16.4, 16], [16.4, 24]]) // prettier-ignore
})
