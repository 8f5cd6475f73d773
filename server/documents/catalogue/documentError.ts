import type { Issue } from '@shared/schemas/common'

/** Why a file could not be taken as a catalogue. */
export type DocumentErrorCode =
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
