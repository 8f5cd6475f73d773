import type { z } from 'zod'

/**
 * Input and output of an endpoint. Its answer is exactly one of `response` (JSON), `lines` (JSON lines of that
 * shape) and `download` (a file).
 */
export interface Endpoint {
  params?: z.ZodObject
  query?: z.ZodObject
  /** For an upload: the form fields sent with the file. */
  body?: z.ZodType
  /** The body may have up to 1 MB: drafts and long lists. Every other body has at most 16 kB. */
  large?: true
  /** Accepts one file as multipart field `file`. */
  upload?: true
  /** A POST that changes no record, or must not be replayed: it has no `Idempotency-Key`. */
  keyed?: false
  response?: z.ZodType
  lines?: z.ZodType
  download?: true
}

/** Method and path below `/api/v1`, with `:name` for parameters, e.g. `GET /notices/:id`. */
export type EndpointName = `${'GET' | 'POST' | 'PUT'} /${string}`

/** Declares endpoints and preserves the type of each. */
export const endpoints = <const Declared extends Record<EndpointName, Endpoint>>(
  declared: Declared,
): Declared => declared
