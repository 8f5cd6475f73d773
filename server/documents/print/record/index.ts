import { collected, openDocument } from '../document'
import { type Element, elementOf, mark } from '../tags'
import type { RecordPrint } from '../types'
import { type Face, widthOf } from './flow'
import { drawMasthead, MASTHEAD, titleOf } from './masthead'
import { type Page, pagesOf } from './pages'
import { recordPieces } from './parts'
import { type Block, lineHeight, rule, type Setting, write } from './pieces'
import { trustOf } from './trust'

const MM = 72 / 25.4
const MARGIN = { top: 11 * MM, side: 14 * MM, bottom: 9 * MM }
const A4 = [210 * MM, 297 * MM] as const
/** A3 is A4 with everything larger by this, so that both break alike. */
const A3 = Math.SQRT2
const FOOT = 7 * MM
/** Least blank above the block at the end. */
const END_GAP = 2 * MM

type Sizes = Setting['sizes']

const sizesOf = ([table, text, small]: readonly [number, number, number]): Sizes => ({ table, text, small })

/** Smallest letters of what is read: those of the foot. */
const LEAST = 10.5
/** Sizes of the letters, from those wanted down to those still read from one step away. */
const UPRIGHT = ([[16, 14, LEAST], [15, 13.5, LEAST], [14, 13, LEAST], [13, 12.5, LEAST], [12, 12, LEAST]] as const).map(sizesOf) // prettier-ignore
/** On its side, for tables with many columns, the smallest too. */
const SIDEWAYS = [...UPRIGHT, ...([[11, 11.5, LEAST], [10, 11, LEAST], [9, LEAST, LEAST], [8, LEAST, LEAST], [6.5, LEAST, LEAST]] as const).map(sizesOf)] // prettier-ignore

const FOOT_FACE = { size: LEAST, font: 'regular' } as const

type Paper = readonly [width: number, height: number]

interface Layout {
  paper: Paper
  width: number
  pages: Page[]
  front: Element
  title: Block
  trust: Block
}

function settingOf(
  doc: PDFKit.PDFDocument,
  [width, height]: Paper,
  sizes: Sizes,
  fit: Setting['fit'],
): Setting {
  const room = height - MARGIN.top - MARGIN.bottom - MASTHEAD - FOOT
  return { doc, width: width - 2 * MARGIN.side, sizes, room, fit }
}

/** Lays a record out with letters of one size; null: a table does not fit. */
function layoutWith(print: RecordPrint, paper: Paper, setting: Setting): Layout | null {
  const { doc, width, room } = setting
  const root = elementOf(null, 'Document')
  const [front, record, end] = [elementOf(root, 'Sect'), elementOf(root, 'Art'), elementOf(root, 'Sect')]
  const pieces = recordPieces(setting, record, print.document)
  if (pieces === null) return null
  const title = titleOf(doc, print, width, front)
  const trust = trustOf(doc, print, end, width)
  const rooms = { first: room - title.height, other: room, end: trust.height + END_GAP }
  return { paper, width, pages: pagesOf(pieces, rooms), front, title, trust }
}

/** Chooses the layout with the fewest pages and, of these, the largest letters; upright if its tables fit at all. */
function layoutOf(doc: PDFKit.PDFDocument, print: RecordPrint): Layout {
  const flat: Paper = [A4[1], A4[0]]
  const tries = [
    { paper: A4, sizes: UPRIGHT, fit: 'easy' },
    { paper: flat, sizes: SIDEWAYS, fit: 'easy' },
    { paper: flat, sizes: SIDEWAYS, fit: 'tight' },
    { paper: flat, sizes: SIDEWAYS.slice(-1), fit: 'cut' },
  ] as const
  for (const { paper, sizes, fit } of tries) {
    const made = sizes.flatMap(size => layoutWith(print, paper, settingOf(doc, paper, size, fit)) ?? [])
    const fewest = Math.min(...made.map(({ pages }) => pages.length))
    const best = made.find(({ pages }) => pages.length === fewest)
    if (best) return best
  }
  throw new Error('no layout')
}

/** A text on one line, its end left out where there is no room. */
function cutTo(doc: PDFKit.PDFDocument, text: string, face: Face, width: number): string {
  if (widthOf(doc, text, face) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && widthOf(doc, `${letters.join('')}…`, face) > width) letters.pop()
  return `${letters.join('')}…`
}

function drawFoot(
  doc: PDFKit.PDFDocument,
  print: RecordPrint,
  { paper, width, pages }: Layout,
  page: number,
): void {
  const [left, height] = [MARGIN.side, lineHeight(FOOT_FACE)]
  const y = paper[1] - MARGIN.bottom - height
  const right = `${print.printed}，第 ${page + 1} 页，共 ${pages.length} 页`
  const taken = widthOf(doc, right, FOOT_FACE)
  const said = cutTo(doc, print.foot, FOOT_FACE, width - taken - 12)
  rule(doc, { x: left, y: y - 3 }, width, 0.55, true)
  mark(doc, null, () => {
    write(doc, said, { x: left, y }, height, FOOT_FACE)
    write(doc, right, { x: left + width - taken, y }, height, FOOT_FACE)
  })
}

function drawPage(doc: PDFKit.PDFDocument, print: RecordPrint, layout: Layout, number: number): void {
  const { paper, width, pages, front, title, trust } = layout
  const [wide, high] = paper
  const scale = print.size === 'A3' ? A3 : 1
  // Without margins the library never breaks a page by itself.
  doc.addPage({ size: [wide * scale, high * scale], margin: 0 })
  doc.scale(scale)
  const at = { x: MARGIN.side, y: MARGIN.top }
  drawMasthead(doc, print, at, width, number === 0 ? front : null)
  let top = at.y + MASTHEAD
  if (number === 0) {
    title.draw({ x: at.x, y: top })
    top += title.height
  }
  const page = pages[number]!
  const head = number > 0 ? page[0]?.piece.head : null
  head?.draw({ x: at.x, y: top }, head.height, true)
  for (const { piece, y, height } of page) piece.draw({ x: at.x, y: top + y }, height)
  const last = number === pages.length - 1
  if (last) trust.draw({ x: at.x, y: high - MARGIN.bottom - FOOT - trust.height })
  drawFoot(doc, print, layout, number)
}

/** Prints a record 呈现记录 as a sheet for the wall 公示单. The same content gives the same bytes. */
export async function printRecord(print: RecordPrint): Promise<Buffer> {
  const doc = openDocument(print)
  const done = collected(doc)
  const layout = layoutOf(doc, print)
  for (const number of layout.pages.keys()) {
    drawPage(doc, print, layout, number)
    // Yields to the event loop between the pages of a long document.
    await new Promise(setImmediate)
  }
  doc.end()
  return done
}
