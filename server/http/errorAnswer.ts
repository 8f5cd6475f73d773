import { type ErrorCode, errorText } from '@shared/texts/errors'
import type { ErrorBody } from '@shared/contract/common'
import { AppError } from '@server/platform/errors'
import { isStoreAway, isStoreFault, storeUnavailable, storeFailed } from '@server/platform/store/availability'

export interface ErrorAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: ErrorBody
  /** True for an unexpected error, which is logged with its stack. */
  unknown: boolean
}

/** Library errors that the client caused, by HTTP status. */
const BY_STATUS: Record<number, ErrorCode> = {
  400: 'bad-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
}

function known(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (isStoreAway(error)) return storeUnavailable()
  if (isStoreFault(error)) return storeFailed()
  if (error instanceof URIError) return new AppError(400, 'bad-request')
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
  const code = BY_STATUS[status]
  return code ? new AppError(status, code) : null
}

const HUNG_UP = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'])

/** Checks whether the client closed the connection during its request or our answer: not a server fault. */
export const clientHungUp = ({ code }: { code?: unknown }): boolean =>
  HUNG_UP.has(String(code)) || String(code).startsWith('HPE_')

/** Builds the one JSON shape of every error; an unknown one becomes a generic 500 with nothing but the request id. */
export function answerFor(error: unknown, requestId: string): ErrorAnswer {
  const app = known(error)
  const { status, code, message, details, headers } = app ?? new AppError(500, 'internal')
  return {
    status,
    headers,
    body: { error: { code, message: message || errorText(code), details: [...details], requestId } },
    unknown: app === null || isStoreFault(error),
  }
}
