import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import busboy from 'busboy'
import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'
import { AppError, badRequest } from '@server/platform/errors'
import type { AppMiddleware, UploadedFile } from './context'

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

interface Form {
  file: UploadedFile | undefined
  fields: Map<string, string>
}

/** Reads a file into memory chunk by chunk, so that other requests are answered in between. */
async function readFile(name: string, stream: Readable & { truncated?: boolean }): Promise<UploadedFile> {
  const pieces: Buffer[] = []
  const hash = createHash('sha256')
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece)
    hash.update(piece)
    await setImmediate()
  }
  if (stream.truncated) throw new AppError(413, 'file-too-large')
  return { name, bytes: Buffer.concat(pieces), sha256: hash.digest('hex') }
}

/** Reads a multipart form with at most one file, in the field `file`, and a limited number of other fields. */
async function readForm(request: IncomingMessage, fieldCount: number): Promise<Form> {
  // A name that contains folders is refused, not shortened. Browsers send names as UTF-8.
  const options = { headers: request.headers, preservePath: true, defParamCharset: 'utf8' }
  const parser = busboy({ ...options, limits: limitsOf(fieldCount) })
  const fields = new Map<string, string>()
  let file: Promise<UploadedFile> | undefined
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
          file = readFile(fileNameOf(filename), stream)
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
  } finally {
    request.unpipe(parser)
    parser.destroy()
    // Reads and drops the rest of a refused upload: a client that is still sending does not read the answer.
    await finished(request.resume()).catch(() => undefined)
  }
}

/**
 * Reads the multipart field `file`, at most UPLOAD_LIMIT, into `ctx.state.file`; up to `fieldCount` other fields
 * become the body.
 */
export function upload(fieldCount = 0): AppMiddleware {
  return async (ctx, next) => {
    if (!ctx.request.is('multipart/form-data')) throw badRequest('file-required')
    const { file, fields } = await readForm(ctx.req, fieldCount).catch((error: unknown) => {
      throw error instanceof AppError ? error : badRequest('bad-request')
    })
    if (!file) throw badRequest('file-required')
    if (/[/\\\0]/.test(file.name)) throw badRequest('file-name-invalid')
    ctx.state.file = file
    if (fieldCount > 0) ctx.request.body = Object.fromEntries(fields)
    await next()
  }
}
