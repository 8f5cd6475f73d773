import type { ErrorCode } from '@shared/texts/errors'
import { DocumentError } from '@server/documents/documentError'
import { AppError } from '../errors'
import { runInWorker } from './pool'
import type { Task, Tasks } from './tasks'

/**
 * Reads an uploaded file in the worker process.
 * @throws AppError 422 `refusal` with the fault
 */
export async function readUpload<K extends Task>(
  refusal: ErrorCode,
  task: K,
  ...args: Parameters<Tasks[K]>
): Promise<Awaited<ReturnType<Tasks[K]>>> {
  try {
    return await runInWorker(task, ...args)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const { code, message, details } = error
    throw new AppError(422, refusal, [{ code, message }, ...details])
  }
}
