import type { FileContext } from './context'
import { maskValue, scanText, type PlacedFinding } from '@server/domain/privacy'
import { readExif } from './pictures/exif'
import { scanProperty } from './ooxmlParts'
import { pdfObjects, pdfStrings } from '../pdf/pdfObjects'
import { NOT_READ, scanPdfPictures } from './pictures/pdfPictures'
import { readPdf, type PdfContent, type PdfItem } from '../pdf/readPdf'
import { distinct, fileNote, placed } from './place'
import { scanPlainText } from './plainText'

/** Gaps relative to the letter height: below it the pieces touch, above it a new cell begins. */
const TOUCHING = 0.3
const NEW_CELL = 1.2
const FEWEST_LETTERS = 10
const NO_TEXT = '这一页没有可检查的文字，可能是扫描件'

const gapBetween = (before: PdfItem, item: PdfItem): string => {
  const size = Math.max(before.height, item.height, 1)
  const gap = (item.x - before.x - before.width) / size
  if (gap > NEW_CELL) return '\t'
  return gap > TOUCHING ? ' ' : ''
}

/** Joins pieces of equal height into lines, whatever their order in the file. */
function pageLines(items: readonly PdfItem[]): string[] {
  const lines: PdfItem[][] = []
  for (const item of items.filter(({ text }) => text.trim() !== '')) {
    const size = Math.max(item.height, 1)
    const line = lines.slice(-60).find(([head]) => head && Math.abs(head.y - item.y) < size / 2)
    if (line) line.push(item)
    else lines.push([item])
  }
  lines.sort((a, b) => (b[0]?.y ?? 0) - (a[0]?.y ?? 0))
  return lines.map(line => {
    const ordered = [...line].sort((a, b) => a.x - b.x)
    return ordered
      .map((item, index) => {
        const before = ordered[index - 1]
        return (before ? gapBetween(before, item) : '') + item.text
      })
      .join('')
  })
}

const DIGITS = /^[\d ]{3,18}$/
const DIGITS_ON = /^[\d ]{1,17}[xX]?$/
const FARTHEST_LINE = 2.2

/** Scans numbers wrapped inside a narrow column: the rest is below, after other cells in reading order. */
function scanWraps(items: readonly PdfItem[], page: number, context: FileContext = {}): PlacedFinding[] {
  const heads = items.filter(({ text }) => DIGITS.test(text.trim()))
  return heads.flatMap(head => {
    const size = Math.max(head.height, 1)
    const below = items.filter(
      ({ x, y, text }) =>
        Math.abs(x - head.x) < size &&
        head.y - y > size / 2 &&
        head.y - y < size * FARTHEST_LINE &&
        DIGITS_ON.test(text.trim()),
    )
    return below.flatMap(rest =>
      scanText(`${head.text.trim()}\n${rest.text.trim()}`, context)
        .filter(
          ({ kind, severity, text }) => severity === 'block' && kind !== 'mobile' && text.includes('\n'),
        )
        .map(finding => placed(finding, { page })),
    )
  })
}

function scanPages({ pages, total }: PdfContent, context: FileContext = {}): PlacedFinding[] {
  const findings = pages.flatMap(({ items, notes }, index) => {
    const page = index + 1
    const lines = pageLines(items)
    const letters = lines.join('').replace(/\s/g, '').length
    const scan = letters < FEWEST_LETTERS ? [fileNote(NO_TEXT, { page })] : []
    const inNotes = notes.flatMap(note =>
      scanText(note.replace(/^(?:mailto|tel):/i, ''), context).map(finding =>
        placed(finding, { page, part: '批注或表单' }),
      ),
    )
    const read = scanPlainText(lines.join('\n'), { page }, context)
    const told = new Set(read.map(({ text }) => text))
    const wrapped = scanWraps(items, page, context).filter(({ text }) => !told.has(text))
    return [...read, ...wrapped, ...scan, ...inNotes]
  })
  const unread =
    total > pages.length
      ? [fileNote(`第 ${pages.length + 1} 页以后没有检查`, { page: pages.length + 1 })]
      : []
  return [...findings, ...unread]
}

function scanAbout({ info, xmp, titles }: PdfContent, context: FileContext = {}): PlacedFinding[] {
  const properties = Object.entries(info)
    .filter(([name]) => !/Date$|^(?:Producer|PDFFormatVersion|IsAcro|IsXFA|EncryptFilterName)/.test(name))
    .flatMap(([name, value]) => scanProperty(name, value, { part: `文档属性 ${name}` }, context))
  const packet = xmp.replace(/<[^>]{0,400}>/g, '\n\n')
  const inXmp = scanText(packet, context).map(finding => placed(finding, { part: '文档属性 XMP' }))
  const told = new Set(properties.map(({ kind, text }) => `${kind} ${text}`))
  return [
    ...properties,
    ...inXmp.filter(({ kind, text }) => !told.has(`${kind} ${text}`)),
    ...scanText(titles.join('\n\n'), context).map(finding => placed(finding, { part: '书签' })),
  ]
}

const hasPictures = (bytes: Buffer): boolean => /\/Subtype\s{0,4}\/Image/.test(bytes.toString('latin1'))

/** Reports pictures in the file once, with their EXIF location. */
function scanPictures(bytes: Buffer): PlacedFinding[] {
  if (!hasPictures(bytes)) return []
  const gps = readExif(bytes)?.gps
  const text = gps ? `${gps.latitude.toFixed(6)},${gps.longitude.toFixed(6)}` : ''
  const place = { part: '内嵌图片' }
  return [
    fileNote('内嵌图片，可能有人像、签名或证件', place),
    ...(gps
      ? [{ kind: 'gps' as const, text, place, severity: 'review' as const, mask: maskValue('gps', text) }]
      : []),
  ]
}

const END = '%%EOF'
const MOST_REVISIONS = 5

/** Returns the earlier states of a file: each save appends to it and leaves what was there. */
function revisionsOf(bytes: Buffer): Buffer[] {
  const revisions: Buffer[] = []
  let end = bytes.indexOf(END)
  while (end >= 0 && revisions.length < MOST_REVISIONS) {
    const next = bytes.indexOf(END, end + END.length)
    if (next >= 0) revisions.push(bytes.subarray(0, end + END.length))
    end = next
  }
  return revisions
}

const inPart = (text: string, part: string, context: FileContext = {}): PlacedFinding[] =>
  scanText(text, context)
    .filter(({ severity }) => severity === 'block')
    .map(finding => placed(finding, { part }))

async function scanRevisions(bytes: Buffer, context: FileContext = {}): Promise<PlacedFinding[]> {
  const findings: PlacedFinding[] = []
  for (const revision of revisionsOf(bytes)) {
    const earlier = await readPdf(revision).catch(() => null)
    const blocked = earlier ? scanPages(earlier, context).filter(({ severity }) => severity === 'block') : []
    findings.push(
      ...blocked.map(finding => ({ ...finding, place: { ...finding.place, part: '以前保存的内容' } })),
    )
  }
  return findings
}

/** Kinds that a check digit proves: the strings of a page are joined without regard to their places. */
const PROVED = new Set(['resident-id', 'disability-card'])
const READABLE = /^[\t\n\r\x20-\x7e\x80-\xff]*$/

/** Scans the objects that no page shows: earlier ones, unused ones, properties of any kind. */
function scanObjects(bytes: Buffer, context: FileContext = {}): PlacedFinding[] {
  const { text, streams, whole } = pdfObjects(bytes)
  const part = '文件内部'
  return [
    ...inPart(pdfStrings(text).join('\n\n\n\n'), part, context),
    ...streams.flatMap(stream => {
      const latin = stream.toString('latin1')
      const words = /^\s*<[?x]/.test(latin)
        ? stream.toString('utf8').replace(/<[^>]{0,400}>/g, '\n\n\n\n')
        : ''
      const strings = pdfStrings(latin).join('')
      const drawn = READABLE.test(strings) ? inPart(strings, part, context) : []
      return [...inPart(words, part, context), ...drawn.filter(({ kind }) => PROVED.has(kind))]
    }),
    ...(whole ? [] : [fileNote('文件里有一部分内容没有检查', { part })]),
  ]
}

/** Scans a PDF: texts, notes, form fields, bookmarks, properties, pictures; `scanFile` scans attached files. */
export async function scanPdf(
  bytes: Buffer,
  scanFile: (name: string, bytes: Buffer) => Promise<PlacedFinding[]>,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const content = await readPdf(bytes)
  const attached: PlacedFinding[] = []
  for (const { name, bytes: inside } of content.attachments) {
    const findings = await scanFile(name, Buffer.from(inside)).catch(() => [
      fileNote('附加的文件打不开，没有检查', { part: '' }),
    ])
    attached.push(
      ...findings.map(finding => ({ ...finding, place: { ...finding.place, part: `附件 ${name}` } })),
    )
  }
  const inPictures = hasPictures(bytes) ? await scanPdfPictures(bytes, context) : NOT_READ
  const shown = [
    ...scanPages(content, context).filter(
      ({ text, place }) => text !== NO_TEXT || !inPictures.pages.has(place.page ?? 0),
    ),
    ...scanAbout(content, context),
    ...scanPictures(bytes),
    ...inPictures.findings,
    ...attached,
  ]
  const told = new Set(shown.map(({ text }) => text.replace(/\s/g, '')))
  const hidden = [...(await scanRevisions(bytes, context)), ...scanObjects(bytes, context)]
  return distinct([
    ...shown,
    ...hidden.filter(({ text, kind }) => kind === 'file-metadata' || !told.has(text.replace(/\s/g, ''))),
  ])
}
