import { distance, type Point, type Quad } from './geometry'

/** Pixels of a picture, three bytes each. */
export interface Pixels {
  data: Buffer
  width: number
  height: number
}

/** A line laid straight: `HEIGHT` rows, three planes (blue, green, red) of −1 to 1. */
export interface Line {
  planes: Float32Array
  width: number
}

export const HEIGHT = 48
const NARROWEST = 16
const WIDEST = 2400
/** A box this much higher than wide is a line of a page that is turned on its side. */
const UPRIGHT = 1.5

const step = (from: Point, to: Point, length: number): Point => [
  (to[0] - from[0]) / length,
  (to[1] - from[1]) / length,
]

/** Samples the picture along a box (bilinear). */
export function cropLine({ data, width, height }: Pixels, [a, b, , d]: Quad): Line {
  let [corner, long, tall] = [a, distance(a, b), distance(a, d)]
  let [along, down] = [step(a, b, long), step(a, d, tall)]
  if (tall > UPRIGHT * long) {
    corner = b
    ;[along, down] = [down, [-along[0], -along[1]]]
    ;[long, tall] = [tall, long]
  }
  const columns = Math.max(NARROWEST, Math.min(WIDEST, Math.round((HEIGHT * long) / tall)))
  const planes = new Float32Array(3 * HEIGHT * columns)
  const plane = HEIGHT * columns
  const row = width * 3
  for (let j = 0; j < HEIGHT; j += 1) {
    for (let i = 0; i < columns; i += 1) {
      const [u, v] = [((i + 0.5) * long) / columns, ((j + 0.5) * tall) / HEIGHT]
      const x = Math.max(0, Math.min(width - 1.001, corner[0] + along[0] * u + down[0] * v))
      const y = Math.max(0, Math.min(height - 1.001, corner[1] + along[1] * u + down[1] * v))
      const [left, top] = [Math.floor(x), Math.floor(y)]
      const [fx, fy] = [x - left, y - top]
      const at = top * row + left * 3
      for (let colour = 0; colour < 3; colour += 1) {
        const p = at + 2 - colour
        const upper = data[p]! * (1 - fx) + data[p + 3]! * fx
        const lower = data[p + row]! * (1 - fx) + data[p + row + 3]! * fx
        planes[colour * plane + j * columns + i] = (upper * (1 - fy) + lower * fy) / 127.5 - 1
      }
    }
  }
  return { planes, width: columns }
}

const SHORTEST_CUT = 140
const MARGIN = 9
const DARK_ROWS = 43
const DARKER = 0.3
const RULE_WIDTH = 8
const NARROWEST_CELL = 14

/** Columns of a line that are dark from top to bottom against the paper next to them: rules of a table. */
function rulesIn({ planes, width }: Line): number[] {
  const plane = HEIGHT * width
  const grey = (i: number, j: number) =>
    planes[j * width + i]! + planes[plane + j * width + i]! + planes[2 * plane + j * width + i]!
  const isDark = (i: number, j: number) => {
    const ink = Math.min(grey(i - 1, j), grey(i, j), grey(i + 1, j))
    const left = Math.max(grey(i - 8, j), grey(i - 6, j), grey(i - 5, j))
    const right = Math.max(grey(i + 5, j), grey(i + 6, j), grey(i + 8, j))
    return ink < Math.min(left, right) - DARKER
  }
  const rules: number[] = []
  for (let i = MARGIN; i < width - MARGIN; i += 1) {
    let dark = 0
    for (let j = 1; j < HEIGHT - 1; j += 1) if (isDark(i, j)) dark += 1
    if (dark < DARK_ROWS) continue
    if (rules.length > 0 && i - rules.at(-1)! <= RULE_WIDTH) rules[rules.length - 1] = i
    else rules.push(i)
  }
  return rules
}

const between = (a: Point, b: Point, part: number): Point => [
  a[0] + (b[0] - a[0]) * part,
  a[1] + (b[1] - a[1]) * part,
]

/** Cuts a box that runs over the rules of a table. */
export function cutAtRules(pixels: Pixels, quad: Quad): Quad[] {
  const [a, b, c, d] = quad
  if (distance(a, b) < 2 * distance(a, d)) return [quad]
  const line = cropLine(pixels, quad)
  const rules = line.width < SHORTEST_CUT ? [] : rulesIn(line)
  if (rules.length === 0) return [quad]
  const edges = [0, ...rules, line.width]
  return edges.slice(1).flatMap((end, at): Quad[] => {
    const from = (edges[at]! + (at > 0 ? 3 : 0)) / line.width
    const to = (end - (at + 2 < edges.length ? 3 : 0)) / line.width
    if ((to - from) * line.width <= NARROWEST_CELL) return []
    return [[between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)]]
  })
}
