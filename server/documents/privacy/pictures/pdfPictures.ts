import type { PlacedFinding } from '@server/domain/privacy'
import { picturesOfPdf } from '../../pdf/readPdf'
import type { FileContext } from '../context'
import { fileNote } from '../place'
import { scanReadPicture } from './pictureText'

/** Pictures of a document that are read; a longer one is looked at by a person. */
const MOST_PICTURES = 24

interface ReadPages {
  findings: PlacedFinding[]
  /** Pages that were read by their pictures, counting from 1. */
  pages: ReadonlySet<number>
}

export const NOT_READ: ReadPages = { findings: [], pages: new Set() }

const leftNote = (count: number): PlacedFinding[] =>
  count > 0
    ? [fileNote('图片太多或太大，后面的没有由程序读，可能有个人信息，请人看清楚再公开', { part: '内嵌图片' })]
    : []

/** Scans the pictures on the pages of a PDF where they can be read: of a scanned document, its pages. */
export async function scanPdfPictures(bytes: Buffer, context: FileContext): Promise<ReadPages> {
  if (!context.pictures) return NOT_READ
  const found = await picturesOfPdf(bytes, MOST_PICTURES).catch(() => ({ pictures: [], left: 1 }))
  const findings: PlacedFinding[] = []
  const pages = new Set<number>()
  for (const { page, bytes: picture } of found.pictures) {
    const read = await context.pictures(Buffer.from(picture))
    if (!read) continue
    if (read.boxes.length > 0) pages.add(page)
    const inside = scanReadPicture(read, context)
    findings.push(...inside.map(finding => ({ ...finding, place: { ...finding.place, page } })))
  }
  return { findings: [...findings, ...leftNote(found.left)], pages }
}
