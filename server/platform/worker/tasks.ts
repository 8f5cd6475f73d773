import type { Issue } from '@shared/contract/common'
import type { DocumentErrorCode } from '@server/documents/documentError'

/**
 * CPU-bound tasks: prints, every uploaded file, the check of large texts. Input and output are plain data. Modules are loaded on first use,
 * because a worker is short-lived.
 */
export const TASKS = {
  print: async () => (await import('@server/documents/print')).printPdf,
  readAttachment: async () => (await import('@server/documents/attachment')).readAttachment,
  scanAttachment: async () => (await import('@server/documents/attachment')).scanAttachment,
  pagePictures: async () => (await import('@server/documents/pdf/readPdf')).picturesOfPdf,
  readDraft: async () => (await import('@server/documents/catalogue/readDraft')).readDraft,
  readParts: async () => (await import('@server/documents/catalogue/readParts')).readParts,
  readPowers: async () => (await import('@server/documents/power/readPowers')).preparePowerFile,
  readRoll: async () => (await import('@server/documents/roster')).readRoster,
  reviewContent: async () => (await import('@server/domain/privacy')).reviewContent,
  readTablePhoto: async () => (await import('@server/documents/table')).readTablePhoto,
  readTable: async () => (await import('@server/documents/table')).readTableFile,
} as const

export type Task = keyof typeof TASKS
export type Tasks = { [K in Task]: Awaited<ReturnType<(typeof TASKS)[K]>> }

export interface WorkerRequest {
  task: Task
  args: unknown[]
}

/** Result of a task: `refused` is the DocumentError of an unreadable file. */
export type WorkerResponse =
  | { done: unknown }
  | { refused: { code: DocumentErrorCode; message: string; details: Issue[] } }
  | { failed: string }
