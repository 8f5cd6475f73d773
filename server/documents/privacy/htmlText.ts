import { HTMLElement, NodeType, parse, type Node } from 'node-html-parser'
import { scanText, type PlacedFinding } from '@shared/domain/privacy'
import { scanGrid } from './grid'
import { cellName, distinct, LineIndex, placed } from './place'

const BLOCKS =
  /^(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|footer|form|h[1-6]|head|header|hr|html|legend|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)$/i
const SILENT = /^(?:script|style|noscript|template)$/i

const isElement = (node: Node): node is HTMLElement => node instanceof HTMLElement
const tagOf = (node: HTMLElement): string => (node.rawTagName ?? '').toLowerCase()

interface Piece {
  text: string
  /** Offset of the piece in the source. */
  at: number
}

/** Text that a reader sees: inline tags join, block tags break lines. Tables are left to the grid. */
function shownText(node: Node, pieces: Piece[]): void {
  const [from = 0, to = 0] = node.range ?? []
  if (node.nodeType === NodeType.TEXT_NODE) {
    pieces.push({ text: node.text.replace(/[ \t\r\n]+/g, ' '), at: from })
    return
  }
  const tag = isElement(node) ? tagOf(node) : 'table'
  if (SILENT.test(tag) || tag === 'table') return
  const border = BLOCKS.test(tag) ? '\n' : ''
  pieces.push({ text: border, at: from })
  for (const child of node.childNodes) shownText(child, pieces)
  pieces.push({ text: border, at: to })
}

function scanShown(root: HTMLElement, lines: LineIndex, today?: string): PlacedFinding[] {
  const pieces: Piece[] = []
  for (const child of root.childNodes) shownText(child, pieces)
  const text = pieces.map(piece => piece.text).join('')
  const origin = new Uint32Array(text.length + 1)
  let at = 0
  for (const piece of pieces) {
    origin.fill(piece.at, at, at + piece.text.length)
    at += piece.text.length
  }
  return scanText(text, { today }).map(finding =>
    placed(finding, { line: lines.at(origin[finding.start] ?? 0).line }),
  )
}

const cellWords = (cell: HTMLElement): string => {
  const pieces: Piece[] = []
  for (const child of cell.childNodes) shownText(child, pieces)
  return pieces
    .map(piece => piece.text)
    .join('')
    .trim()
}

/** Rows of a table without those of the tables inside it; a spanning cell leaves blanks behind it. */
function rowsOf(table: HTMLElement): { cells: string[]; line: number }[] {
  return table.querySelectorAll('tr').flatMap(row => {
    if (row.closest('table') !== table) return []
    const cells = row.childNodes.filter(isElement).filter(node => /^t[dh]$/.test(tagOf(node)))
    const words = cells.flatMap(cell => {
      const span = Math.min(50, Number(cell.getAttribute('colspan')) || 1)
      return [cellWords(cell), ...Array<string>(span - 1).fill('')]
    })
    return [{ cells: words, line: row.range?.[0] ?? 0 }]
  })
}

const scanTables = (root: HTMLElement, lines: LineIndex, today?: string): PlacedFinding[] =>
  root.querySelectorAll('table').flatMap((table, number) => {
    const rows = rowsOf(table)
    return scanGrid(
      rows.map(({ cells }) => cells),
      (row, column) => ({
        line: lines.at(rows[row]?.line ?? 0).line,
        part: `表格 ${number + 1}`,
        cell: cellName(row, column),
      }),
      today,
    )
  })

const SKIPPED =
  /^(?:class|style|id|href|src|d|viewbox|points|integrity|width|height|colspan|rowspan|type|rel|charset|srcset|on\w+)$/i
const LINK = /^(?:mailto|tel|sms):/i

/** Values in attributes: hidden fields, alternative texts, data-…, mail and telephone links. */
function scanAttributes(root: HTMLElement, lines: LineIndex, today?: string): PlacedFinding[] {
  return root.querySelectorAll('*').flatMap(node => {
    const line = lines.at(node.range?.[0] ?? 0).line
    const label = node.getAttribute('name') ?? node.getAttribute('placeholder') ?? undefined
    return Object.entries(node.attributes).flatMap(([name, value]) => {
      if (SKIPPED.test(name) && !LINK.test(value)) return scanLink(value, line, name, today)
      const own = name === 'value' || name === 'content' ? label : name.replace(/^data-/, '')
      const words = value.replace(LINK, '')
      return scanText(words, { label: own, today }).map(finding =>
        placed(finding, { line, part: `属性 ${name}` }),
      )
    })
  })
}

/** Query parameters of links can carry numbers; digits inside a path or file name are none of a person. */
function scanLink(value: string, line: number, name: string, today?: string): PlacedFinding[] {
  if (!/^(?:href|src)$/i.test(name)) return []
  const query = value.split('?')[1] ?? ''
  return query
    .split('&')
    .flatMap(pair => {
      const [key = '', words = ''] = pair.split('=')
      return scanText(words, { label: key, today })
    })
    .map(finding => placed(finding, { line, part: `属性 ${name}` }))
}

/** Text between comment marks and inside scripts, where data is often left. */
function scanHidden(source: string, lines: LineIndex, today?: string): PlacedFinding[] {
  const parts: { from: string; to: string; part: string }[] = [
    { from: '<!--', to: '-->', part: '注释' },
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
        ...scanText(inside, { today })
          .filter(({ kind, severity }) => severity === 'block' || part === '注释' || kind === 'email')
          .map(finding => placed(finding, { ...lines.at(at + from.length + finding.start), part })),
      )
      at = lower.indexOf(from, end + 1)
    }
    return findings
  })
}

/** Scans a web page: shown text, tables by column, attributes, comments and scripts. */
export function scanHtml(source: string, today?: string): PlacedFinding[] {
  const lines = new LineIndex(source)
  const root = parse(source, {
    comment: false,
    blockTextElements: { script: false, style: false, noscript: true, pre: true },
  })
  return distinct([
    ...scanShown(root, lines, today),
    ...scanTables(root, lines, today),
    ...scanAttributes(root, lines, today),
    ...scanHidden(source, lines, today),
  ])
}
