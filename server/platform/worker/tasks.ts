import type { Issue } from '@shared/contract/common'
import type { DocumentErrorCode } from '@server/documents/documentError'

/**
 * Work that keeps a processor busy for long: prints, and every file that is handed in. What goes in and comes out is plain data.
 * Each is loaded when it is first asked for: a helper does not live long.
 */
export const TASKS = {
  print: async () => (await import('@server/documents/print')).printPdf,
  readAttachment: async () => (await import('@server/documents/attachment')).readAttachment,
  readDraft: async () => (await import('@server/documents/catalogue/readDraft')).readDraft,
  readParts: async () => (await import('@server/documents/catalogue/readParts')).readParts,
  readPowers: async () => (await import('@server/documents/power/readPowers')).preparePowerFile,
  readRoll: async () => (await import('@server/documents/roster')).readRoster,
  readTable: async () => (await import('@server/documents/table')).readTableFile,
} as const

export type Task = keyof typeof TASKS
export type Tasks = { [K in Task]: Awaited<ReturnType<(typeof TASKS)[K]>> }

export interface WorkerRequest {
  task: Task
  args: unknown[]
}

/** What became of it: `refused` is the DocumentError of a file that cannot be read. */
export type WorkerResponse =
  | { done: unknown }
  | { refused: { code: DocumentErrorCode; message: string; details: Issue[] } }
  | { failed: string }
