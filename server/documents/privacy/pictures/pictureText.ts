import { type Finding, type PlacedFinding, scanText } from '@server/domain/privacy'
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

/** Width of a character in a line, of a full one: figures and letters are narrower. */
const widthOf = (char: string): number => (char.codePointAt(0)! < 0x2e80 ? 0.55 : 1)
const widthOfText = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0)
/** Characters on each side that are taken in too: the exact place of a character is an estimate. */
const MARGIN = 1.2

const between = (a: Corner, b: Corner, share: number): Corner => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

/** Corners of the part of a piece with these characters; of all of it where little more is there. */
function cornersOf({ text, quad }: PictureBox, from: number, to: number): Corner[] {
  const whole = widthOfText(text)
  const before = widthOfText(text.slice(0, from)) - MARGIN
  const until = widthOfText(text.slice(0, to)) + MARGIN
  const [a, b, c, d] = quad
  const [start, end] = [Math.max(0, before / whole), Math.min(1, until / whole)]
  return [between(a, b, start), between(a, b, end), between(d, c, end), between(d, c, start)]
}

/** Turns a corner of a page that was read turned by `angle` degrees back to the picture as it is. */
function turnedBack([x, y]: Corner, { width, height, angle = 0 }: ReadPicture): Corner {
  if (angle === 90) return [y, width - x]
  if (angle === 180) return [width - x, height - y]
  return angle === 270 ? [height - y, x] : [x, y]
}

/** Size in pixels of a picture as it is, whichever way it was read. */
export const sizeOf = ({ width, height, angle = 0 }: ReadPicture): { width: number; height: number } =>
  angle % 180 === 0 ? { width, height } : { width: height, height: width }

/** Box around corners in the picture as it is: left, top, width, height in pixels. */
function boxOf(corners: readonly Corner[], page: ReadPicture): [number, number, number, number] {
  const turned = corners.map(corner => turnedBack(corner, page))
  const [xs, ys] = [turned.map(([x]) => x), turned.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)].map(side => Math.max(0, Math.round(side))) as [number, number] // prettier-ignore
  return [left, top, Math.round(Math.max(...xs)) - left, Math.round(Math.max(...ys)) - top]
}

/** Bars in a piece from which they are rules of a table, not a misread 1. */
const FEWEST_BARS = 3

/** The text of a piece with a tab for each rule of a table that was read as a bar; of the same length. */
const cellsIn = (text: string): string =>
  text.split('|').length > FEWEST_BARS ? text.replaceAll('|', '\t') : text

const LONG_BEFORE = /\d{20,} $/
const LONG_AFTER = /^ \d{20,}/

/**
 * Whether a phone number is the rest of a row of figures whose blanks were not read: a run of digits that is no number of
 * a person ends or begins a blank away from it.
 */
function isRestOfFigures(text: string, found: readonly Finding[], { kind, start, end }: Finding): boolean {
  if (kind !== 'mobile') return false
  const isFree = (from: number, to: number) => !found.some(one => one.start < to && one.end > from)
  return (
    (LONG_BEFORE.test(text.slice(0, start)) && isFree(start - 20, start)) ||
    (LONG_AFTER.test(text.slice(end)) && isFree(end, end + 20))
  )
}

/** Scans what was read in a picture: every line with its cells, and numbers that run over two lines. */
export function scanReadPicture(page: ReadPicture, context: FileContext = {}): PlacedFinding[] {
  let text = ''
  const spans: { piece: Piece; start: number; end: number }[] = []
  for (const line of linesOf(page)) {
    for (const piece of line) {
      spans.push({ piece, start: text.length, end: text.length + piece.text.length })
      text += `${cellsIn(piece.text)}\t`
    }
    text = `${text.trimEnd()}\n`
  }
  const findings = scanText(text, context)
  return findings.map(found => {
    const finding = isRestOfFigures(text, findings, found) ? { ...found, severity: 'review' as const } : found
    const corners = spans
      .filter(({ start, end }) => start < finding.end && end > finding.start)
      .flatMap(({ piece, start }) =>
        cornersOf(piece, Math.max(0, finding.start - start), finding.end - start),
      )
    return placed(finding, { part: '图片里的文字', box: boxOf(corners, page) })
  })
}

/** Scans the text of a picture where it can be read. */
export async function scanPictureText(bytes: Buffer, context: FileContext): Promise<PlacedFinding[]> {
  const page = context.pictures ? await context.pictures(bytes) : null
  return page ? scanReadPicture(page, context) : []
}
