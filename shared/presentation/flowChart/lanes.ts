import type { ChartEdge, LaneCell } from './types'

type Line = Omit<ChartEdge, 'lane'>

/** Lines that are drawn as one: same target row and direction. */
interface Bundle {
  top: number
  bottom: number
  lines: Line[]
}

const isStraight = ({ from, to, back }: Line): boolean => !back && to === from + 1

function bundlesOf(lines: readonly Line[]): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const line of lines.filter(one => !isStraight(one))) {
    const key = `${line.to}|${String(line.back)}`
    const bundle = bundles.get(key) ?? { top: line.to, bottom: line.to, lines: [] }
    bundle.top = Math.min(bundle.top, line.from)
    bundle.bottom = Math.max(bundle.bottom, line.from)
    bundle.lines.push(line)
    bundles.set(key, bundle)
  }
  return [...bundles.values()]
}

const clash = (a: Bundle, b: Bundle): boolean => a.top <= b.bottom && b.top <= a.bottom

/**
 * Assigns a lane to each line: short lines nearest to the rows, no two bundles on the same section of a lane.
 */
export function withLanes(lines: readonly Line[]): ChartEdge[] {
  const lanes: Bundle[][] = []
  const laneOf = new Map<Line, number>()
  const bundles = bundlesOf(lines).sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top)
  for (const bundle of bundles) {
    const free = lanes.findIndex(lane => lane.every(other => !clash(other, bundle)))
    const at = free < 0 ? lanes.length : free
    lanes[at] = [...(lanes[at] ?? []), bundle]
    for (const line of bundle.lines) laneOf.set(line, at + 1)
  }
  return lines.map(line => ({ ...line, lane: laneOf.get(line) ?? 0 }))
}

const NOTHING: LaneCell = { up: false, down: false, leaves: false, arrives: false, back: false, taken: false }

/** Returns the part of a line that is drawn next to a row. */
function partOf({ from, to, back, taken }: ChartEdge, row: number): LaneCell {
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)]
  return {
    up: row > top && row <= bottom,
    down: row >= top && row < bottom,
    leaves: row === from,
    arrives: row === to,
    back,
    taken,
  }
}

const together = (a: LaneCell, b: LaneCell): LaneCell => ({
  up: a.up || b.up,
  down: a.down || b.down,
  leaves: a.leaves || b.leaves,
  arrives: a.arrives || b.arrives,
  back: a.back || b.back,
  taken: a.taken || b.taken,
})

/** Returns what each lane shows next to each row. */
export function laneCells(edges: readonly ChartEdge[], rows: number): (LaneCell | null)[][] {
  const lanes = Math.max(0, ...edges.map(({ lane }) => lane))
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: lanes }, (__, at) => {
      const parts = edges
        .filter(
          ({ lane, from, to }) => lane === at + 1 && Math.min(from, to) <= row && row <= Math.max(from, to),
        )
        .map(edge => partOf(edge, row))
      return parts.length > 0 ? parts.reduce(together, NOTHING) : null
    }),
  )
}
