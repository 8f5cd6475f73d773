import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import busboy from 'busboy'
import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'
import { AppError, badRequest } from '@server/platform/errors'
import type { AppContext, AppMiddleware, UploadedFile } from './context'
import { openSpool, type UploadTurns } from './uploadTurns'

const FIELD_BYTES = 2_000

/** Allows one more where the parser reports a limit as soon as it is reached. */
const limitsOf = (fields: number) => ({
  fileSize: UPLOAD_LIMIT.bytes + 1,
  files: 1,
  fields,
  fieldSize: FIELD_BYTES + 1,
  parts: 2 + fields,
})

/** Decodes the three characters that browsers escape in a form's file name (WHATWG HTML, multipart/form-data). */
const fileNameOf = (sent: string): string => sent.replace(/%0A|%0D|%22/gi, decodeURIComponent)

/** A received file, not yet in memory. */
interface Spooled {
  name: string
  /** Has no name on the disk any more: the space is free again whenever the process ends. */
  file: FileHandle
  bytes: number
  sha256: string
}

interface Form {
  file: Spooled | undefined
  fields: Map<string, string>
}

/** Reads a file onto the disk, piece by piece: while a slow one arrives it costs no memory. */
async function spool(name: string, stream: Readable & { truncated?: boolean }): Promise<Spooled> {
  const hash = createHash('sha256')
  const file = await openSpool()
  try {
    let bytes = 0
    for await (const piece of stream as AsyncIterable<Buffer>) {
      await file.write(piece)
      hash.update(piece)
      bytes += piece.length
    }
    if (stream.truncated) throw new AppError(413, 'file-too-large')
    return { name, file, bytes, sha256: hash.digest('hex') }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Reads a multipart form with at most one file, in the field `file`, and a limited number of other fields. */
async function readForm(request: IncomingMessage, fieldCount: number): Promise<Form> {
  // A name that contains folders is refused, not shortened. Browsers send names as UTF-8.
  const options = { headers: request.headers, preservePath: true, defParamCharset: 'utf8' }
  const parser = busboy({ ...options, limits: limitsOf(fieldCount) })
  const fields = new Map<string, string>()
  let file: Promise<Spooled> | undefined
  try {
    return await new Promise<Form>((resolve, reject) => {
      const refuse = () => reject(badRequest('bad-request'))
      parser
        .on('file', (field, stream, { filename }) => {
          if (field !== 'file' || !filename) {
            if (field !== 'file') refuse()
            stream.on('error', refuse).resume()
            return
          }
          // A form that breaks off before the file is open fails the reading later.
          stream.on('error', () => undefined)
          file = spool(fileNameOf(filename), stream)
          file.catch(reject)
        })
        .on('field', (field, value, { valueTruncated }) => {
          if (valueTruncated || fields.has(field)) refuse()
          fields.set(field, value)
        })
        .on('filesLimit', refuse)
        .on('fieldsLimit', refuse)
        .on('partsLimit', refuse)
        .on('error', refuse)
        .on('close', () => void Promise.resolve(file).then(read => resolve({ file: read, fields }), reject))
      finished(request).catch(refuse)
      request.pipe(parser)
    })
  } catch (error) {
    void file?.then(
      ({ file: spooled }) => spooled.close(),
      () => undefined,
    )
    throw error
  } finally {
    request.unpipe(parser)
    parser.destroy()
    // Reads and drops the rest of a refused upload: a client that is still sending does not read the answer.
    await finished(request.resume()).catch(() => undefined)
  }
}

async function fileOf({ name, file, bytes, sha256 }: Spooled): Promise<UploadedFile> {
  const content = Buffer.alloc(bytes)
  await file.read(content, 0, bytes, 0)
  return { name, bytes: content, sha256 }
}

/** Reads the form of a request. @throws AppError 400, 413 */
async function formOf(ctx: AppContext, fieldCount: number): Promise<Form & { file: Spooled }> {
  const { file, fields } = await readForm(ctx.req, fieldCount).catch((error: unknown) => {
    throw error instanceof AppError ? error : badRequest('bad-request')
  })
  if (!file) throw badRequest('file-required')
  if (/[/\\\0]/.test(file.name)) {
    await file.file.close()
    throw badRequest('file-name-invalid')
  }
  return { file, fields }
}

/**
 * Reads the multipart field `file`, at most UPLOAD_LIMIT, into `ctx.state.file`; up to `fieldCount` other fields
 * become the body. One file at a time of a person is received, and a few at a time are in memory; the others wait.
 * @throws AppError 429 `uploads-waiting` to a person whose files wait already
 */
export function upload(turns: UploadTurns, fieldCount = 0): AppMiddleware {
  return (ctx, next) =>
    turns.ofPerson(ctx.state.actor?.id ?? '', async () => {
      if (!ctx.request.is('multipart/form-data')) throw badRequest('file-required')
      const { file: spooled, fields } = await formOf(ctx, fieldCount)
      try {
        await turns.inMemory(async () => {
          ctx.state.file = await fileOf(spooled)
          ctx.request.body = fieldCount > 0 ? Object.fromEntries(fields) : {}
          await next()
        })
      } finally {
        await spooled.file.close()
      }
    })
}
