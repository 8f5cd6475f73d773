import PDFDocument from 'pdfkit'
import { openFont } from './letters'

interface About {
  title: string
  author: string
  date: Date
}

/** Marks of XML, which the library copies into the metadata as they are. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '&': '＆', '<': '＜', '>': '＞' }
const plain = (text: string): string => text.replace(/[&<>]/g, mark => FULL_WIDTH[mark] ?? mark)

/** Opens a document for the archive (PDF/A-2b), tagged, in Chinese; it has no page yet. */
export const openDocument = ({ title, author, date }: About, more: PDFKit.PDFDocumentOptions = {}) =>
  new PDFDocument({
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    font: openFont('regular') as never,
    autoFirstPage: false,
    info: { Title: plain(title), Author: plain(author), CreationDate: date },
    ...more,
  })

/** Collects the bytes of a document; resolves when it has ended. */
export function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  return new Promise((resolve, reject) => {
    doc.on('error', reject)
    doc.on('end', () => resolve(Buffer.concat(pieces)))
  })
}
