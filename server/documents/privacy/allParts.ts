import type { FileContext } from './context'
import { scanText, type PlacedFinding } from '@server/domain/privacy'
import type { XmlNode } from '../archive/xmlTree'
import type { ZipArchive } from '../archive/zipArchive'
import { imageKindOf } from './pictures/image'
import { partTree } from './ooxmlParts'
import { fileNote, placed } from './place'

/** Scans a file inside another one, of any kind. */
export type ScanInside = (name: string, bytes: Buffer) => Promise<PlacedFinding[]>

const XML = /\.(?:xml|rels|vml|svg)$/i
const SILENT_BINARY = /\.(?:odttf|ttf|fntdata)$|printerSettings/i
/** Attributes with numbers that programs write: identifiers, lengths, hashes. */
const MACHINE =
  /^(?:id|uid|rsid\w*|paraId|textId|durableId|hash|salt\w*|\w*hashValue|guid|x|y|cx|cy|w|h|r|s|d|ref|spid|o:spid|editId|anchorId|uri|val64)$/i
const FEWEST_DIGITS = 11

/** Quotes, escapes and sections of a number format `"张三"0;@`. */
const plainFormat = (value: string): string => value.replace(/["\\]/g, '').replace(/_.|\*./g, ' ')

/** Returns every attribute value of a tree that is long enough for a number. */
function valuesOf(root: XmlNode): string[] {
  const values = new Set<string>()
  const visit = (node: XmlNode): void => {
    for (const [name, value] of Object.entries(node.attributes)) {
      if (value.length >= FEWEST_DIGITS && !MACHINE.test(name)) {
        values.add(name === 'formatCode' ? plainFormat(value) : value)
      }
    }
    for (const child of node.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return [...values]
}

const textsOf = (node: XmlNode): string =>
  node.children.map(child => (typeof child === 'string' ? child : `${textsOf(child)}\n`)).join('')

/** Returns the numbers in every attribute and text of an XML part, whatever its elements mean. */
async function numbersInXml(
  zip: ZipArchive,
  name: string,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const root = await partTree(zip, name)
  if (!root) return []
  return [...valuesOf(root), textsOf(root)]
    .flatMap(text => scanText(text, context))
    .filter(({ severity }) => severity === 'block')
    .map(finding => placed(finding, { part: name }))
}

const LEAST_RUN = /[\x20-\x7e]{11,}/g

/** Returns runs of readable characters in a binary file, in one or two bytes each. */
const stringsIn = (bytes: Buffer): string =>
  [bytes.toString('latin1'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')]
    .flatMap(text => text.match(LEAST_RUN) ?? [])
    .join('\n')

async function scanBinary(
  name: string,
  bytes: Buffer,
  scanInside: ScanInside,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const part = { part: name }
  const inside = await scanInside(name, bytes).catch(() => null)
  if (inside) return inside.map(finding => ({ ...finding, place: { ...finding.place, ...part } }))
  const numbers = scanText(stringsIn(bytes), context).filter(({ severity }) => severity === 'block')
  return [fileNote('内嵌文件，里面的内容没有检查', part), ...numbers.map(finding => placed(finding, part))]
}

/**
 * Scans every part of an office file for what the readers of its sheets and paragraphs do not know: numbers in any
 * attribute or text of an XML part, and files of any other kind.
 */
export async function scanAllParts(
  zip: ZipArchive,
  found: readonly PlacedFinding[],
  scanInside: ScanInside,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const told = new Set(found.map(({ text }) => text.replace(/\s/g, '')))
  const findings: PlacedFinding[] = []
  for (const name of zip.names().filter(part => !part.endsWith('/') && !SILENT_BINARY.test(part))) {
    if (XML.test(name)) findings.push(...(await numbersInXml(zip, name, context)))
    else {
      const bytes = await zip.bytes(name)
      if (!imageKindOf(bytes)) findings.push(...(await scanBinary(name, bytes, scanInside, context)))
    }
  }
  return findings.filter(({ text, kind }) => kind === 'file-metadata' || !told.has(text.replace(/\s/g, '')))
}
