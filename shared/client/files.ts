import type { PictureSize } from '../facts/disclosure/attachments'
import type { WallForm } from '../contract/reading/wall'
import type { UploadedFile } from '../contract/disclosure/files'
import type { createCaller, HttpAnswer, HttpRequest, WriteOptions } from './call'

/** One request with a file, and other fields of its form. */
export type HttpUpload<File> = HttpRequest & { file: File; fields?: Record<string, string> }

export type Upload<File> = (request: HttpUpload<File>) => Promise<HttpAnswer>

const segment = encodeURIComponent

/** `reason`: why what a person had to look at is no personal data. */
export type StoreOptions = WriteOptions & { reason?: string }

/** Where a paper of a case is fetched from, by who may read the case. */
export const caseFilePath = (id: string, sha256: string): string => `/cases/${segment(id)}/files/${sha256}`

/** Methods for attachments 附件 and exports. */
export const fileMethods = <File>(
  { call }: Pick<ReturnType<typeof createCaller>, 'call'>,
  { baseUrl, upload }: { baseUrl: string; upload?: Upload<File> },
) => {
  const store = (
    path: string,
    file: File,
    { idempotencyKey, reason }: StoreOptions,
  ): Promise<UploadedFile> => {
    if (!upload) throw new Error('createClient was given no `upload`')
    const fields: Record<string, string> = reason ? { reason } : {}
    return call<UploadedFile>({ method: 'POST', path, idempotencyKey }, request =>
      upload({ ...request, file, fields }),
    )
  }
  return {
    /** Stores a file for the organisation's notices; with a reason where a person had to look at it. */
    storeFile: (code: string, file: File, by: StoreOptions) =>
      store(`/orgs/${segment(code)}/files`, file, by),
    /** Keeps a paper 凭证 of the step at which a case stands. */
    storeCaseFile: (id: string, file: File, by: StoreOptions) =>
      store(`/cases/${segment(id)}/files`, file, by),
    /** Path of an attachment for the staff of its organisation, public or not; for `download`. */
    staffFilePath: (code: string, sha256: string): string =>
      `/orgs/${segment(code)}/files/${segment(sha256)}`,
    /** Address of a public attachment. */
    fileUrl: (sha256: string): string => `${baseUrl}/files/${segment(sha256)}`,
    /** Address of a public picture in a size for showing. */
    pictureUrl: (sha256: string, size: PictureSize): string =>
      `${baseUrl}/files/${segment(sha256)}/pictures/${size}`,
    /** A notice for wall, group and loudspeaker. */
    wallUrl: (id: string, form: WallForm): string => `${baseUrl}/notices/${segment(id)}/wall?form=${form}`,
    /** Address of a year's gathered lists as a table. */
    payoutsUrl: (code: string, category: string, year: number, format: 'csv' | 'xlsx'): string =>
      `${baseUrl}/orgs/${segment(code)}/payouts/export?category=${segment(category)}&year=${year}&format=${format}`,
    /** Address of a year's accounts as a table. */
    financeYearUrl: (code: string, year: number, format: 'csv' | 'xlsx'): string =>
      `${baseUrl}/orgs/${segment(code)}/finance/export?year=${year}&format=${format}`,
    /** Address of a year's accounts as a Fiscal Data Package. */
    fiscalPackageUrl: (code: string, year: number): string =>
      `${baseUrl}/orgs/${segment(code)}/finance/package?year=${year}`,
    /** Address of a notice as a table. */
    exportUrl: (id: string, format: 'csv' | 'xlsx'): string =>
      `${baseUrl}/notices/${segment(id)}/export?format=${format}`,
  }
}
