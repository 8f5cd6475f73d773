import iconv from 'iconv-lite'
import { DocumentError } from '../documentError'
import { decodeText } from '../encoding'

/** Decodes a file in any encoding; without a good match as GB18030, which preserves digits. */
export function decodeLeniently(bytes: Buffer): string {
  try {
    return decodeText(bytes).text.replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof DocumentError) return iconv.decode(bytes, 'gb18030')
    throw error
  }
}
