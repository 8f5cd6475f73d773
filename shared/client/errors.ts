import type { ErrorBody, Issue } from '../contract/common'

/** Error of every failed call. `code` is stable, `message` is Chinese and may be displayed. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** HTTP status; 0: no answer. */
    readonly status: number,
    readonly details: readonly Issue[] = [],
    readonly requestId: string | null = null,
  ) {
    super(message)
    this.name = 'ApiError'
  }

  /** True if there was no answer: the same call may be repeated unchanged. */
  get offline(): boolean {
    return this.status === 0
  }
}

const OFFLINE = '网络不通，请检查网络后再试。'
const UNREADABLE = '服务器的回答读不懂，请稍后再试。'

const INCOMPLETE = '地址不完整，不知道要看哪一条。'

export const offlineError = () => new ApiError('offline', OFFLINE, 0)

/** Error of a successful answer that is none of ours, e.g. the login page of a WLAN: as if there was no answer. */
export const strayAnswerError = () => new ApiError('unreadable-answer', UNREADABLE, 0)

/** Error of an address without the name of what it is about; the server is not asked. */
export const incompleteAddressError = () => new ApiError('incomplete-address', INCOMPLETE, 404)

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isErrorBody = (body: unknown): body is ErrorBody =>
  isObject(body) &&
  'error' in body &&
  isObject(body.error) &&
  'message' in body.error &&
  typeof body.error.message === 'string'

/** Creates the error of an answer with status ≥ 400, for any body. */
export function errorOf(status: number, body: unknown): ApiError {
  if (!isErrorBody(body)) return new ApiError('unreadable-answer', UNREADABLE, status)
  const { code, message, details, requestId } = body.error
  return new ApiError(code, message, status, details ?? [], requestId ?? null)
}
