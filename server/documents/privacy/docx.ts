import type { FileContext } from './context'
import { scanText, type PlacedFinding } from '@server/domain/privacy'
import { DocumentError } from '../documentError'
import { ZipArchive } from '../archive/zipArchive'
import { scanAllParts, type ScanInside } from './allParts'
import { scanGrid } from './grid'
import { partTree, scanAuthors, scanLooseParts, scanMedia, scanProperties } from './ooxmlParts'
import { cellName, distinct, LineIndex, placed } from './place'
import { below, childrenOf, type XmlNode } from '../archive/xmlTree'

/** Two readings of tracked changes 修订: as accepted, or only the deleted text. */
type Reading = 'kept' | 'deleted'

const BREAKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** Returns the words of a paragraph; skips the fallback copy of a text box. */
function wordsOf(node: XmlNode, reading: Reading): string {
  return childrenOf(node)
    .map(child => {
      if (child.name === 'Fallback' || child.name === 'tbl') return ''
      if (child.name === 't') return reading === 'kept' ? plainText(child) : ''
      if (child.name === 'sym') return symbolOf(child)
      if (child.name === 'delText') return reading === 'deleted' ? plainText(child) : ''
      if (child.name === 'p') return `\n${wordsOf(child, reading)}`
      return BREAKS[child.name] ?? wordsOf(child, reading)
    })
    .join('')
}

/** Returns the character of a symbol font, in its private code. */
function symbolOf({ attributes }: XmlNode): string {
  const code = Number.parseInt(attributes['char'] ?? '', 16)
  return code > 0 && code <= 0xffff ? String.fromCharCode(code < 0x100 ? 0xf000 + code : code) : ''
}

/** Returns the readings above the characters 拼音 and the characters below them, each by itself. */
const rubyLines = (root: XmlNode): string[] =>
  ['rt', 'rubyBase'].map(name => [...below(root, name)].map(node => wordsOf(node, 'kept')).join(''))

const plainText = (node: XmlNode): string => node.children.filter(child => typeof child === 'string').join('')

/** Returns the paragraphs outside tables, one per line. */
function paragraphsOf(node: XmlNode, reading: Reading): string[] {
  return childrenOf(node).flatMap(child => {
    if (child.name === 'tbl' || child.name === 'Fallback') return []
    return child.name === 'p' ? [wordsOf(child, reading)] : paragraphsOf(child, reading)
  })
}

const cellText = (cell: XmlNode): string => paragraphsOf(cell, 'kept').join('\n')

/** Returns every table, including nested ones, as rows of cells. */
const tablesOf = (root: XmlNode): string[][][] =>
  [...below(root, 'tbl')].map(table => rowsOf(table).map(row => cellsOf(row).map(cellText)))

const rowsOf = (node: XmlNode): XmlNode[] =>
  childrenOf(node).flatMap(child =>
    child.name === 'tr' ? [child] : child.name === 'tc' ? [] : rowsOf(child),
  )
const cellsOf = (node: XmlNode): XmlNode[] =>
  childrenOf(node).flatMap(child =>
    child.name === 'tc' ? [child] : child.name === 'tbl' ? [] : cellsOf(child),
  )

function scanLines(lines: readonly string[], part: string, context: FileContext = {}): PlacedFinding[] {
  const text = lines.join('\n')
  const index = new LineIndex(text)
  return scanText(text, context).map(finding => placed(finding, { part, line: index.at(finding.start).line }))
}

function scanPart(root: XmlNode, part: string, context: FileContext = {}): PlacedFinding[] {
  const tables = tablesOf(root).flatMap((rows, number) =>
    scanGrid(
      rows,
      (row, column) => ({ part: `${part} 表格 ${number + 1}`, cell: cellName(row, column) }),
      context,
    ),
  )
  const codes = [...below(root, 'instrText')].map(plainText).join('\n')
  return [
    ...scanLines(paragraphsOf(root, 'kept'), part, context),
    ...tables,
    ...scanLines(
      [...below(root, 'p')].map(p => wordsOf(p, 'deleted')).filter(Boolean),
      `${part} 修订中删除的文字`,
      context,
    ),
    ...scanLines([codes.replace(/mailto:/gi, ' ')], `${part} 域代码`, context),
    ...scanLines(rubyLines(root), `${part} 拼音`, context),
    ...pictureWords(root, part, context),
  ]
}

/** Scans names and alternative texts of pictures and controls. */
const pictureWords = (root: XmlNode, part: string, context: FileContext = {}): PlacedFinding[] =>
  [...below(root, 'docPr')].flatMap(({ attributes }) =>
    scanLines([attributes['descr'] ?? '', attributes['title'] ?? ''], `${part} 图片说明`, context),
  )

const PARTS: readonly [RegExp, string][] = [
  [/^word\/document\d*\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/comments\.xml$/, '批注'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
]
const SILENT =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/(?:styles|settings|fontTable|webSettings|numbering|theme\/|stylesWithEffects))/i

/** Scans a text document: body, tables, comments, notes, headers, tracked changes, fields, pictures, properties. */
export async function scanDocx(
  bytes: Buffer,
  scanInside: ScanInside,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const zip = await ZipArchive.open(bytes)
  if (!zip.has('word/document.xml')) {
    throw new DocumentError('unreadable', '文件内容不是 Word 文档，可能改过后缀名或已损坏')
  }
  const findings: PlacedFinding[] = []
  const loose: string[] = []
  for (const name of zip.names().filter(part => /\.(?:xml|rels)$/i.test(part) && !SILENT.test(part))) {
    const title = PARTS.find(([pattern]) => pattern.test(name))?.[1]
    const root = title ? await partTree(zip, name) : null
    if (!root || !title) loose.push(name)
    else findings.push(...scanPart(root, title, context), ...scanAuthors(root, title, context))
  }
  findings.push(
    ...(await scanLooseParts(zip, loose, context)),
    ...(await scanProperties(zip, context)),
    ...(await scanMedia(zip, context)),
  )
  return distinct([...findings, ...(await scanAllParts(zip, findings, scanInside, context))])
}
