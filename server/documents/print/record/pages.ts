import type { Piece } from './pieces'

/** A piece with its place on a page, from the top of the page's room, in points. */
interface Placed {
  piece: Piece
  y: number
  height: number
}

export type Page = Placed[]

const headOf = ({ head }: Piece): number => head?.height ?? 0

/** Runs of pieces that stay together. */
function unitsOf(pieces: readonly Piece[]): Piece[][] {
  const units: Piece[][] = []
  let open = false
  for (const piece of pieces) {
    if (open) units.at(-1)!.push(piece)
    else units.push([piece])
    open = piece.keep
  }
  return units
}

const heightOf = (pieces: readonly Piece[], atTop: boolean): number =>
  pieces.reduce((sum, { height, before }, at) => sum + height + (atTop && at === 0 ? 0 : before), 0)

interface Rooms {
  /** Room of the first page, and of every other, in points. */
  first: number
  other: number
  /** Height of the block at the end of the last page. */
  end: number
}

/** Distributes pieces over pages; the last page has room for the block at its end, and may hold nothing else. */
function distributed(pieces: readonly Piece[], { first, other, end }: Rooms): Piece[][] {
  const pages: Piece[][] = [[]]
  let left = first
  const turn = (unit: readonly Piece[]) => {
    pages.push([])
    left = other - headOf(unit[0]!)
  }
  for (const unit of unitsOf(pieces)) {
    const page = pages.at(-1)!
    if (page.length > 0 && heightOf(unit, false) > left) turn(unit)
    const isTop = pages.at(-1)!.length === 0
    left -= heightOf(unit, isTop)
    pages.at(-1)!.push(...unit)
  }
  if (left < end) pages.push([])
  return pages
}

/** Most that a row grows by, in parts of its height, where a page has room to spare. */
const GROWTH = 0.22

/** Lays pieces out on pages; rows share the height that a page has to spare. */
export function pagesOf(pieces: readonly Piece[], rooms: Rooms): Page[] {
  const pages = distributed(pieces, rooms)
  return pages.map((page, number) => {
    const head = number > 0 && page[0] ? headOf(page[0]) : 0
    const room = number === 0 ? rooms.first : rooms.other
    const end = number === pages.length - 1 ? rooms.end : 0
    const spare = room - end - head - heightOf(page, true)
    const growing = page.filter(({ grows }) => grows)
    const grown = growing.reduce((sum, { height }) => sum + height, 0)
    const part = grown > 0 ? Math.min(GROWTH, Math.max(0, spare) / grown) : 0
    let y = head
    return page.map((piece, at) => {
      const height = piece.grows ? piece.height * (1 + part) : piece.height
      y += at === 0 ? 0 : piece.before
      const placed = { piece, y, height }
      y += height
      return placed
    })
  })
}
