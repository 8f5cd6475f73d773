import { type ErrorCode, errorText } from '@shared/texts/errors'
import type { ErrorBody } from '@shared/contract/common'
import { AppError } from '@server/platform/errors'
import { isStoreAway, isStoreFault, storeUnavailable, storeFailed } from '@server/platform/store/availability'

export interface ErrorAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: ErrorBody
  /** True when nobody expected it: to be logged with its stack. */
  unknown: boolean
}

/** Errors of the libraries under us that are the sender's fault, by HTTP status. */
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

/** The client went away in the middle of an answer or of its own request: no fault of ours, nobody left to tell. */
export const clientHungUp = ({ code }: { code?: unknown }): boolean =>
  HUNG_UP.has(String(code)) || String(code).startsWith('HPE_')

/** The one JSON shape of every error; an unknown one becomes a generic 500 that shows nothing but the request id. */
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
