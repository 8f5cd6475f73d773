import type { Point, Shape } from './shapes'
import { fullRoom, marking, nextPage, roomOf, type Sheet, writeAt } from './page'
import { elementOf } from './tags'
import { drawHeading } from './text'
import type { PrintBlock } from './types'

const ARROW = 4

export const arrowPoints = ([x, y]: Point, to: 'down' | 'left'): Point[] =>
  to === 'down'
    ? [
        [x, y],
        [x - ARROW, y - ARROW * 1.6],
        [x + ARROW, y - ARROW * 1.6],
      ]
    : [
        [x, y],
        [x + ARROW * 1.6, y - ARROW],
        [x + ARROW * 1.6, y + ARROW],
      ]

const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')

function drawShape(sheet: Sheet, shape: Shape): void {
  const { doc } = sheet
  switch (shape.kind) {
    case 'box':
      doc.lineWidth(1).roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius)
      doc.fillAndStroke(shape.fill, shape.line)
      return
    case 'path':
      doc.lineWidth(1.2).path(pathOf(shape.points))
      if (shape.dashed) doc.dash(4, { space: 3 })
      doc.stroke(shape.line).undash()
      return
    case 'arrow':
      doc.path(`${pathOf(arrowPoints(shape.tip, shape.to))} Z`).fill(shape.fill)
      return
    case 'text':
      writeAt(sheet, shape.text, [shape.x, shape.y], sheet.width, shape)
  }
}

/** Converts a point of the drawing to a point of the page. */
type Place = (point: Point) => Point

/** Converts a shape to page coordinates; the library breaks pages by these coordinates. */
function placed(shape: Shape, at: Place, scale: number): Shape {
  switch (shape.kind) {
    case 'path':
      return { ...shape, points: shape.points.map(at) }
    case 'arrow':
      return { ...shape, tip: at(shape.tip) }
    case 'text': {
      const [x, y] = at([shape.x, shape.y])
      return { ...shape, x, y, size: shape.size * scale }
    }
    case 'box': {
      const [x, y] = at([shape.x, shape.y])
      const [width, height, radius] = [shape.width * scale, shape.height * scale, shape.radius * scale]
      return { ...shape, x, y, width, height, radius }
    }
  }
}

/** Returns the upper and lower edge. */
function reachOf(shape: Shape): [top: number, bottom: number] {
  if (shape.kind === 'path') {
    const heights = shape.points.map(([, y]) => y)
    return [Math.min(...heights), Math.max(...heights)]
  }
  if (shape.kind === 'arrow') return [shape.tip[1], shape.tip[1]]
  return [shape.y, shape.y + (shape.kind === 'box' ? shape.height : shape.size)]
}

interface Strip {
  from: number
  to: number
}

/** Splits the drawing at its breaks into strips that fit the available height. */
function stripsOf(
  height: number,
  breaks: readonly number[],
  rooms: { first: number; full: number },
): Strip[] {
  const strips: Strip[] = []
  let from = 0
  while (from < height) {
    const room = strips.length === 0 ? rooms.first : rooms.full
    const ends = [...breaks, height].filter(at => at > from && at - from <= room)
    const to = ends.at(-1) ?? Math.min(height, from + room)
    strips.push({ from, to })
    from = to
  }
  return strips
}

/** Minimum scale; below it text is unreadable, so the drawing takes another page. */
const SMALLEST = 0.72

const HEADING_LINES = 3

type Drawing = Extract<PrintBlock, { kind: 'drawing' }>

function drawStrip(
  sheet: Sheet,
  shapes: readonly Shape[],
  { from, to }: Strip,
  scale: number,
  alt: string,
): void {
  const { doc, left, width, y: top } = sheet
  const at: Place = ([x, y]) => [left + x * scale, top + (y - from) * scale]
  marking(sheet, elementOf(sheet.tags, 'Figure', { alt }), () => {
    doc.save()
    doc.rect(left, top, width, (to - from) * scale).clip()
    for (const shape of shapes) {
      const [upper, lower] = reachOf(shape)
      if (lower >= from && upper <= to) drawShape(sheet, placed(shape, at, scale))
    }
    doc.restore()
  })
  sheet.y += (to - from) * scale
}

export function drawDrawing(sheet: Sheet, { heading, width, height, shapes, breaks }: Drawing): void {
  const widest = Math.min(1, sheet.width / width)
  const above = sheet.body * HEADING_LINES
  const fits = (room: number): number => Math.min(widest, (room - above) / height)
  if (fits(roomOf(sheet)) < SMALLEST * widest && roomOf(sheet) < fullRoom(sheet) / 2) nextPage(sheet)
  const whole = fits(roomOf(sheet))
  drawHeading(sheet, { kind: 'heading', level: 2, text: heading })
  const scale = whole >= SMALLEST * widest ? whole : widest
  const rooms = { first: roomOf(sheet) / scale, full: fullRoom(sheet) / scale }
  stripsOf(height, breaks, rooms).forEach((strip, at) => {
    if (at > 0) nextPage(sheet)
    drawStrip(sheet, shapes, strip, scale, heading)
  })
  sheet.y += sheet.body * 0.6
}
