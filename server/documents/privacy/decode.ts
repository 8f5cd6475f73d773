import iconv from 'iconv-lite'
import { DocumentError } from '../documentError'
import { decodeText } from '../encoding'

/** Text of a file in any encoding; when none fits well it is read as GB18030, since digits come out right in it. */
export function decodeLeniently(bytes: Buffer): string {
  try {
    return decodeText(bytes).text.replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof DocumentError) return iconv.decode(bytes, 'gb18030')
    throw error
  }
}
