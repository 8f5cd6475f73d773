import { type ErrorCode, errorText } from '@shared/texts/errors'
import type { Issue } from '@shared/contract/common'

/** An error whose code and message may be sent to the client. Every other error is answered as `internal`. */
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

/** Creates a 400 with every fault of the request's shape. */
export const invalidRequest = (details: readonly Issue[]) => new AppError(400, 'invalid-request', details)

/**
 * Creates a 422 for a well-formed request that does not meet the requirements to be stored, submitted or published;
 * lists every reason.
 */
export const requirementsUnmet = (details: readonly Issue[]) =>
  new AppError(422, 'requirements-unmet', details)

/** Creates a 422 for a well-formed request that the present state does not allow; `message` gives the reason. */
export const unprocessable = (code: ErrorCode, message?: string) => new AppError(422, code, [], message)

export const unauthorized = (code: ErrorCode = 'login-required') =>
  new AppError(401, code, [], errorText(code), { 'WWW-Authenticate': 'Bearer' })

export const forbidden = (code: ErrorCode = 'forbidden') => new AppError(403, code)

/** Creates a 404; `field` names the field of the request that refers to something unknown. */
export const notFound = (code: ErrorCode = 'not-found', field?: string) =>
  new AppError(404, code, field ? [{ code, field, message: errorText(code) }] : [])

/** Creates a 410 for a record that was lawfully removed; `message` gives the date and the reason. */
export const gone = (code: ErrorCode, message?: string) => new AppError(410, code, [], message)

/** Creates a 409 for a state that has changed since it was read; `message` describes the change. */
export const conflict = (code: ErrorCode, message?: string) => new AppError(409, code, [], message)

export const rateLimited = (seconds: number) =>
  new AppError(429, 'rate-limited', [], errorText('rate-limited'), { 'Retry-After': String(seconds) })

export const unavailable = (code: ErrorCode) => new AppError(503, code)
