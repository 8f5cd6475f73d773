import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import PDFDocument from 'pdfkit'

/** Real files of every kind, made for the test that reads them. */

export async function makeXlsx(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export const paragraph = (...runs: string[]): string =>
  `<w:p>${runs.map(run => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`

export const deletion = (author: string, text: string): string =>
  `<w:p><w:del w:author="${author}"><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p>`

export const wordTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

export const wordPart = (tag: string, body: string): string =>
  `<?xml version="1.0"?><w:${tag} ${W}>${body}</w:${tag}>`

/** A docx of a body and further parts by name. */
export const makeDocx = (body: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries({
          '[Content_Types].xml': '<Types/>',
          'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
          ...parts,
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    ),
  )

/** A PDF with one line per entry and page; Latin letters and digits only. */
export function makePdf(
  pages: readonly (readonly string[])[],
  info: Record<string, string> = {},
): Promise<Buffer> {
  const document = new PDFDocument({ info, autoFirstPage: false })
  const pieces: Buffer[] = []
  document.on('data', (piece: Buffer) => pieces.push(piece))
  for (const lines of pages) {
    document.addPage()
    lines.forEach((line, index) => document.text(line, 72, 72 + index * 20))
  }
  document.end()
  return new Promise(resolve => document.on('end', () => resolve(Buffer.concat(pieces))))
}

/** A PDF with words at given places of one page. */
export function makePlacedPdf(
  words: readonly (readonly [text: string, x: number, y: number])[],
): Promise<Buffer> {
  const document = new PDFDocument()
  const pieces: Buffer[] = []
  document.on('data', (piece: Buffer) => pieces.push(piece))
  for (const [text, x, y] of words) document.text(text, x, y, { lineBreak: false })
  document.end()
  return new Promise(resolve => document.on('end', () => resolve(Buffer.concat(pieces))))
}

/** A PDF as Chinese office programs write it: a system font that is not embedded, text in GBK. */
export function makeGbkPdf(line: string): Buffer {
  const content = `BT /F1 12 Tf 72 700 Td <${iconv.encode(line, 'gbk').toString('hex')}> Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return at
  })
  const xref = text.length
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

const entry = (tag: number, type: number, count: number, value: number): Buffer => {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt16LE(tag, 0)
  bytes.writeUInt16LE(type, 2)
  bytes.writeUInt32LE(count, 4)
  bytes.writeUInt32LE(value, 8)
  return bytes
}

const directory = (entries: Buffer[]): Buffer => {
  const count = Buffer.alloc(2)
  count.writeUInt16LE(entries.length)
  return Buffer.concat([count, ...entries, Buffer.alloc(4)])
}

const rational = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 8)
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value, index * 8)
    bytes.writeUInt32LE(1, index * 8 + 4)
  })
  return bytes
}

/** A JPEG that holds nothing but EXIF: artist, description, and 34°20′29″N 108°56′23″E. */
export function makeJpeg(artist: string, description: string): Buffer {
  const words = [artist, description].map(text => Buffer.from(`${text}\0`, 'utf8'))
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = words
  const main = 8
  const mainSize = 2 + 3 * 12 + 4
  const gps = main + mainSize
  const gpsSize = 2 + 4 * 12 + 4
  const data = gps + gpsSize
  const degrees = data + first.length + second.length
  const tiff = Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0, main, 0, 0, 0]),
    directory([
      entry(0x010e, 2, second.length, data + first.length),
      entry(0x013b, 2, first.length, data),
      entry(0x8825, 4, 1, gps),
    ]),
    directory([
      entry(1, 2, 2, 0x4e),
      entry(2, 5, 3, degrees),
      entry(3, 2, 2, 0x45),
      entry(4, 5, 3, degrees + 24),
    ]),
    first,
    second,
    rational(34, 20, 29),
    rational(108, 56, 23),
  ])
  const app1 = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const size = Buffer.alloc(2)
  size.writeUInt16BE(app1.length + 2)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), size, app1, Buffer.from([0xff, 0xd9])])
}
