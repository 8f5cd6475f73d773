import type { FileContext } from './context'
import { basename, extname } from 'node:path'
import { scanText, type PlacedFinding } from '@server/domain/privacy'
import { DocumentError } from '../documentError'
import { ZipArchive } from '../archive/zipArchive'
import { contentKindOf, isLocked } from '../contentKind'
import type { ScanInside } from './allParts'
import { scanCsv } from './csvText'
import { decodeLeniently } from './decode'
import { scanDocx } from './docx'
import { scanEncoded } from './encodedText'
import { scanHtml } from './htmlText'
import { imageKindOf, scanImage } from './pictures/image'
import { scanJson } from './jsonText'
import { scanPdf } from './pdf'
import { scanPictureText } from './pictures/pictureText'
import { placed } from './place'
import { scanPlainText } from './plainText'
import { isRtf, rtfText } from './rtfText'
import { scanXlsx } from './xlsx'

/** A file to scan; `name` is its public name. */
export interface PrivacyFile extends FileContext {
  name: string
  bytes: Buffer
}

export const PRIVACY_LIMITS = { fileBytes: 50 * 1024 * 1024, attachmentDepth: 2 } as const

function refuseOle(bytes: Buffer): never {
  throw isLocked(bytes)
    ? new DocumentError('password-protected', '文件设了密码，请去掉密码后再检查')
    : new DocumentError('unknown-kind', '这是旧版 Office 文件，请另存为 .xlsx 或 .docx 后再检查')
}

async function scanZip(
  bytes: Buffer,
  scanInside: ScanInside,
  context: FileContext = {},
): Promise<PlacedFinding[]> {
  const zip = await ZipArchive.open(bytes)
  if (zip.has('xl/workbook.xml')) return scanXlsx(bytes, scanInside, context)
  if (zip.has('word/document.xml')) return scanDocx(bytes, scanInside, context)
  throw new DocumentError('unknown-kind', '这种压缩格式的文件不能检查，请解压后逐个检查')
}

const looksLikeHtml = (text: string): boolean =>
  /^\s*<(?:!doctype html|html|head|body|table|div|meta)\b/i.test(text)

function scanTextFile(name: string, bytes: Buffer, context: FileContext = {}): PlacedFinding[] {
  const text = decodeLeniently(bytes).replace(/\r\n?/g, '\n')
  return [...scanByExtension(extname(name).toLowerCase(), text, context), ...scanEncoded(text, {}, context)]
}

function scanByExtension(extension: string, text: string, context: FileContext = {}): PlacedFinding[] {
  if (/^\.(?:html?|xhtml|mht|svg|xml)$/.test(extension) || looksLikeHtml(text)) return scanHtml(text, context)
  if (extension === '.csv' || extension === '.tsv') return scanCsv(text, context)
  if (extension === '.json' || extension === '.geojson') return scanJson(text, context)
  return scanPlainText(text, {}, context)
}

/** Checks for bytes that no text has. */
const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, 4096).includes(0)

async function scanContent(
  { name, bytes, ...context }: PrivacyFile,
  depth: number,
): Promise<PlacedFinding[]> {
  const kind = contentKindOf(bytes)
  if (kind === 'ole') refuseOle(bytes)
  const scanInside: ScanInside = (inner, content) =>
    depth < PRIVACY_LIMITS.attachmentDepth
      ? scanContent({ ...context, name: inner, bytes: content }, depth + 1)
      : Promise.reject(new DocumentError('unreadable', '附件套得太深'))
  if (bytes.subarray(0, 1024).includes('%PDF-')) return scanPdf(bytes, scanInside, context)
  if (kind === 'zip') return scanZip(bytes, scanInside, context)
  if (imageKindOf(bytes)) return [...scanImage(bytes, context), ...(await scanPictureText(bytes, context))]
  if (isRtf(bytes)) return scanPlainText(rtfText(bytes), {}, context)
  if (depth > 0 && isBinary(bytes)) throw new DocumentError('unknown-kind', '这种文件不能检查')
  return scanTextFile(name, bytes, context)
}

/** Scans the file's name, which is public too. */
const scanName = (name: string, context: FileContext = {}): PlacedFinding[] =>
  scanText(basename(name, extname(name)), context).map(finding => placed(finding, { part: '文件名' }))

/**
 * Finds personal data in a file: text, csv, xlsx, docx, pdf, html, json or a picture, detected by content first.
 * @throws DocumentError `empty-file`, `unknown-kind`, `unreadable`, `password-protected`, `zip-bomb`, `too-large`
 */
export async function scanFile(file: PrivacyFile): Promise<PlacedFinding[]> {
  if (file.bytes.length === 0) throw new DocumentError('empty-file', '文件是空的（0 字节）')
  if (file.bytes.length > PRIVACY_LIMITS.fileBytes) {
    throw new DocumentError('too-large', '文件太大，最多 50 MB')
  }
  return [...(await scanContent(file, 0)), ...scanName(file.name, file)]
}
