import { errorText } from '@shared/texts/errors'
import { type AttachmentFault, DocumentError, type DocumentErrorCode } from '../documentError'

/** Creates the error of a file that cannot be an attachment. The message contains nothing of the file. */
export const attachmentFault = (code: AttachmentFault, message: string = errorText(code)): DocumentError =>
  new DocumentError(code, message)

const LIKE_OURS = new Set(['zip-bomb', 'password-protected', 'empty-file', 'wrong-encoding', 'too-large'])

const isFault = (code: DocumentErrorCode): code is AttachmentFault => code.startsWith('file-')

/** Returns why an unreadable file cannot be an attachment. */
export function faultOf({ code, message }: DocumentError): { code: AttachmentFault; message: string } {
  if (isFault(code)) return { code, message }
  const isTold = LIKE_OURS.has(code)
  return { code: 'file-unreadable', message: isTold ? `${message}。` : errorText('file-unreadable') }
}
