import type { Issue } from '@shared/schemas/common'
import { readAttachment } from '../../documents/attachment'
import { readCatalogueTables } from '../../documents/catalogue'
import type { DocumentErrorCode } from '../../documents/catalogue/documentError'
import { preparePowerFile } from '../../documents/microPower/prepare'
import { readRoll } from '../../documents/roll'
import { readTableFile } from '../../documents/table'
import { printPdf } from '../../presenters/print'

/** Work that keeps a processor busy for long: prints, and every file that is handed in. What goes in and comes out is plain data. */
export const TASKS = {
  print: printPdf,
  readAttachment,
  readCatalogue: readCatalogueTables,
  readPowers: preparePowerFile,
  readRoll,
  readTable: readTableFile,
} as const

export type Tasks = typeof TASKS
export type Task = keyof Tasks

export interface ThreadOrder {
  task: Task
  args: unknown[]
}

/** What became of it: `refused` is the DocumentError of a file that cannot be read. */
export type ThreadAnswer =
  | { done: unknown }
  | { refused: { code: DocumentErrorCode; message: string; details: Issue[] } }
  | { failed: string }
