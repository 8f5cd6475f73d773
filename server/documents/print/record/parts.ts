import type { Document, Part, PartOf } from '@shared/presentation/document'
import { type Element, elementOf } from '../tags'
import { boxRow, sentenceBox } from './boxes'
import type { Run } from './flow'
import { heading, keptWithNext, linesOf, type Piece, type Setting } from './pieces'
import { tablePieces } from './table'

const GAP = 4.5
/** Block of the catalogue's standard 公开标准, set small. */
const STANDARD = 'standard'
/** Size of letters from which every fact has a line of its own, in points. */
const SPACIOUS = 13

type Made = Piece[] | null

const plain = (size: number, element: Element, text: string): Run => ({
  text,
  element,
  size,
  font: 'regular',
})

function paragraphs(setting: Setting, record: Element, part: PartOf<'paragraphs'>): Piece[] {
  const { text } = setting.sizes
  const runs = part.paragraphs.map((one, at): Run => ({
    ...plain(text, elementOf(record, 'P'), one),
    gap: 0.8,
    newLine: at > 0,
  }))
  const head = { ...heading(elementOf(record, 'H2'), part.label, text), sticky: true }
  return linesOf(setting, [head, ...runs], GAP)
}

/** Facts: one line each, running on where room is short; the catalogue's standard runs on in small print. */
function facts(setting: Setting, record: Element, part: PartOf<'facts'>): Piece[] {
  const isStandard = part.id === STANDARD
  const size = isStandard ? setting.sizes.small : setting.sizes.text
  const list = elementOf(record, 'L')
  const alone = part.rows.length === 1 || isStandard || setting.sizes.text < SPACIOUS
  const runs = part.rows.flatMap(({ label, text }): Run[] => {
    const item = elementOf(list, 'LI')
    const named = { ...plain(size, elementOf(item, 'Lbl'), label), font: 'bold' } as const
    return [
      { ...named, gap: alone ? 1 : 0, newLine: !alone, sticky: true },
      { ...plain(size, elementOf(item, 'LBody'), text), gap: 0.5 },
    ]
  })
  const head = { ...heading(elementOf(record, 'H2'), part.label, size), sticky: true }
  const lines = linesOf(setting, [head, ...runs], GAP)
  return alone ? lines : lines.map((line, at) => (at === 0 ? { ...line, keep: true } : line))
}

function files(setting: Setting, record: Element, part: PartOf<'files'>): Piece[] {
  if (part.files.length === 0) return []
  const { text, small } = setting.sizes
  const list = elementOf(record, 'L')
  const runs = part.files.flatMap(({ name, size }): Run[] => {
    const body = elementOf(elementOf(list, 'LI'), 'LBody')
    return [
      { ...plain(text, body, name), newLine: true, sticky: true },
      { ...plain(small, body, size), gap: 0.6, sticky: true },
      { text: '扫码可看', element: null, size: small, font: 'regular', gap: 0.8 },
    ]
  })
  return linesOf(setting, [heading(elementOf(record, 'H2'), part.label, text), ...runs], GAP)
}

function sheet(setting: Setting, record: Element, part: PartOf<'sheet'>): Made {
  const table = tablePieces(setting, record, part)
  if (table === null) return null
  const { text } = setting.sizes
  const said = part.caption.map((one): Run => ({ ...plain(text, elementOf(record, 'P'), one), gap: 1.4 }))
  const title = linesOf(setting, [heading(elementOf(record, 'H2'), part.label, text + 1), ...said], GAP)
  const closing = boxRow(setting, record, part)
  const rows = table.map((piece, at) =>
    at === table.length - 1 && closing.length > 0 ? { ...piece, keep: true } : piece,
  )
  return [...keptWithNext(title).map(piece => ({ ...piece, keep: true })), ...rows, ...closing]
}

function piecesOf(setting: Setting, record: Element, part: Part): Made {
  switch (part.kind) {
    case 'sentence':
      return sentenceBox(setting, record, part)
    case 'paragraphs':
      return paragraphs(setting, record, part)
    case 'facts':
      return facts(setting, record, part)
    case 'sheet':
      return sheet(setting, record, part)
    case 'files':
      return files(setting, record, part)
    case 'chart':
      return []
  }
}

/** Sets a record in reading order, with its words and no others; null if a table does not fit into the width. */
export function recordPieces(setting: Setting, record: Element, document: Document): Made {
  const made = document.map(part => piecesOf(setting, record, part))
  return made.some(pieces => pieces === null) ? null : made.flatMap(pieces => pieces ?? [])
}
