import { type PlacedFinding, scanText } from '@server/domain/privacy'
import type { Corner, FileContext, PictureBox, ReadPicture } from '../context'
import { placed } from '../place'

interface Piece extends PictureBox {
  left: number
  right: number
  /** Height of its middle once the lines are level. */
  level: number
  tall: number
}

const distance = (a: Corner, b: Corner): number => Math.hypot(b[0] - a[0], b[1] - a[1])
const WIDE = 3
const STEEPEST = 0.3
const SAME_LINE = 0.45

/** Slope of the page: the mean of its wide boxes by their length. */
function slopeOf(boxes: readonly PictureBox[]): number {
  let [sum, weight] = [0, 0]
  for (const {
    quad: [a, b, , d],
  } of boxes) {
    const long = distance(a, b)
    const slope = (b[1] - a[1]) / (b[0] - a[0] || 1)
    if (long < WIDE * distance(a, d) || Math.abs(slope) > STEEPEST) continue
    sum += slope * long
    weight += long
  }
  return weight > 0 ? sum / weight : 0
}

function pieceOf(box: PictureBox, slope: number): Piece {
  const [a, b, c, d] = box.quad
  const x = (a[0] + c[0]) / 2
  const y = (a[1] + c[1]) / 2
  const half = distance(a, b) / 2
  return { ...box, left: x - half, right: x + half, level: y - x * slope, tall: distance(a, d) }
}

/** Lines of a page from top to bottom, each from left to right. */
function linesOf({ boxes }: ReadPicture): Piece[][] {
  const slope = slopeOf(boxes)
  const pieces = boxes.map(box => pieceOf(box, slope)).sort((a, b) => a.level - b.level)
  const lines: Piece[][] = []
  for (const piece of pieces) {
    const last = lines.at(-1)?.at(-1)
    const isSame = last && piece.level - last.level < SAME_LINE * Math.min(piece.tall, last.tall)
    if (isSame) lines.at(-1)!.push(piece)
    else lines.push([piece])
  }
  return lines.map(line => line.sort((a, b) => a.left - b.left))
}

/** Box around corners: left, top, width, height in pixels. */
function boxOf(pieces: readonly Piece[]): [number, number, number, number] {
  const corners = pieces.flatMap(({ quad }) => quad)
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)].map(side => Math.max(0, Math.round(side))) as [number, number] // prettier-ignore
  return [left, top, Math.round(Math.max(...xs)) - left, Math.round(Math.max(...ys)) - top]
}

/** Scans what was read in a picture: every line with its cells, and numbers that run over two lines. */
export function scanReadPicture(page: ReadPicture, context: FileContext = {}): PlacedFinding[] {
  let text = ''
  const spans: { piece: Piece; start: number; end: number }[] = []
  for (const line of linesOf(page)) {
    for (const piece of line) {
      spans.push({ piece, start: text.length, end: text.length + piece.text.length })
      text += `${piece.text}\t`
    }
    text = `${text.trimEnd()}\n`
  }
  return scanText(text, context).map(finding => {
    const within = spans.filter(({ start, end }) => start < finding.end && end > finding.start)
    return placed(finding, { part: '图片里的文字', box: boxOf(within.map(({ piece }) => piece)) })
  })
}

/** Scans the text of a picture where it can be read. */
export async function scanPictureText(bytes: Buffer, context: FileContext): Promise<PlacedFinding[]> {
  const page = context.pictures ? await context.pictures(bytes) : null
  return page ? scanReadPicture(page, context) : []
}
