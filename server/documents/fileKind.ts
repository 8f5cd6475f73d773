import { extname } from 'node:path'
import { type ContentKind, contentKindOf, isLocked } from './contentKind'
import { DocumentError } from './documentError'

export type DocumentKind = 'xlsx' | 'csv' | 'html' | 'docx' | 'txt'

/** Kinds that have to be read by eye: pictures, and documents that may be scanned. */
export type SeenKind = 'picture' | 'pdf'

const BY_EXTENSION: Readonly<Record<string, DocumentKind>> = {
  '.xlsx': 'xlsx',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.html': 'html',
  '.htm': 'html',
  '.mht': 'html',
  '.docx': 'docx',
  '.txt': 'txt',
  '.md': 'txt',
}

const TO_XLSX = '请用 Excel 或 WPS 打开，点“文件—另存为”，类型选“Excel 工作簿（*.xlsx）”，再上传新存的文件'
const TO_DOCX = '请用 Word 或 WPS 打开，点“文件—另存为”，类型选“Word 文档（*.docx）”，再上传新存的文件'
const TO_SOURCE = '请上传原来的 Excel、Word 或网页；手里没有原件的，可以把表格重新录入 .xlsx 再上传'

/** Kinds of file that are not read, and what to do with them. */
const OLD: Readonly<Record<string, string>> = {
  '.xls': `这是旧版 Excel（.xls）文件，${TO_XLSX}`,
  '.et': `这是 WPS 表格（.et）文件，${TO_XLSX}`,
  '.ods': `这是 OpenDocument 表格（.ods）文件，${TO_XLSX}`,
  '.doc': `这是旧版 Word（.doc）文件，${TO_DOCX}`,
  '.wps': `这是 WPS 文字（.wps）文件，${TO_DOCX}`,
  '.odt': `这是 OpenDocument 文字（.odt）文件，${TO_DOCX}`,
  '.rtf': `这是 RTF 文件，${TO_DOCX}`,
  '.ofd': `这是 OFD 版式文件，${TO_SOURCE}`,
  '.pdf': `这是 PDF 文件，${TO_SOURCE}`,
}
const PICTURE = /^\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic)$/

const MACRO = /^\.(?:xlsm|xltm|docm|dotm|xlsb)$/

function refuseOle(bytes: Buffer, extension: string): never {
  if (isLocked(bytes)) {
    throw new DocumentError('password-protected', '文件设了密码，请去掉密码后再上传')
  }
  throw new DocumentError(
    'unknown-kind',
    OLD[extension] ?? `这是旧版 Office 文件。是表格的，${TO_XLSX}；是文字的，另存为 .docx`,
  )
}

const looksLikeHtml = (bytes: Buffer): boolean =>
  /<(?:!doctype html|html|table|meta|body|div)\b/i.test(bytes.subarray(0, 4096).toString('latin1'))

const unknown = (file: string, extension: string): DocumentError => {
  const advice = PICTURE.test(extension) ? `这是图片，${TO_SOURCE}` : OLD[extension]
  return new DocumentError(
    'unknown-kind',
    advice ?? `不认识这种文件：${file}（可以用 .xlsx .csv .html .docx .txt）`,
  )
}

/** Checks for markup at the very start: systems export pages under the name of a spreadsheet. */
const startsAsPage = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|head|meta|\?xml|!--)/i.test(
    bytes.subarray(0, 512).toString('latin1'),
  )

/**
 * Refuses files with macros, by extension or content.
 * @throws DocumentError `macro-file`
 */
export const refuseMacros = (names: readonly string[]): void => {
  if (
    names.some(name => /(?:^|\/)vbaProject\w*\.bin$/i.test(name) || MACRO.test(extname(name).toLowerCase()))
  ) {
    throw new DocumentError('macro-file', '文件里带有宏（程序），不能上传，请另存为不带宏的 .xlsx 或 .docx')
  }
}

const SEEN: Partial<Record<ContentKind, SeenKind>> = {
  jpg: 'picture',
  png: 'picture',
  webp: 'picture',
  pdf: 'pdf',
}

/** Returns how a file has to be read by eye, by its content; null for one that is not a picture. */
export const seenKindOf = (bytes: Buffer): SeenKind | null => SEEN[contentKindOf(bytes) ?? 'zip'] ?? null

/** Refuses unsupported containers, each with its own message. */
function refuseContainers(bytes: Buffer, extension: string): void {
  refuseMacros([`a${extension}`])
  const content = contentKindOf(bytes)
  if (content === 'ole') refuseOle(bytes, extension)
  if (content === 'pdf') throw new DocumentError('unknown-kind', OLD['.pdf'] ?? '')
}

/**
 * Returns the kind of a file by its name, checked against its first bytes.
 * @throws DocumentError
 */
export function kindOf(file: string, bytes: Buffer): DocumentKind {
  const extension = extname(file).toLowerCase()
  if (bytes.length === 0) throw new DocumentError('empty-file', '文件是空的（0 字节）')
  refuseContainers(bytes, extension)
  const kind = BY_EXTENSION[extension]
  if ((kind ?? OLD[extension]) !== undefined && startsAsPage(bytes) && looksLikeHtml(bytes)) return 'html'
  if (kind === undefined) throw unknown(file, extension)
  const isZip = contentKindOf(bytes) === 'zip'
  const needsZip = kind === 'xlsx' || kind === 'docx'
  if (needsZip && !isZip) {
    throw new DocumentError('unreadable', `文件内容不是 .${kind}，可能改过后缀名或已损坏`)
  }
  if (!needsZip && isZip) throw new DocumentError('unreadable', '文件内容是压缩包或 Office 文件，后缀名不对')
  return kind
}
