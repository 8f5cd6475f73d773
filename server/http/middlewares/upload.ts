import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'
import { createHash } from 'node:crypto'
import multer from 'multer'
import { AppError, badRequest } from '@server/platform/errors'
import type { AppContext, AppMiddleware, UploadedFile } from './context'

const FIELD_BYTES = 2_000

const limitsOf = (fields: number) => ({
  fileSize: UPLOAD_LIMIT.bytes,
  files: 1,
  fields,
  fieldSize: FIELD_BYTES,
  parts: 1 + fields,
  headerPairs: 20,
})

const isTooLarge = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'LIMIT_FILE_SIZE'

/** What the storage leaves of a file for us, besides what multer knows of it. */
interface Stored {
  bytes: Buffer
  sha256: string
}

/** In memory, piece by piece: between two pieces of a large file others are answered. */
const storage: multer.StorageEngine = {
  _handleFile(_request, { stream }, done) {
    const pieces: Buffer[] = []
    const hash = createHash('sha256')
    stream
      .on('data', (piece: Buffer) => {
        pieces.push(piece)
        hash.update(piece)
        stream.pause()
        setImmediate(() => stream.resume())
      })
      .once('error', done)
      .once('end', () => done(null, { bytes: Buffer.concat(pieces), sha256: hash.digest('hex') } as Partial<Express.Multer.File>)) // prettier-ignore
  },
  _removeFile: (_request, _file, done) => done(null),
}

type Take = ReturnType<ReturnType<typeof multer>['single']>

/** multer speaks Express; Koa's `ctx.req` and `ctx.res` are all that it touches. */
function taken(take: Take, ctx: AppContext): Promise<UploadedFile | undefined> {
  const request = ctx.req as Parameters<Take>[0]
  return new Promise((resolve, reject) => {
    take(request, ctx.res as Parameters<Take>[1], error => {
      if (error) return reject(error)
      const file = request.file as (Express.Multer.File & Stored) | undefined
      if (!file) return resolve(undefined)
      // Browsers send the name as UTF-8, which the parser reads as Latin-1.
      const name = Buffer.from(file.originalname, 'latin1').toString('utf8')
      resolve({ name, bytes: file.bytes, sha256: file.sha256 })
    })
  })
}

/** Takes the multipart field `file`, at most UPLOAD_LIMIT, into `ctx.state.file`; other fields, at most so many, become the body. */
export function upload(fields = 0): AppMiddleware {
  // A name with folders in it is refused, not cut short.
  const take = multer({ storage, limits: limitsOf(fields), preservePath: true }).single('file')
  return async (ctx, next) => {
    if (!ctx.request.is('multipart/form-data')) throw badRequest('file-required')
    const file = await taken(take, ctx).catch((error: unknown) => {
      throw isTooLarge(error) ? new AppError(413, 'file-too-large') : badRequest('bad-request')
    })
    if (!file) throw badRequest('file-required')
    if (/[/\\\0]/.test(file.name)) throw badRequest('file-name-invalid')
    ctx.state.file = file
    if (fields > 0) ctx.request.body = { ...(ctx.req as Parameters<Take>[0]).body }
    await next()
  }
}
