import type { FileContext } from './context'
import { parseFragment } from 'parse5'
import { scanText, type PlacedFinding } from '@server/domain/privacy'
import { parseHtml } from '../html/parse'
import {
  attribute,
  cellsOf,
  childrenOf,
  isElement,
  isText,
  rowsOf,
  spanOf,
  type Element,
  type Node,
  type TextNode,
} from '../html/tree'
import { scanGrid } from './grid'
import { cellName, distinct, LineIndex, placed } from './place'

const BLOCKS =
  /^(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|footer|form|h[1-6]|head|header|hr|html|legend|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)$/i
const SILENT = /^(?:script|style|noscript|template)$/i

const MAX_COLUMN_SPAN = 50

const startOf = (node: Node): number => node.sourceCodeLocation?.startOffset ?? 0
const endOf = (node: Node): number => node.sourceCodeLocation?.endOffset ?? startOf(node)

interface Piece {
  text: string
  /** Offset of the piece in the source. */
  at: number
}

const STRAY = /<\/?(?:t[drh]|tbody|thead|tfoot|caption|col|colgroup|body|head|html)\b[^>]*>/gi

const wordsOf = (node: Node): string => (isText(node) ? node.value : childrenOf(node).map(wordsOf).join(''))

/** Separates cell texts that the parser joined, because it drops table tags outside a table. */
function textPieces(node: TextNode, source: string): string {
  const written = source.slice(startOf(node), endOf(node))
  const parts = written.split(STRAY)
  const text = parts.length < 2 ? node.value : parts.map(part => wordsOf(parseFragment(part))).join('\n')
  return parts.length < 2 ? text.replace(/[ \t\r\n]+/g, ' ') : text.replace(/[ \t\r]+/g, ' ')
}

/** Collects the displayed text: inline tags join, block tags break lines. Tables are scanned as grids. */
function shownText(node: Node, pieces: Piece[], source: string): void {
  if (isText(node)) {
    pieces.push({ text: textPieces(node, source), at: startOf(node) })
    return
  }
  const tag = isElement(node) ? node.tagName : ''
  if (SILENT.test(tag) || tag === 'table') return
  const border = BLOCKS.test(tag) ? '\n' : ''
  pieces.push({ text: border, at: startOf(node) })
  for (const child of childrenOf(node)) shownText(child, pieces, source)
  pieces.push({ text: border, at: endOf(node) })
}

/** A page split into its elements and texts. */
interface Page {
  source: string
  root: Node
  /** All elements in source order, including those inside templates. */
  elements: Element[]
  lines: LineIndex
  context: FileContext
}

function scanShown({ source, root, lines, context }: Page): PlacedFinding[] {
  const pieces: Piece[] = []
  shownText(root, pieces, source)
  const text = pieces.map(piece => piece.text).join('')
  const origin = new Uint32Array(text.length + 1)
  let at = 0
  for (const piece of pieces) {
    origin.fill(piece.at, at, at + piece.text.length)
    at += piece.text.length
  }
  return scanText(text, context).map(finding =>
    placed(finding, { line: lines.at(origin[finding.start] ?? 0).line }),
  )
}

const cellWords = (cell: Element, source: string): string => {
  const pieces: Piece[] = []
  for (const child of childrenOf(cell)) shownText(child, pieces, source)
  return pieces
    .map(piece => piece.text)
    .join('')
    .trim()
}

/** Returns a row's cells; a spanning cell is followed by blanks. */
const rowWords = (row: Element, source: string): string[] =>
  cellsOf(row).flatMap(cell => [
    cellWords(cell, source),
    ...Array<string>(spanOf(cell, 'colspan', MAX_COLUMN_SPAN) - 1).fill(''),
  ])

const scanTables = ({ source, elements, lines, context }: Page): PlacedFinding[] =>
  elements
    .filter(({ tagName }) => tagName === 'table')
    .flatMap((table, number) => {
      const rows = rowsOf(table)
      return scanGrid(
        rows.map(row => rowWords(row, source)),
        (row, column) => ({
          line: lines.at(rows[row] ? startOf(rows[row]) : 0).line,
          part: `表格 ${number + 1}`,
          cell: cellName(row, column),
        }),
        context,
      )
    })

const SKIPPED =
  /^(?:class|style|id|href|src|d|viewbox|points|integrity|width|height|colspan|rowspan|type|rel|charset|srcset|on\w+)$/i
const LINK = /^(?:mailto|tel|sms):/i

/** Scans the readings above the characters 拼音, which other characters separate in the text. */
const scanRuby = ({ elements, context }: Page): PlacedFinding[] =>
  scanText(
    elements
      .filter(({ tagName }) => tagName === 'rt')
      .map(wordsOf)
      .join(''),
    context,
  )
    .filter(({ severity }) => severity === 'block')
    .map(finding => placed(finding, { part: '拼音' }))

/** Scans attribute values: hidden fields, alternative texts, data-…, mail and telephone links. */
const scanAttributes = ({ elements, lines, context }: Page): PlacedFinding[] =>
  elements.flatMap(node => {
    const { line } = lines.at(startOf(node))
    const label = attribute(node, 'name') ?? attribute(node, 'placeholder')
    return node.attrs.flatMap(({ name, value }) => {
      if (SKIPPED.test(name) && !LINK.test(value)) return scanLink(value, line, name, context)
      const own = name === 'value' || name === 'content' ? label : name.replace(/^data-/, '')
      const words = value.replace(LINK, '')
      return scanText(words, { ...context, label: own }).map(finding =>
        placed(finding, { line, part: `属性 ${name}` }),
      )
    })
  })

/** Scans the query parameters of links for numbers; digits in a path or file name are not personal. */
function scanLink(value: string, line: number, name: string, context: FileContext = {}): PlacedFinding[] {
  if (!/^(?:href|src)$/i.test(name)) return []
  const query = value.split('?')[1] ?? ''
  return query
    .split('&')
    .flatMap(pair => {
      const [key = '', words = ''] = pair.split('=')
      return scanText(words, { ...context, label: key })
    })
    .map(finding => placed(finding, { line, part: `属性 ${name}` }))
}

/** Parts that people write; all others are program code. */
const WRITTEN = new Set(['注释', 'CDATA'])

/** Scans comments, CDATA and scripts, where data is often left behind. */
function scanHidden({ source, lines, context }: Page): PlacedFinding[] {
  const parts: { from: string; to: string; part: string }[] = [
    { from: '<!--', to: '-->', part: '注释' },
    { from: '<![cdata[', to: ']]>', part: 'CDATA' },
    { from: '<script', to: '</script', part: '脚本' },
    { from: '<template', to: '</template', part: '模板' },
    { from: '<noscript', to: '</noscript', part: 'noscript' },
  ]
  const lower = source.toLowerCase()
  return parts.flatMap(({ from, to, part }) => {
    const findings: PlacedFinding[] = []
    for (let at = lower.indexOf(from); at >= 0;) {
      const close = lower.indexOf(to, at + from.length)
      const end = close < 0 ? source.length : close
      const inside = source.slice(at + from.length, end)
      findings.push(
        ...scanText(inside, context)
          .filter(({ kind, severity }) => severity === 'block' || WRITTEN.has(part) || kind === 'email')
          .map(finding => placed(finding, { ...lines.at(at + from.length + finding.start), part })),
      )
      at = lower.indexOf(from, end + 1)
    }
    return findings
  })
}

/** A self-closed element would swallow the rest of the page as its text, so it is renamed. */
const SELF_CLOSED =
  /<(script|style|title|textarea|iframe|noscript|template|noembed|noframes|xmp)(?=[\s/][^<>]*\/>|\/>)/gi

function elementsOf(node: Node): Element[] {
  const elements: Element[] = []
  const visit = (at: Node): void => {
    if (isElement(at)) elements.push(at)
    childrenOf('content' in at ? at.content : at).forEach(visit)
  }
  visit(node)
  return elements
}

/** Scans a web page: displayed text, tables by column, attributes, comments and scripts. */
export function scanHtml(source: string, context: FileContext = {}): PlacedFinding[] {
  const root = parseHtml(source.replace(SELF_CLOSED, (_, name: string) => `<${'x'.repeat(name.length)}`))
  const page: Page = { source, root, elements: elementsOf(root), lines: new LineIndex(source), context }
  return distinct([
    ...scanShown(page),
    ...scanTables(page),
    ...scanRuby(page),
    ...scanAttributes(page),
    ...scanHidden(page),
  ])
}
