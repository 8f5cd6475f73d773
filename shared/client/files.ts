import type { WallForm } from '../schemas/wall'
import type { UploadedFile } from '../schemas/files'
import type { createCaller, HttpAnswer, HttpRequest } from './call'

/** One request with a file, and other fields of its form. */
export type HttpUpload<File> = HttpRequest & { file: File; fields?: Record<string, string> }

export type Upload<File> = (request: HttpUpload<File>) => Promise<HttpAnswer>

const segment = encodeURIComponent

/** Methods for attachments 附件 and exports. */
export const fileMethods = <File>(
  { call }: Pick<ReturnType<typeof createCaller>, 'call'>,
  { baseUrl, upload }: { baseUrl: string; upload?: Upload<File> },
) => ({
  /** Stores a file for the organisation's notices; with a reason where a person had to look at it. */
  storeFile: (
    code: string,
    file: File,
    { idempotencyKey, reason }: { idempotencyKey: string; reason?: string },
  ): Promise<UploadedFile> => {
    if (!upload) throw new Error('createClient was given no `upload`')
    const fields: Record<string, string> = reason ? { reason } : {}
    return call<UploadedFile>(
      { method: 'POST', path: `/orgs/${segment(code)}/files`, idempotencyKey },
      request => upload({ ...request, file, fields }),
    )
  },
  /** Address of a public attachment. */
  fileUrl: (sha256: string): string => `${baseUrl}/files/${segment(sha256)}`,
  /** Address of a notice as a table. */
  /** A notice for wall, group and loudspeaker. */
  wallUrl: (id: string, form: WallForm): string => `${baseUrl}/notices/${segment(id)}/wall?form=${form}`,
  exportUrl: (id: string, format: 'csv' | 'xlsx'): string =>
    `${baseUrl}/notices/${segment(id)}/export?format=${format}`,
})
