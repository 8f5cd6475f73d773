import type { ChartEdge, ChartRow, FlowChart } from '@shared/presentation/flowChart'
import { INK, PAPER, SHADE, SOFT, type Shape, linesWithin } from '@server/documents/print/shapes'

/** A flow chart as shapes; `breaks` are the heights at which a page may end. */
export interface ChartDrawing {
  width: number
  height: number
  shapes: Shape[]
  breaks: number[]
}

const BOX = 380
const LANE = 22
const PAD = 8
const GAP = 22
const NAME = 12
const SMALL = 9.5
const LEADING = 1.4
const EDGE = 2
/** Space for an arrow head above its target box, so that both move to the next page together. */
const ARROW_HEAD = 6
/** Distance from a box's lower and upper edge at which lines leave and arrive at its side. */
const SIDE = 12
const BACK_SIDE = 18
const GREEN = '#1f6f5c'
const RED = '#9b2c22'

interface Line {
  text: string
  size: number
  bold: boolean
}

interface Box {
  row: ChartRow
  lines: Line[]
  y: number
  height: number
}

const small = (text: string): Line[] =>
  linesWithin(text, SMALL, BOX - 2 * PAD).map(line => ({ text: line, size: SMALL, bold: false }))

function linesOf(row: ChartRow): Line[] {
  const name = row.number === null ? row.name : `${row.number}. ${row.name}`
  const head = linesWithin(name, NAME, BOX - 2 * PAD).map(text => ({ text, size: NAME, bold: true }))
  const who = [row.who, row.limit].filter(Boolean).join(' · ')
  const ways = row.ways.length > 1 ? row.ways.map(way => `→ ${way}`) : []
  return [...head, ...[who, ...row.notes, ...ways].flatMap(small)]
}

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { size }) => sum + size * LEADING, 2 * PAD)

function boxesOf({ rows }: FlowChart): Box[] {
  let y = EDGE
  return rows.map(row => {
    const lines = linesOf(row)
    const box = { row, lines, y, height: heightOf(lines) }
    y += box.height + GAP
    return box
  })
}

function boxShapes({ row, lines, y, height }: Box): Shape[] {
  const isEnd = row.number === null
  const frame: Shape = {
    kind: 'box',
    x: EDGE,
    y,
    width: BOX,
    height,
    radius: isEnd ? height / 2 : 4,
    fill: isEnd ? SHADE : PAPER,
    line: INK,
  }
  let at = y + PAD
  const words = lines.map(({ text, size, bold }): Shape => {
    const shape = { kind: 'text', x: EDGE + PAD, y: at, size, text, bold, fill: bold ? INK : SOFT } as const
    at += size * LEADING
    return shape
  })
  return [frame, ...words]
}

const RIGHT = EDGE + BOX

function sideLine({ lane, back }: ChartEdge, from: Box, to: Box): Shape[] {
  const x = RIGHT + lane * LANE - LANE / 3
  const leaves = from.y + from.height - (back ? BACK_SIDE : SIDE)
  const arrives = to.y + (back ? BACK_SIDE : SIDE)
  const line = back ? RED : GREEN
  return [
    {
      kind: 'path',
      points: [
        [RIGHT, leaves],
        [x, leaves],
        [x, arrives],
        [RIGHT + 5, arrives],
      ],
      line,
      dashed: back,
    },
    { kind: 'arrow', tip: [RIGHT, arrives], to: 'left', fill: line },
  ]
}

function straightLine({ label }: ChartEdge, from: Box, to: Box): Shape[] {
  const x = EDGE + BOX / 2
  const bottom = from.y + from.height
  return [
    {
      kind: 'path',
      points: [
        [x, bottom],
        [x, to.y - 5],
      ],
      line: INK,
      dashed: false,
    },
    { kind: 'arrow', tip: [x, to.y], to: 'down', fill: INK },
    ...(label
      ? [{ kind: 'text', x: x + 8, y: bottom + 2, size: SMALL, text: label, bold: false, fill: INK } as const]
      : []),
  ]
}

function lineShapes(edge: ChartEdge, boxes: readonly Box[]): Shape[] {
  const [from, to] = [boxes[edge.from], boxes[edge.to]]
  if (!from || !to) return []
  return edge.lane === 0 ? straightLine(edge, from, to) : sideLine(edge, from, to)
}

/** Draws a flow chart from its layout: boxes from top to bottom, edges that skip boxes in lanes next to them. */
export function drawChart(chart: FlowChart): ChartDrawing {
  const boxes = boxesOf(chart)
  const last = boxes.at(-1)
  return {
    width: RIGHT + EDGE + chart.lanes * LANE,
    height: (last ? last.y + last.height : 0) + EDGE,
    shapes: [...chart.edges.flatMap(edge => lineShapes(edge, boxes)), ...boxes.flatMap(boxShapes)],
    breaks: boxes.slice(1).map(({ y }) => y - ARROW_HEAD),
  }
}

/** Returns the text below a chart that explains its lines. */
export const chartLegend = ({ edges }: FlowChart): string =>
  edges.some(({ back }) => back) ? '实线：往下走；红色虚线：退回去改。' : '实线：往下走。'
