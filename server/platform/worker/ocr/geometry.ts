export type Point = readonly [x: number, y: number]
/** Corners of a line of text: top left, top right, bottom right, bottom left in its reading direction. */
export type Quad = readonly [Point, Point, Point, Point]

interface Rectangle {
  /** Unit vector along the line. */
  along: Point
  centre: Point
  width: number
  height: number
}

const turn = (o: Point, a: Point, b: Point): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

function chain(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop()
    kept.push(point)
  }
  return kept.slice(0, -1)
}

/** Convex hull (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return [...chain(sorted), ...chain(sorted.reverse())]
}

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])

function rectangleAlong(hull: readonly Point[], [x, y]: Point): Rectangle {
  const across = hull.map(point => point[0] * x + point[1] * y)
  const down = hull.map(point => point[1] * x - point[0] * y)
  const [left, right, top, bottom] = [
    Math.min(...across),
    Math.max(...across),
    Math.min(...down),
    Math.max(...down),
  ]
  const [u, v] = [(left + right) / 2, (top + bottom) / 2]
  return { along: [x, y], centre: [u * x - v * y, u * y + v * x], width: right - left, height: bottom - top }
}

/** Smallest rectangle with all points, in the reading direction: its long side may be upright. */
function smallestRectangle(points: readonly Point[]): Rectangle {
  const hull = hullOf(points)
  const sides = hull.map((point, at): Point => {
    const next = hull[(at + 1) % hull.length]!
    const length = distance(point, next) || 1
    return [(next[0] - point[0]) / length, (next[1] - point[1]) / length]
  })
  const area = ({ width, height }: Rectangle) => width * height
  const made = (sides.length > 0 ? sides : [[1, 0] as Point]).map(side => rectangleAlong(hull.length > 0 ? hull : points, side)) // prettier-ignore
  const best = made.reduce((least, one) => (area(one) < area(least) ? one : least))
  const [x, y] = best.along
  const upright = Math.abs(x) < Math.SQRT1_2
  const turned: Rectangle = upright
    ? { ...best, along: [y, -x], width: best.height, height: best.width }
    : best
  return turned.along[0] < 0 ? { ...turned, along: [-turned.along[0], -turned.along[1]] } : turned
}

const LOW = 0.3
const SURE = 0.5
const GROWTH = 1.6
const LEAST_SIDE = 3
const LEAST_PIXELS = 6

interface Area {
  edge: Point[]
  mean: number
  pixels: number
}

/** Follows one connected area of the map from a pixel. */
function areaFrom(start: number, map: Float32Array, width: number, seen: Uint8Array): Area {
  const height = map.length / width
  const open = [start]
  const edge: Point[] = []
  let sum = 0
  let pixels = 0
  seen[start] = 1
  const visit = (x: number, y: number): boolean => {
    if (x < 0 || y < 0 || x >= width || y >= height) return false
    const at = y * width + x
    if (map[at]! < LOW) return false
    if (seen[at] === 0) {
      seen[at] = 1
      open.push(at)
    }
    return true
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width
    const y = (at - x) / width
    sum += map[at]!
    pixels += 1
    let inside = 0
    for (let step = 0; step < 9; step += 1) {
      if (visit(x + (step % 3) - 1, y + Math.floor(step / 3) - 1)) inside += 1
    }
    if (inside < 9) edge.push([x, y])
  }
  return { edge, mean: sum / pixels, pixels }
}

/** Rectangle of an area, grown to the edge of its text, as corners. */
function quadOf({ edge }: Area): Quad | null {
  const { along, centre, width, height } = smallestRectangle(edge)
  if (Math.min(width, height) + 1 < LEAST_SIDE) return null
  const [w, h] = [width + 1, height + 1]
  const grown = (w * h * GROWTH) / (w + h)
  const corner = (across: number, down: number): Point => [
    centre[0] + (across * along[0] * (w + grown) - down * along[1] * (h + grown)) / 2,
    centre[1] + (across * along[1] * (w + grown) + down * along[0] * (h + grown)) / 2,
  ]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

/** Lines of text in a map of probabilities, in its pixels. */
export function quadsOf(map: Float32Array, width: number): Quad[] {
  const seen = new Uint8Array(map.length)
  const quads: Quad[] = []
  for (let at = 0; at < map.length; at += 1) {
    if (seen[at] !== 0 || map[at]! < LOW) continue
    const area = areaFrom(at, map, width, seen)
    const quad = area.pixels >= LEAST_PIXELS && area.mean >= SURE ? quadOf(area) : null
    if (quad) quads.push(quad)
  }
  return quads
}
