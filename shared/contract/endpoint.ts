import type { z } from 'zod'

/**
 * What an endpoint takes and answers. It answers with exactly one of `response` (JSON), `lines` (JSON lines of that
 * shape) and `download` (a file).
 */
export interface Endpoint {
  params?: z.ZodObject
  query?: z.ZodObject
  /** Of an upload: the form fields beside the file. */
  body?: z.ZodType
  /** Takes one file as multipart field `file`. */
  upload?: true
  /** A POST that changes no record, or not one that may be replayed: it takes no `Idempotency-Key`. */
  keyed?: false
  response?: z.ZodType
  lines?: z.ZodType
  download?: true
}

/** Method and path below `/api/v1`, with `:name` for parameters, e.g. `GET /notices/:id`. */
export type EndpointName = `${'GET' | 'POST' | 'PUT'} /${string}`

/** Declares endpoints; keeps the type of each. */
export const endpoints = <const Declared extends Record<EndpointName, Endpoint>>(
  declared: Declared,
): Declared => declared
