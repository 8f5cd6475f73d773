import { errorText } from '@shared/texts/errors'
import { type AttachmentFault, DocumentError, type DocumentErrorCode } from '../documentError'

/** A file that cannot be an attachment. Nothing of the file is in the message. */
export const attachmentFault = (code: AttachmentFault, message: string = errorText(code)): DocumentError =>
  new DocumentError(code, message)

const LIKE_OURS = new Set(['zip-bomb', 'password-protected', 'empty-file', 'wrong-encoding', 'too-large'])

const isFault = (code: DocumentErrorCode): code is AttachmentFault => code.startsWith('file-')

/** Why a file that cannot be read cannot be an attachment. */
export function faultOf({ code, message }: DocumentError): { code: AttachmentFault; message: string } {
  if (isFault(code)) return { code, message }
  const isTold = LIKE_OURS.has(code)
  return { code: 'file-unreadable', message: isTold ? `${message}。` : errorText('file-unreadable') }
}
