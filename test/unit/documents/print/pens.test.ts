import { LINE, SHADE, SOFT } from '../../../../server/documents/print/shapes'
import {
  fullRoom,
  heightOf,
  need,
  pageNumber,
  piecesWithin,
  points,
  roomOf,
} from '../../../../server/documents/print/page'
import { drawTable } from '../../../../server/documents/print/table'
import {
  drawContents,
  drawHeading,
  drawList,
  drawParagraph,
  drawQrBlock,
  drawTitle,
  writeAwaited,
} from '../../../../server/documents/print/text'
import { MARGIN, of, paper } from '../../../support/print/pen'

/** Where the pen goes on real paper: the library’s own document, looked at while it is drawn on. */

describe('paper', () => {
  test('has its margins, and room for a foot', () => {
    const { sheet } = paper()
    expect(points(25.4)).toBe(72)
    expect(sheet).toMatchObject({ left: MARGIN, top: MARGIN, y: MARGIN, body: 10, title: 24 })
    expect(sheet.width).toBeCloseTo(595.28 - 2 * MARGIN)
    expect(sheet.bottom).toBeCloseTo(841.89 - points(14) - points(8))
    expect(fullRoom(sheet)).toBeCloseTo(sheet.bottom - MARGIN)
    expect(roomOf({ ...sheet, y: sheet.bottom - 5 })).toBeCloseTo(5)
  })

  test('is turned when something does not fit, never from a fresh page', () => {
    const { sheet } = paper()
    need(sheet, 10_000)
    expect(pageNumber(sheet)).toBe(0)
    sheet.y = sheet.bottom - 20
    need(sheet, 20)
    expect(pageNumber(sheet)).toBe(0)
    need(sheet, 20.5)
    expect(pageNumber(sheet)).toBe(1)
    expect(sheet.y).toBe(sheet.top)
  })

  test('a text too high is cut in halves, none of its letters lost', () => {
    const { sheet } = paper()
    const text = '长'.repeat(300)
    const style = { size: 10 }
    expect(heightOf(sheet, '', 100, style)).toBe(0)
    const whole = heightOf(sheet, text, 100, style)
    expect(piecesWithin(sheet, text, 100, style, whole)).toEqual([text])
    const pieces = piecesWithin(sheet, text, 100, style, whole / 2)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('')).toBe(text)
    for (const piece of pieces) expect(heightOf(sheet, piece, 100, style)).toBeLessThanOrEqual(whole / 2)
    expect(piecesWithin(sheet, '长', 100, style, 0)).toEqual(['长'])
    expect(piecesWithin(sheet, '长长长', 100, style, 0)).toEqual(['长', '长', '长'])
  })
})

describe('text', () => {
  test('a title stands in the middle in its own size, a line of the text below it free', () => {
    const { sheet, texts } = paper()
    drawTitle(sheet, { kind: 'title', text: '公示' })
    expect(texts()).toEqual([
      { text: '公示', x: MARGIN, y: MARGIN, width: sheet.width, align: 'center', page: 0, size: 24 },
    ])
    expect(sheet.y).toBeCloseTo(MARGIN + heightOf(sheet, '公示', sheet.width, { size: 24, bold: true }) + 10)
  })

  test('headings are larger by their level, and stay with what they head', () => {
    const { sheet, calls, texts } = paper()
    drawHeading(sheet, { kind: 'heading', level: 1, text: '一', anchor: 'a1' })
    expect(texts()[0]).toMatchObject({ size: 15, align: 'left' })
    expect(sheet.y).toBeCloseTo(MARGIN + heightOf(sheet, '一', sheet.width, { size: 15, bold: true }) + 4)
    const { anchor: name, page, y } = sheet.anchors.get('a1')!
    expect([name, page, y]).toEqual(['a1', 0, MARGIN])
    expect(of(calls, 'addNamedDestination')).toEqual([['a1', 'XYZ', MARGIN, MARGIN, null]])
    const height = heightOf(sheet, '二', sheet.width, { size: 11.5, bold: true })
    sheet.y = sheet.bottom - height - 61
    drawHeading(sheet, { kind: 'heading', level: 2, text: '二' })
    expect(texts()[1]).toMatchObject({ size: 11.5, page: 0 })
    sheet.y = sheet.bottom - height - 59
    drawHeading(sheet, { kind: 'heading', level: 2, text: '三' })
    expect(texts()[2]).toMatchObject({ page: 1, y: sheet.top })
    expect(sheet.anchors.size).toBe(1)
  })

  test('small print is smaller and softer', () => {
    const { sheet, calls, texts } = paper()
    drawParagraph(sheet, { kind: 'paragraph', text: '正文' })
    drawParagraph(sheet, { kind: 'paragraph', text: '小字', small: true })
    drawParagraph(sheet, { kind: 'paragraph', text: '粗字', bold: true })
    expect(texts().map(({ size }) => size)).toEqual([10, 8.5, 10])
    expect(texts()[1]!.y - texts()[0]!.y).toBeCloseTo(heightOf(sheet, '正文', sheet.width, { size: 10 }) + 5)
    const colours = of(calls, 'fillColor').map(([colour]) => colour)
    expect(colours[1]).toBe(SOFT)
    expect(colours[0]).not.toBe(SOFT)
    const fonts = of(calls, 'font').map(([font]) => font)
    expect(new Set(fonts).size).toBe(2)
  })

  test('a long paragraph goes on on the next page', () => {
    const { sheet, texts } = paper()
    drawParagraph(sheet, { kind: 'paragraph', text: '长'.repeat(6_000) })
    expect(
      texts()
        .map(({ text }) => text)
        .join(''),
    ).toBe('长'.repeat(6_000))
    expect(new Set(texts().map(({ page }) => page)).size).toBeGreaterThan(1)
    for (const { y } of texts()) expect(y).toBeLessThan(sheet.bottom)
  })

  test('points of a list stand behind their mark', () => {
    const { sheet, texts } = paper()
    drawList(sheet, { kind: 'list', items: ['甲', '乙'] })
    const [mark, one, , two] = texts()
    expect(texts().map(({ text }) => text)).toEqual(['·', '甲', '·', '乙'])
    expect(mark).toMatchObject({ x: MARGIN + 4, y: MARGIN, width: 12 })
    expect(one).toMatchObject({ x: MARGIN + 12, y: MARGIN, width: sheet.width - 12 })
    const line = heightOf(sheet, '甲', sheet.width - 12, { size: 10 })
    expect(two!.y).toBeCloseTo(MARGIN + line + 1.5)
    expect(sheet.y).toBeCloseTo(MARGIN + 2 * (line + 1.5) + 5)
  })

  test('a code has its words beside it, in the middle of its height', () => {
    const { sheet, texts } = paper()
    drawQrBlock(sheet, { kind: 'qr', address: 'https://m.example', mm: 30, lines: ['第一行', '第二行'] })
    const side = points(30)
    const x = MARGIN + side + points(4)
    const line = heightOf(sheet, '第一行', sheet.width - side - points(4), { size: 10 })
    expect(texts()[0]).toMatchObject({ text: '第一行', x, width: sheet.width - side - points(4) })
    expect(texts()[0]!.y).toBeCloseTo(MARGIN + (side - 2 * line) / 2)
    expect(texts()[1]!.y).toBeCloseTo(texts()[0]!.y + line)
    expect(sheet.y).toBeCloseTo(MARGIN + side + 5)
    sheet.y = sheet.bottom - side + 1
    drawQrBlock(sheet, { kind: 'qr', address: 'https://m.example', mm: 30, lines: [] })
    expect(pageNumber(sheet)).toBe(1)
    const lines = Array.from({ length: 12 }, (_, at) => `第${at}行`)
    const before = sheet.y
    drawQrBlock(sheet, { kind: 'qr', address: 'https://m.example', mm: 10, lines })
    expect(texts().at(-12)!.y).toBeCloseTo(before)
    expect(sheet.y).toBeCloseTo(before + 12 * line + 5)
  })

  test('contents get their page numbers when these are known', () => {
    const { sheet, calls, texts } = paper()
    const entries = [
      { anchor: 'a', text: '甲章' },
      { anchor: 'none', text: '没有的' },
    ]
    drawContents(sheet, { kind: 'contents', entries })
    const line = heightOf(sheet, '甲章', sheet.width - 40, { size: 10 })
    expect(of(calls, 'goTo')).toEqual([
      [MARGIN, MARGIN, sheet.width, line, 'a'],
      [MARGIN, expect.closeTo(MARGIN + line + 2.5), sheet.width, line, 'none'],
    ])
    sheet.y = sheet.bottom
    drawHeading(sheet, { kind: 'heading', level: 1, text: '甲章', anchor: 'a' })
    const before = texts().length
    writeAwaited(sheet)
    expect(texts().slice(before)).toEqual([
      { text: '2', x: MARGIN + sheet.width - 40, y: MARGIN, width: 40, align: 'right', page: 0, size: 10 },
    ])
    const low = paper()
    low.sheet.y = low.sheet.bottom - 1
    drawContents(low.sheet, { kind: 'contents', entries: entries.slice(0, 1) })
    expect(low.texts()[0]).toMatchObject({ page: 1 })
    expect(low.sheet.awaited.map(({ anchor, page, y }) => [anchor, page, y])).toEqual([
      ['a', 1, low.sheet.top],
    ])
  })
})

describe('a table', () => {
  const columns = [
    { label: '事项', share: 3 },
    { label: '金额', share: 1, align: 'right' as const },
  ]

  test('shares its width, aligns its numbers, shades its head', () => {
    const { sheet, calls, texts } = paper()
    drawTable(sheet, { kind: 'table', columns, rows: [['买纸', '5.00'], ['笔']] })
    const [wide, narrow] = [(sheet.width * 3) / 4, sheet.width / 4]
    const row = heightOf(sheet, '买纸', wide - 10, { size: 10 }) + 10
    const head = heightOf(sheet, '事项', wide - 10, { size: 10, bold: true }) + 10
    expect(of(calls, 'rect')).toEqual([
      [MARGIN, MARGIN, sheet.width, head],
      [MARGIN, MARGIN, wide, head],
      [MARGIN + wide, MARGIN, narrow, head],
      [MARGIN, MARGIN + head, wide, row],
      [MARGIN + wide, MARGIN + head, narrow, row],
      [MARGIN, expect.closeTo(MARGIN + head + row), wide, row],
      [MARGIN + wide, expect.closeTo(MARGIN + head + row), narrow, row],
    ])
    expect(of(calls, 'fill')).toEqual([[SHADE]])
    expect(texts().map(({ text, x, align }) => [text, x, align])).toEqual([
      ['事项', MARGIN + 5, 'left'],
      ['金额', MARGIN + wide + 5, 'right'],
      ['买纸', MARGIN + 5, 'left'],
      ['5.00', MARGIN + wide + 5, 'right'],
      ['笔', MARGIN + 5, 'left'],
    ])
    expect(texts()[0]).toMatchObject({ y: MARGIN + 5, width: wide - 10 })
    expect(sheet.y).toBeCloseTo(MARGIN + head + 2 * row + 8)
    expect(LINE).not.toBe(SHADE)
  })

  test('repeats its head on every page and breaks no row', () => {
    const { sheet, texts } = paper()
    const rows = Array.from({ length: 80 }, (_, at) => [`第${at}行`, String(at)])
    drawTable(sheet, { kind: 'table', columns, rows })
    const heads = texts().filter(({ text }) => text === '事项')
    expect(heads.map(({ page }) => page)).toEqual([...new Set(texts().map(({ page }) => page))])
    expect(heads.length).toBeGreaterThan(1)
    const pageOf = new Map(texts().map(({ text, page }) => [text, page]))
    rows.forEach(([first, second]) => expect(pageOf.get(first!)).toBe(pageOf.get(second!)))
    for (const { y } of texts()) expect(y).toBeLessThan(sheet.bottom)
  })

  test('begins on the next page where not even one row has room, and has no head when it is told so', () => {
    const low = paper()
    low.sheet.y = low.sheet.bottom - 30
    drawTable(low.sheet, { kind: 'table', columns, rows: [['买纸', '1']] })
    expect(low.texts().every(({ page }) => page === 1)).toBe(true)
    const bare = paper()
    bare.sheet.y = bare.sheet.bottom - 30
    drawTable(bare.sheet, { kind: 'table', columns, rows: [['买纸', '1']], headless: true })
    expect(bare.texts().map(({ text, page }) => [text, page])).toEqual([
      ['买纸', 0],
      ['1', 0],
    ])
    const many = paper()
    drawTable(many.sheet, {
      kind: 'table',
      columns,
      rows: Array.from({ length: 60 }, () => ['甲', '1']),
      headless: true,
    })
    expect(many.texts().filter(({ text }) => text === '事项')).toEqual([])
  })

  test('a row that no page can hold is told over several', () => {
    const { sheet, texts } = paper()
    const long = '长'.repeat(4_000)
    drawTable(sheet, { kind: 'table', columns, rows: [[long, '1']] })
    expect(
      texts()
        .filter(({ text }) => text.startsWith('长'))
        .map(({ text }) => text)
        .join(''),
    ).toBe(long)
    expect(texts().filter(({ text }) => text === '1')).toHaveLength(1)
  })
})
