import { ATTACHMENTS, type AttachmentKind } from '@shared/facts/disclosure/attachments'
import { contentKindOf } from '../contentKind'
import { decodeText } from '../encoding'
import { ZipArchive } from '../archive/zipArchive'
import { isActivePdf, pdfObjects } from '../pdf/pdfObjects'
import { rowsOf } from '../privacy/csvText'
import { refuseActive } from './activeParts'
import { attachmentFault } from './fault'

const KINDS = Object.entries(ATTACHMENTS.kinds) as [AttachmentKind, { extensions: readonly string[] }][]

/** Path separators, and characters that file systems or headers reject. */
const UNSAFE = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u
/** Double extensions: 「名单.pdf.exe」「表.php.xlsx」. Numbers after a dot are dates. */
const SECOND_EXTENSION = /\.[A-Za-z][A-Za-z0-9]{0,4}$/

const HEIC =
  '这是苹果手机的 HEIC 照片，别的手机和电脑多半打不开。请在手机“设置—相机—格式”里选“兼容性最佳”再拍一张，或者打开照片截一张屏，上传截屏。'

/**
 * Refuses HEIC pictures under any name: only some phones can show them.
 * @throws DocumentError `file-kind-unsupported`
 */
export function refuseHeic(name: string, bytes: Buffer): void {
  if (contentKindOf(bytes) === 'heif' || /\.hei[cf]$/i.test(name)) {
    throw attachmentFault('file-kind-unsupported', HEIC)
  }
}

/**
 * Returns the stem and kind of a file name.
 * @throws DocumentError `file-name-invalid`, `file-kind-unsupported`
 */
export function claimOf(name: string): { stem: string; kind: AttachmentKind } {
  const at = name.lastIndexOf('.')
  const [stem, extension] = [name.slice(0, at), name.slice(at + 1).toLowerCase()]
  const unsafe = UNSAFE.test(name) || name.startsWith('.') || name.length > ATTACHMENTS.nameLength
  if (unsafe || at < 1 || stem.trim() === '' || SECOND_EXTENSION.test(stem.trim())) {
    throw attachmentFault('file-name-invalid')
  }
  const kind = KINDS.find(([, { extensions }]) => extensions.includes(extension))?.[0]
  if (!kind) throw attachmentFault('file-kind-unsupported')
  return { stem, kind }
}

const END_OF_ZIP = Buffer.from('PK\u0005\u0006', 'latin1')
const END_OF_ZIP_BYTES = 22

/** Checks that nothing follows the end of a zip. Data before its first entry was found by the signature check. */
function isWholeZip(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(END_OF_ZIP)
  if (end < 0 || end + END_OF_ZIP_BYTES > bytes.length) return false
  return end + END_OF_ZIP_BYTES + bytes.readUInt16LE(end + 20) === bytes.length
}

const tooMuchText = () =>
  attachmentFault('file-unreadable', '文件里的文字太多，检查不完。请分成几个文件，或只留要公开的部分。')

async function officeKind(bytes: Buffer): Promise<AttachmentKind | null> {
  const zip = await ZipArchive.open(bytes)
  const kind = zip.has('xl/workbook.xml') ? 'xlsx' : zip.has('word/document.xml') ? 'docx' : null
  if (zip.statedBytes(/\.(?:xml|rels|vml)$/i) > ATTACHMENTS.mostOfficeBytes) throw tooMuchText()
  if (kind) await refuseActive(zip)
  return kind && isWholeZip(bytes) ? kind : null
}

const PDF_END = '%%EOF'
const ACTIVE_PDF =
  '这个 PDF 里有脚本、会发送的表单、指向别的文件的链接或夹带的文件。请重新“打印”成一个 PDF 再上传。'

/** Checks that the file is one PDF from first to last byte: data after its end might be another file. */
function isWholePdf(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(PDF_END)
  if (end < 0 || bytes.toString('latin1', end + PDF_END.length).trim() !== '') return false
  if (isActivePdf(pdfObjects(bytes))) throw attachmentFault('file-active', ACTIVE_PDF)
  return true
}

const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|\?xml|\?php)\b/i

/** Content that a spreadsheet program would execute; a sign before a figure is harmless. */
const FORMULA = /^\s*(?:[=@\t\r]|[+-](?![\d.,\s]*%?\s*$|[\u4e00-\u9fff]))/

/**
 * Refuses cells that begin like a formula 公式: a file of values has none.
 * @throws DocumentError `file-active`
 */
function refuseFormulas(text: string): void {
  const cell = (rowsOf(text)?.rows ?? []).flat().find(value => FORMULA.test(value))
  if (cell !== undefined) throw attachmentFault('file-active')
}

/** Checks for plain text: decodes cleanly, has no control characters and is no web page. */
function isPlainText(bytes: Buffer, claimed: AttachmentKind): boolean {
  if (bytes.length > ATTACHMENTS.mostTextBytes) throw tooMuchText()
  const { text } = decodeText(bytes)
  if (claimed === 'csv') refuseFormulas(text)
  return !MARKUP.test(text) && !/[\0-\x08\x0e-\x1f\x7f]/.test(text)
}

/** Returns the kind of a file by its content, whatever its name; null for an unsupported one. */
export async function kindOfContent(bytes: Buffer, claimed: AttachmentKind): Promise<AttachmentKind | null> {
  const kind = contentKindOf(bytes)
  if (kind === 'jpg' || kind === 'png' || kind === 'webp') return kind
  if (kind === 'zip') return officeKind(bytes)
  if (kind === 'pdf') return isWholePdf(bytes) ? 'pdf' : null
  const isText = (claimed === 'csv' || claimed === 'txt') && isPlainText(bytes, claimed)
  return isText ? claimed : null
}
