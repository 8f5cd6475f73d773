import type { Issue } from '@shared/schemas/common'
import type { DocumentErrorCode } from '../../documents/catalogue/documentError'

/**
 * Work that keeps a processor busy for long: prints, and every file that is handed in. What goes in and comes out is plain data.
 * Each is loaded when it is first asked for: a helper does not live long.
 */
export const TASKS = {
  print: async () => (await import('../../presenters/print')).printPdf,
  readAttachment: async () => (await import('../../documents/attachment')).readAttachment,
  readDraft: async () => (await import('../../documents/catalogueImport/draft')).readDraft,
  readParts: async () => (await import('../../documents/catalogueImport/parts')).readParts,
  readPowers: async () => (await import('../../documents/microPower/prepare')).preparePowerFile,
  readRoll: async () => (await import('../../documents/roll')).readRoll,
  readTable: async () => (await import('../../documents/table')).readTableFile,
} as const

export type Task = keyof typeof TASKS
export type Tasks = { [K in Task]: Awaited<ReturnType<(typeof TASKS)[K]>> }

export interface HelperOrder {
  task: Task
  args: unknown[]
}

/** What became of it: `refused` is the DocumentError of a file that cannot be read. */
export type HelperAnswer =
  | { done: unknown }
  | { refused: { code: DocumentErrorCode; message: string; details: Issue[] } }
  | { failed: string }
