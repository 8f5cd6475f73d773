import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { scanText } from '@server/domain/privacy'
import type { FileFinding, UploadFields } from '@shared/contract/disclosure/files'
import { type AttachmentFile, type ReadAttachment, faultOf } from '@server/documents/attachment'
import { DocumentError } from '@server/documents/catalogue'
import { type Models, NO_MODELS } from '@server/platform/worker/models'
import { asksOf, findingsByModels, readyModels } from './askModels'
import { AppError } from '@server/platform/errors'
import { runInWorker } from '@server/platform/worker/pool'

/** A file that was read, cleaned and passed by the privacy check, before it is stored. */
export interface PreparedFile extends ReadFile {
  /** Why its privacy findings are no personal data; null without findings. */
  reason: string | null
}

const MOST_TOLD = 200

const TOO_LARGE = `附件太大，请不要超过 ${ATTACHMENTS.mostBytes / 1024 / 1024} MB。`

type ReadFile = Omit<ReadAttachment, 'open'>

async function read(file: AttachmentFile, models: Models): Promise<ReadFile> {
  if (file.bytes.length > ATTACHMENTS.mostBytes) throw new AppError(413, 'file-too-large', [], TOO_LARGE)
  try {
    const ready = await readyModels(models)
    const { open, ...taken } = await runInWorker('readAttachment', file, asksOf(ready))
    return { ...taken, findings: await findingsByModels({ ...taken, open }, file.today, ready) }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const { code, message } = faultOf(error)
    throw new AppError(code === 'file-name-invalid' ? 400 : 422, code, [], message)
  }
}

const refused = (code: 'file-personal' | 'file-needs-reason', findings: readonly FileFinding[]) =>
  new AppError(
    422,
    code,
    findings.slice(0, MOST_TOLD).map(({ code: rule, field, message, area }) => ({
      code: rule,
      field,
      message,
      ...(area && { area }),
    })),
  )

const isSound = (reason: string, today: string): boolean =>
  reason.length >= FIELD_POLICY.reasonLength && scanText(reason, { today }).length === 0

/**
 * Reads a file and applies the privacy check. Refuses a finding that no reason may release, and any other finding until
 * a reason is given. Stores nothing.
 * @throws AppError 400 or 422 with every finding
 */
export async function prepareFile(
  file: AttachmentFile,
  { reason }: Pick<UploadFields, 'reason'>,
  models: Models = NO_MODELS,
): Promise<PreparedFile> {
  const taken = await read(file, models)
  const { findings } = taken
  if (findings.some(({ releasable }) => !releasable)) throw refused('file-personal', findings)
  if (findings.length === 0) return { ...taken, reason: null }
  if (!reason) throw refused('file-needs-reason', findings)
  if (!isSound(reason, file.today)) throw new AppError(422, 'file-reason-invalid')
  return { ...taken, reason }
}
