import { type ErrorCode, errorText } from '@shared/texts/errors'
import type { Issue } from '@shared/contract/common'

/** An error that the person at the other end may be told about. Everything else is answered as `internal`. */
export class AppError extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    readonly details: readonly Issue[] = [],
    message: string = errorText(code),
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.name = 'AppError'
  }
}

export const badRequest = (code: ErrorCode, details: readonly Issue[] = []) =>
  new AppError(400, code, details)

/** Faults of the request's shape: all of them. */
export const invalidRequest = (details: readonly Issue[]) => new AppError(400, 'invalid-request', details)

/** Sound in shape, but not fit to be kept, submitted or published: all reasons. */
export const requirementsUnmet = (details: readonly Issue[]) =>
  new AppError(422, 'requirements-unmet', details)

/** Sound in shape, but it cannot be so here; `message` says why. */
export const unprocessable = (code: ErrorCode, message?: string) => new AppError(422, code, [], message)

export const unauthorized = (code: ErrorCode = 'login-required') =>
  new AppError(401, code, [], errorText(code), { 'WWW-Authenticate': 'Bearer' })

export const forbidden = (code: ErrorCode = 'forbidden') => new AppError(403, code)

/** `field` names the field of the request that points at something unknown. */
export const notFound = (code: ErrorCode = 'not-found', field?: string) =>
  new AppError(404, code, field ? [{ code, field, message: errorText(code) }] : [])

/** Was there, and is lawfully no more; `message` says since when and why. */
export const gone = (code: ErrorCode, message?: string) => new AppError(410, code, [], message)

/** The world has moved on; `message` says what happened. */
export const conflict = (code: ErrorCode, message?: string) => new AppError(409, code, [], message)

export const rateLimited = (seconds: number) =>
  new AppError(429, 'rate-limited', [], errorText('rate-limited'), { 'Retry-After': String(seconds) })

export const unavailable = (code: ErrorCode) => new AppError(503, code)
