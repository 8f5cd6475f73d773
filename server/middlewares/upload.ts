import { UPLOAD_LIMIT } from '@shared/data/uploads'
import multer from 'multer'
import { AppError, badRequest } from '../errors'
import type { AppContext, AppMiddleware, UploadedFile } from './context'

const LIMITS = { fileSize: UPLOAD_LIMIT.bytes, files: 1, fields: 0, parts: 1, headerPairs: 20 }

const isTooLarge = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'LIMIT_FILE_SIZE'

type Take = ReturnType<ReturnType<typeof multer>['single']>

/** multer speaks Express; Koa's `ctx.req` and `ctx.res` are all that it touches. */
function taken(take: Take, ctx: AppContext): Promise<UploadedFile | undefined> {
  const request = ctx.req as Parameters<Take>[0]
  return new Promise((resolve, reject) => {
    take(request, ctx.res as Parameters<Take>[1], error => {
      if (error) return reject(error)
      const { file } = request
      // Browsers send the name as UTF-8, which the parser reads as Latin-1.
      resolve(file && { name: Buffer.from(file.originalname, 'latin1').toString('utf8'), bytes: file.buffer })
    })
  })
}

/** Takes the multipart field `file`, at most UPLOAD_LIMIT, into `ctx.state.file`. */
export function upload(): AppMiddleware {
  const take = multer({ storage: multer.memoryStorage(), limits: LIMITS }).single('file')
  return async (ctx, next) => {
    if (!ctx.request.is('multipart/form-data')) throw badRequest('file-required')
    const file = await taken(take, ctx).catch((error: unknown) => {
      throw isTooLarge(error) ? new AppError(413, 'file-too-large') : badRequest('bad-request')
    })
    if (!file) throw badRequest('file-required')
    ctx.state.file = file
    await next()
  }
}
