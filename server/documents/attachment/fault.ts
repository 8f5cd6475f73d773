/** Why a file is refused as an attachment; the texts stand in shared/i18n/errors. */
export type AttachmentFault =
  'file-name-invalid' | 'file-kind-unsupported' | 'file-kind-mismatch' | 'file-unreadable' | 'file-active'

/** A file that cannot be an attachment. Nothing of the file is in the message. */
export class AttachmentError extends Error {
  override name = 'AttachmentError'
  constructor(
    readonly code: AttachmentFault,
    message?: string,
  ) {
    super(message ?? code)
  }
}
