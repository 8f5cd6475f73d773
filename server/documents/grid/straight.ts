import type { PictureBox, ReadPicture } from '../privacy/context'

/** A box with its middle, size and slope; `flat` is its height once the page's lines are level. */
export interface StraightBox extends PictureBox {
  x: number
  y: number
  width: number
  tall: number
  slope: number
  flat: number
}

export interface StraightPage {
  boxes: StraightBox[]
  width: number
  height: number
  /** How far a level line has gone down at a place, counted from the middle of the page. */
  drop(x: number, y: number): number
}

type Fit = readonly [mean: number, across: number, down: number]

const WIDE = 3
const STEEPEST = 0.3
const FEW = 8
const NEAR = 0.02
const LEVEL: Fit = [0, 0, 0]

function measured(box: PictureBox): StraightBox {
  const [a, b, c, d] = box.quad
  return {
    ...box,
    width: Math.hypot(b[0] - a[0], b[1] - a[1]),
    tall: Math.hypot(d[0] - a[0], d[1] - a[1]),
    x: (a[0] + c[0]) / 2,
    y: (a[1] + c[1]) / 2,
    slope: (b[1] - a[1]) / (b[0] - a[0] || 1),
    flat: 0,
  }
}

/** Solves a small system of linear equations; each row ends with its right side. */
function solved(rows: number[][]): number[] {
  rows.forEach((row, at) => {
    row[at] = row[at]! + 1e-3
    rows.forEach((other, of) => {
      if (of === at) return
      const share = other[at]! / row[at]!
      for (let column = at; column <= rows.length; column += 1) other[column]! -= share * row[column]!
    })
  })
  return rows.map((row, at) => row[rows.length]! / row[at]!)
}

/** Fits slope = mean + across·x + down·y to wide boxes, by their length; the mean alone where there are few. */
function fitted(boxes: readonly StraightBox[], { width, height }: ReadPicture): Fit {
  const count = boxes.length > FEW ? 3 : 1
  const rows = Array.from({ length: count }, () => new Array<number>(count + 1).fill(0))
  for (const box of boxes) {
    const features = [1, box.x / width - 0.5, box.y / height - 0.5].slice(0, count)
    features.forEach((one, row) => {
      features.forEach((other, column) => (rows[row]![column]! += box.width * one * other))
      rows[row]![count]! += box.width * one * box.slope
    })
  }
  const [mean = 0, across = 0, down = 0] = solved(rows)
  return [mean, across, down]
}

const slopeAt = ([mean, across, down]: Fit, { x, y }: StraightBox, { width, height }: ReadPicture): number =>
  mean + across * (x / width - 0.5) + down * (y / height - 0.5)

function slopeOf(boxes: readonly StraightBox[], page: ReadPicture): Fit {
  const wide = boxes.filter(({ width, tall, slope }) => width > WIDE * tall && Math.abs(slope) < STEEPEST)
  if (wide.length === 0) return LEVEL
  const first = fitted(wide, page)
  const near = wide.filter(box => Math.abs(box.slope - slopeAt(first, box, page)) < NEAR)
  return near.length > FEW ? fitted(near, page) : first
}

/** A piece within a longer one of the same line was read twice. */
function isWithin(one: StraightBox, other: StraightBox): boolean {
  const shared =
    Math.min(one.x + one.width / 2, other.x + other.width / 2) -
    Math.max(one.x - one.width / 2, other.x - other.width / 2)
  return other.width > one.width && Math.abs(one.flat - other.flat) < 0.35 * other.tall && shared > 0.7 * one.width // prettier-ignore
}

/** Levels the lines of a page. */
export function straightened(page: ReadPicture): StraightPage {
  const boxes = page.boxes.map(measured)
  const [mean, across, down] = slopeOf(boxes, page)
  const drop = (x: number, y: number) => {
    const u = x / page.width - 0.5
    return page.width * (mean * u + (across * u * u) / 2 + down * (y / page.height - 0.5) * u)
  }
  for (const box of boxes) box.flat = box.y - drop(box.x, box.y)
  return {
    boxes: boxes.filter(one => !boxes.some(other => other !== one && isWithin(one, other))),
    width: page.width,
    height: page.height,
    drop,
  }
}

const STEP = 6
const PAPER = 7
const DARKER = 45
const MOSTLY = 0.7

/** Heights, once level, of the dark lines that run over most of the text's width. `pixels`: RGB, as wide as the page. */
export function rulesOf(read: ReadPicture, pixels: Uint8Array): number[] {
  const page = straightened(read)
  if (page.boxes.length === 0) return []
  const left = Math.max(0, Math.min(...page.boxes.map(({ x, width }) => x - width / 2)))
  const right = Math.min(page.width - 1, Math.max(...page.boxes.map(({ x, width }) => x + width / 2)))
  const found: { from: number; to: number }[] = []
  for (let flat = 0; flat < page.height; flat += 1) {
    if (!isRule(page, pixels, flat, left, right)) continue
    const last = found.at(-1)
    if (last && flat - last.to <= 3) last.to = flat
    else found.push({ from: flat, to: flat })
  }
  return found.map(({ from, to }) => (from + to) / 2)
}

function isRule(page: StraightPage, pixels: Uint8Array, flat: number, left: number, right: number): boolean {
  const grey = (x: number, y: number) => {
    const at = (Math.round(y) * page.width + Math.round(x)) * 3
    return pixels[at]! + pixels[at + 1]! + pixels[at + 2]!
  }
  let [dark, seen] = [0, 0]
  for (let x = left; x <= right; x += STEP) {
    const y = flat + page.drop(x, flat + page.drop(x, flat))
    if (y < PAPER + 1 || y > page.height - PAPER - 2) continue
    seen += 1
    const paper = Math.min(grey(x, y - PAPER), grey(x, y + PAPER))
    const ink = Math.min(...[-2, -1, 0, 1, 2].map(off => grey(x, y + off)))
    if (ink < paper - DARKER) dark += 1
  }
  return seen > 0 && dark / seen > MOSTLY
}
