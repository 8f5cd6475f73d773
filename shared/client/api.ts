import type { z } from 'zod'
import type { Contract } from '../contract'
import type { Caller, HttpAnswer, HttpRequest, Query, WriteOptions } from './call'
import { incompleteAddressError, strayAnswerError } from './errors'

export type EndpointKey = keyof Contract

type Having<Shape> = { [K in EndpointKey]: Contract[K] extends Shape ? K : never }[EndpointKey]
type FileKey = Having<{ download: true }> | Having<{ lines: z.ZodType }>
type JsonKey = Having<{ response: z.ZodType }>
type KeyedKey = Exclude<JsonKey, `GET ${string}` | Having<{ keyed: false }>>

/** Input without fields. */
type Empty = Record<never, never>

type Params<E> = E extends { params: infer S extends z.ZodType } ? { params: z.input<S> } : Empty
type QueryPart<E> = E extends { query: infer S extends z.ZodType }
  ? Empty extends z.input<S>
    ? { query?: z.input<S> }
    : { query: z.input<S> }
  : Empty
type Body<E> = E extends { body: infer S extends z.ZodType }
  ? Empty extends z.input<S>
    ? E extends { upload: true }
      ? { body: z.input<S> }
      : { body?: z.input<S> }
    : { body: z.input<S> }
  : Empty
type FilePart<E, File> = E extends { upload: true } ? { file: File } : Empty

/** Input of an endpoint: path parameters, query, body and file, as declared by the contract. */
export type Input<E, File = unknown> = Params<E> & QueryPart<E> & Body<E> & FilePart<E, File>

/** JSON answer of an endpoint. */
export type Output<E> = E extends { response: infer S extends z.ZodType } ? z.output<S> : never

/** `anonymous`: sends no token and renews none. */
interface Unkeyed {
  anonymous?: true
  idempotencyKey?: undefined
}

type Arguments<K extends EndpointKey, File> = K extends KeyedKey
  ? [input: Input<Contract[K], File>, options: WriteOptions]
  : Empty extends Input<Contract[K], File>
    ? [input?: Input<Contract[K], File>, options?: Unkeyed]
    : [input: Input<Contract[K], File>, options?: Unkeyed]

/** A request with a file and the other fields of its form. */
export type HttpUpload<File> = HttpRequest & { file: File; fields?: Record<string, string> }
export type Upload<File> = (request: HttpUpload<File>) => Promise<HttpAnswer>

/** Untyped input of an endpoint, already checked by `Input`. */
interface Given<File> {
  params?: Record<string, string>
  query?: Query
  body?: Record<string, unknown>
  file?: File
}

const methodOf = (endpoint: EndpointKey) => endpoint.split(' ')[0] as HttpRequest['method']

const filled = (endpoint: EndpointKey, params: Record<string, string> = {}): string =>
  endpoint.split(' ')[1]!.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name]!))

/** Formats `?name=value&…`; empty without values. `URLSearchParams` is missing in the mini program. */
function queryText(query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value as string | number | boolean))}`).join('&')}`
}

/** Converts the defined fields of a form to text. */
function fieldsOf(body: Record<string, unknown> | undefined): Record<string, string> | undefined {
  if (!body) return undefined
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(body) as [string, string | number | boolean | undefined][]) {
    if (value !== undefined) fields[name] = String(value)
  }
  return fields
}

/** Returns the path of a file below the API's base address, for `download` or a URL. */
export function pathTo<K extends FileKey>(endpoint: K, input: Input<Contract[K]>): string {
  const { params, query } = input as Given<never>
  return `${filled(endpoint, params)}${queryText(query)}`
}

/** An empty part of a path would make it the path of another endpoint. */
const isWhole = (params: Record<string, string> = {}): boolean =>
  Object.keys(params).every(name => params[name] !== '')

/** Every JSON answer of the server is an object. */
const isOurs = (body: unknown): boolean => typeof body === 'object' && body !== null && !Array.isArray(body)

/** Creates the typed API: `api('GET /notices/:id', { params: { id } })`. @throws ApiError */
export function createApi<File>({ call }: Caller, upload?: Upload<File>) {
  async function ask<Body>(...asked: Parameters<typeof call>): Promise<Body> {
    const body = await call<Body>(...asked)
    if (!isOurs(body)) throw strayAnswerError()
    return body
  }

  return async function api<K extends JsonKey>(
    endpoint: K,
    ...[input, options]: Arguments<K, File>
  ): Promise<Output<Contract[K]>> {
    const { params, query, body, file } = (input ?? {}) as Given<File>
    if (!isWhole(params)) throw incompleteAddressError()
    const method = methodOf(endpoint)
    const path = `${filled(endpoint, params)}${queryText(query)}`
    const { idempotencyKey: key, anonymous }: Partial<WriteOptions> & Pick<Unkeyed, 'anonymous'> =
      options ?? {}
    const idempotencyKey =
      typeof key === 'function' ? key(`${endpoint} ${path} ${JSON.stringify(body)}`, file) : key
    if (file === undefined) {
      return ask({
        method,
        path,
        body: method === 'GET' ? undefined : (body ?? {}),
        idempotencyKey,
        anonymous,
      })
    }
    if (!upload) throw new Error('createClient was given no `upload`')
    return ask({ method, path, idempotencyKey }, request =>
      upload({ ...request, file, fields: fieldsOf(body) }),
    )
  }
}
