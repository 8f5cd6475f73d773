import { readTableFile } from '../../documents/table'
import { printPdf } from '../../presenters/print'

/** Work that keeps a processor busy for long; what goes in and comes out is plain data. */
export const TASKS = {
  print: printPdf,
  readTable: readTableFile,
} as const

export type Tasks = typeof TASKS
export type Task = keyof Tasks

export interface ThreadOrder {
  id: number
  task: Task
  args: unknown[]
}

/** What became of it: `refused` is the DocumentError of a file that cannot be read. */
export type ThreadAnswer = { id: number } & (
  { done: unknown } | { refused: { code: string; message: string; details: unknown[] } } | { failed: string }
)
