import type { FileContext } from './context'
import { scanText, type Place, type PlacedFinding } from '@server/domain/privacy'
import { DocumentError } from '../documentError'
import { readXmlPieces } from '../archive/xmlEvents'
import { ZipArchive } from '../archive/zipArchive'
import { scanAllParts, type ScanInside } from './allParts'
import { scanGrid } from './grid'
import { joinedFormula } from './joinedFormula'
import { partTree, scanAuthors, scanLooseParts, scanMedia, scanProperties } from './ooxmlParts'
import { columnName, distinct, placed } from './place'
import { SheetReader, type SheetText } from './xlsxSheet'
import { below, first, textBelow, type XmlNode } from '../archive/xmlTree'

interface SheetRef {
  name: string
  part: string
  hidden: boolean
}

/** Returns the part names that a part's relations refer to, by relation id. */
async function targetsOf(zip: ZipArchive, part: string): Promise<Map<string, string>> {
  const cut = part.lastIndexOf('/')
  const folder = part.slice(0, cut)
  const rels = await partTree(zip, `${folder}/_rels/${part.slice(cut + 1)}.rels`)
  const targets = new Map<string, string>()
  for (const { attributes } of rels ? below(rels, 'Relationship') : []) {
    const target = attributes['Target'] ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `${folder}/${target}`
    targets.set(attributes['Id'] ?? '', path.replace(/[^/]+\/\.\.\//g, ''))
  }
  return targets
}

const withoutPhonetics = (node: XmlNode): string =>
  node.children
    .map(child => (typeof child === 'string' ? child : child.name === 'rPh' ? '' : withoutPhonetics(child)))
    .join('')

interface Strings {
  texts: string[]
  /** Readings above the characters 拼音. */
  phonetics: string[]
}

async function sharedStrings(zip: ZipArchive): Promise<Strings> {
  const root = await partTree(zip, 'xl/sharedStrings.xml')
  const items = root ? [...below(root, 'si')] : []
  return {
    texts: items.map(withoutPhonetics),
    phonetics: items.map(item => [...below(item, 'rPh')].map(textBelow).join('')).filter(Boolean),
  }
}

function sheetRefs(workbook: XmlNode, targets: Map<string, string>): SheetRef[] {
  return [...below(workbook, 'sheet')].map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    part: targets.get(attributes['id'] ?? '') ?? '',
    hidden: /hidden/i.test(attributes['state'] ?? ''),
  }))
}

const hiddenPart = (ref: SheetRef, sheet: SheetText, row: number, column: number): string | undefined => {
  const parts = [
    ref.hidden ? '隐藏工作表' : '',
    sheet.hiddenRows.has(row) ? '隐藏行' : '',
    sheet.hiddenColumns.some(([from, to]) => column + 1 >= from && column + 1 <= to) ? '隐藏列' : '',
  ].filter(part => part !== '')
  return parts.length > 0 ? parts.join('、') : undefined
}

function scanSheet(ref: SheetRef, sheet: SheetText, context: FileContext = {}): PlacedFinding[] {
  const placeOf = (index: number, column: number): Place => {
    const row = sheet.numbers[index] ?? index + 1
    const part = hiddenPart(ref, sheet, row, column)
    return { sheet: ref.name, cell: `${columnName(column)}${row}`, ...(part ? { part } : {}) }
  }
  const around = sheet.extras.flatMap(({ part, text }) =>
    scanText(text, context).map(finding => placed(finding, { sheet: ref.name, part })),
  )
  return [...scanGrid(sheet.rows, placeOf, context), ...around, ...scanFormulas(ref, sheet, context)]
}

/** Scans what formulas join from several cells: a program that opens the file computes it. */
function scanFormulas(ref: SheetRef, sheet: SheetText, context: FileContext = {}): PlacedFinding[] {
  const rows = new Map(sheet.numbers.map((number, index) => [number, sheet.rows[index] ?? []]))
  const joined = sheet.formulas.map(formula =>
    joinedFormula(formula, (row, column) => rows.get(row)?.[column] ?? ''),
  )
  return scanText(joined.filter(Boolean).join('\n\n\n\n'), context)
    .filter(({ severity }) => severity === 'block')
    .map(finding => placed(finding, { sheet: ref.name, part: '公式' }))
}

const SHEET_PART = /^xl\/(?:work|chart|dialog|macro)sheets\/[^/]+\.xml$/i

/** Returns sheets that the workbook does not list: they are in the file all the same. */
const unlisted = (zip: ZipArchive, refs: readonly SheetRef[]): SheetRef[] =>
  zip
    .names()
    .filter(name => SHEET_PART.test(name) && !refs.some(({ part }) => part === name))
    .map(part => ({ name: '', part, hidden: true }))

/** Scans comments and threaded comments, with their cell. */
async function scanComments(
  zip: ZipArchive,
  ref: SheetRef,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const targets = [...(await targetsOf(zip, ref.part)).values()]
  const findings: PlacedFinding[] = []
  for (const part of targets.filter(target => /comments?[^/]*\.xml$/i.test(target))) {
    const root = await partTree(zip, part)
    if (!root) continue
    const notes = [...below(root, 'comment'), ...below(root, 'threadedComment')].flatMap(note => {
      const place = { sheet: ref.name, cell: note.attributes['ref'] ?? '', part: '批注' }
      return scanText(textBelow(note), context).map(finding => placed(finding, place))
    })
    findings.push(...notes, ...scanAuthors(root, '批注', context))
  }
  return findings
}

function scanDefinedNames(workbook: XmlNode, context: FileContext = {}): PlacedFinding[] {
  return [...below(workbook, 'definedName')].flatMap(node => {
    const name = node.attributes['name'] ?? ''
    const words = [
      name,
      textBelow(node),
      node.attributes['comment'] ?? '',
      node.attributes['description'] ?? '',
    ]
    return words.flatMap(text =>
      scanText(text, context).map(finding => placed(finding, { part: `定义的名称 ${name}` })),
    )
  })
}

const KNOWN =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/(?:workbook|sharedStrings|styles|calcChain|metadata)\.xml|xl\/_rels\/workbook|xl\/theme\/|xl\/worksheets\/[^/]+\.xml|xl\/(?:threadedC|c)omments?)/i

/** Scans a workbook: every sheet, hidden ones too, comments, names, headers, drawings, caches and properties. */
export async function scanXlsx(
  bytes: Buffer,
  scanInside: ScanInside,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const zip = await ZipArchive.open(bytes)
  const workbook = await partTree(zip, 'xl/workbook.xml')
  if (!workbook || !first(workbook, 'sheets')) {
    throw new DocumentError('unreadable', '文件内容不是 Excel 工作簿，可能改过后缀名或已损坏')
  }
  const strings = await sharedStrings(zip)
  const findings: PlacedFinding[] = []
  const listed = sheetRefs(workbook, await targetsOf(zip, 'xl/workbook.xml'))
  for (const ref of [...listed, ...unlisted(zip, listed)]) {
    const reader = new SheetReader(strings.texts)
    await readXmlPieces(zip.pieces(ref.part), reader)
    const inName = scanText(ref.name, context).map(finding =>
      placed(finding, { sheet: ref.name, part: '工作表名' }),
    )
    findings.push(
      ...inName,
      ...scanSheet(ref, reader.sheet, context),
      ...(await scanComments(zip, ref, context)),
    )
  }
  const others = zip.names().filter(name => /\.(?:xml|rels|vml)$/i.test(name) && !KNOWN.test(name))
  findings.push(
    ...unusedStrings(strings.texts, findings, context),
    ...scanPhonetics(strings, context),
    ...scanDefinedNames(workbook, context),
  )
  findings.push(
    ...(await scanProperties(zip, context)),
    ...(await scanLooseParts(zip, others, context)),
    ...(await scanMedia(zip, context)),
  )
  return distinct([...findings, ...(await scanAllParts(zip, findings, scanInside, context))])
}

const scanPhonetics = ({ phonetics }: Strings, context: FileContext = {}): PlacedFinding[] =>
  scanText(phonetics.join('\n\n\n\n'), context).map(finding => placed(finding, { part: '拼音' }))

/** Scans texts left in the string table 共享字符串 after their cell was deleted. */
function unusedStrings(
  strings: readonly string[],
  found: readonly PlacedFinding[],
  context: FileContext = {},
): PlacedFinding[] {
  const told = new Set(found.map(({ text }) => text))
  return scanText(strings.join('\n\n'), context)
    .filter(({ severity, text }) => severity === 'block' && !told.has(text))
    .map(finding => placed(finding, { part: '共享字符串（单元格已删，文字还在文件里）' }))
}
