import type { Issue } from '@shared/contract/common'

/** Why a file is refused as an attachment; the texts stand in shared/texts/errors. */
export type AttachmentFault =
  'file-name-invalid' | 'file-kind-unsupported' | 'file-kind-mismatch' | 'file-unreadable' | 'file-active'

/** Why a file could not be read. */
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

/** A file that cannot be read, in words for the person who sent it; `details` names sheets, rows or fields. */
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
