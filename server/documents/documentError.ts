import type { Issue } from '@shared/contract/common'

/** Reasons for refusing an attachment; the texts are in shared/texts/errors. */
export type AttachmentFault =
  'file-name-invalid' | 'file-kind-unsupported' | 'file-kind-mismatch' | 'file-unreadable' | 'file-active'

/** Reasons why a file could not be read. */
export type DocumentErrorCode =
  | AttachmentFault
  | 'empty-file'
  | 'unknown-kind'
  | 'unreadable'
  | 'wrong-encoding'
  | 'too-large'
  | 'zip-bomb'
  | 'password-protected'
  | 'macro-file'
  | 'sheet-not-found'
  | 'empty-sheet'
  | 'no-table'
  | 'ambiguous-columns'

/** Thrown for an unreadable file, with a message for its sender; `details` names sheets, rows or fields. */
export class DocumentError extends Error {
  override name = 'DocumentError'
  constructor(
    readonly code: DocumentErrorCode,
    message: string,
    readonly details: Issue[] = [],
  ) {
    super(message)
  }
}
