import { constants } from 'node:zlib'
import compress from 'koa-compress'
import type { AppMiddleware } from './context'

const BROTLI_QUALITY = 5
const WORTH_IT_BYTES = 1024

/** Compresses answers of more than 1 kB with Brotli, else gzip. */
export const compression = (): AppMiddleware =>
  compress({
    threshold: WORTH_IT_BYTES,
    br: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    deflate: false,
  }) as AppMiddleware
