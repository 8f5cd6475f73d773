import type { FileContext } from './context'
import { isListedName, scanText, type Place, type PlacedFinding } from '@server/domain/privacy'
import { DocumentError } from '../documentError'
import type { ZipArchive } from '../archive/zipArchive'
import { scanImage } from './pictures/image'
import { scanPictureText } from './pictures/pictureText'
import { distinct, fileNote, placed } from './place'
import { below, parseXml, textBelow, type XmlNode } from '../archive/xmlTree'

/** Returns the tree of a part; null if it is missing or no XML. */
export async function partTree(zip: ZipArchive, name: string): Promise<XmlNode | null> {
  const text = await zip.text(name)
  if (text === undefined) return null
  try {
    return parseXml(text)
  } catch (error) {
    if (error instanceof DocumentError && error.code === 'unreadable') {
      return { name: '', attributes: {}, children: [text] }
    }
    throw error
  }
}

const PEOPLE_FIELDS = new Set(['creator', 'lastModifiedBy', 'manager', 'author', 'Author', 'artist'])
const NO_PERSON =
  /^(?:admin(?:istrator)?|user|users|author|owner|unknown|root|pc|微软用户|用户|管理员|作者|microsoft|windows|wps|office|lenovo|dell|hp|asus|acer|python-docx|openpyxl|exceljs|apache poi|libreoffice)/i

/** Scans one document property 文档属性 by its kind; a person's name in an author field is a name. */
export function scanProperty(
  name: string,
  value: string,
  place: Place,
  context: FileContext = {},
): PlacedFinding[] {
  const found = scanText(value, { ...context, label: name }).map(finding => placed(finding, place))
  const words = value.trim()
  const isPerson = PEOPLE_FIELDS.has(name) && isListedName(words) && !NO_PERSON.test(words)
  if (!isPerson || found.some(({ kind }) => kind === 'person-name')) return found
  return [...found, ...scanText(words, { ...context, label: '姓名' }).map(finding => placed(finding, place))]
}

/** Scans core, extended and custom properties; each leaf is one property. */
export async function scanProperties(zip: ZipArchive, context: FileContext = {}): Promise<PlacedFinding[]> {
  const findings: PlacedFinding[] = []
  for (const name of zip.names().filter(part => /^docProps\/[^/]+\.xml$/.test(part))) {
    const root = await partTree(zip, name)
    for (const { label, text } of root ? leavesOf(root) : []) {
      findings.push(...scanProperty(label, text, { part: `文档属性 ${label}（${name}）` }, context))
    }
  }
  return findings
}

/** Returns text-only elements, named by their `name` attribute or their tag. */
function leavesOf(node: XmlNode): { label: string; text: string }[] {
  return node.children.flatMap(child => {
    if (typeof child === 'string') return []
    const text = textBelow(child).trim()
    if (child.attributes['name'] && text !== '') return [{ label: child.attributes['name'], text }]
    const deeper = leavesOf(child)
    return deeper.length > 0 || text === '' ? deeper : [{ label: child.name, text }]
  })
}

const IMAGE = /\.(?:jpe?g|png|gif|bmp|tiff?|emf|wmf|webp|heic)$/i

/** Scans pictures, which may show a face, a seal or a signature, and contain a location. */
export async function scanMedia(zip: ZipArchive, context: FileContext = {}): Promise<PlacedFinding[]> {
  const findings: PlacedFinding[] = []
  for (const name of zip.names().filter(part => IMAGE.test(part))) {
    const bytes = await zip.bytes(name)
    const about = scanImage(bytes, context).filter(({ kind }) => kind !== 'file-metadata')
    const inside = [...about, ...(await scanPictureText(bytes, context))]
    findings.push(fileNote('内嵌图片，可能有人像、签名或证件', { part: name }))
    findings.push(...inside.map(finding => ({ ...finding, place: { ...finding.place, part: name } })))
  }
  return findings
}

const PARAGRAPHS = new Set(['p', 'si', 'row', 'tr', 'comment', 'item', 's', 'sheetData'])

/** Returns the text of any other part; paragraphs end lines. */
const looseText = (node: XmlNode): string =>
  node.children
    .map(child =>
      typeof child === 'string' ? child : looseText(child) + (PARAGRAPHS.has(child.name) ? '\n' : ''),
    )
    .join('')

/** Attributes with values that a person wrote or that name one. */
const TELLING = [
  'descr',
  'title',
  'author',
  'displayName',
  'userId',
  'name',
  'v',
  'Target',
  'tooltip',
  'formula1',
  'prompt',
  'val',
]

/** Scans texts and personal attributes of unknown parts 其他部件. */
export async function scanLooseParts(
  zip: ZipArchive,
  names: readonly string[],
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const findings: PlacedFinding[] = []
  for (const name of names) {
    const root = await partTree(zip, name)
    if (!root) continue
    const place = { part: name }
    const inText = scanText(looseText(root), context).map(finding => placed(finding, place))
    const values = TELLING.flatMap(attribute => attributeValues(root, attribute))
    const inAttributes = [...new Set(values)].flatMap(value =>
      scanText(value.replace(/^(?:mailto|tel):/i, ''), context).map(finding => placed(finding, place)),
    )
    findings.push(...distinct([...inText, ...inAttributes]))
  }
  return findings
}

function attributeValues(node: XmlNode, attribute: string): string[] {
  const values: string[] = []
  const visit = (at: XmlNode): void => {
    const value = at.attributes[attribute]
    if (value !== undefined && value.length > 3) values.push(value)
    for (const child of at.children) if (typeof child !== 'string') visit(child)
  }
  visit(node)
  return values
}

/** Scans the authors of comments and tracked changes 批注与修订的作者. */
export function scanAuthors(root: XmlNode, part: string, context: FileContext = {}): PlacedFinding[] {
  const authors = new Set([
    ...attributeValues(root, 'author'),
    ...attributeValues(root, 'displayName'),
    ...[...below(root, 'author')].map(textBelow),
  ])
  for (const short of [...below(root, 'ins'), ...below(root, 'del'), ...below(root, 'comment')]) {
    if (short.attributes['author']) authors.add(short.attributes['author'])
  }
  return [...authors].flatMap(author => scanProperty('author', author, { part: `${part} 作者` }, context))
}
