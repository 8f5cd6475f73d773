import { z } from 'zod'
import { CONTRACT, type Contract } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { type RequestSchemas, parseRequest } from './parseRequest'
import type { RateKind } from './middlewares/rateLimit'
import type { UploadedFile } from './middlewares/context'
import type { Services } from '@server/platform/services'
import type { RouteDb, Tx } from '@server/platform/store/db'
import type { WriteAnswer } from '@server/platform/idempotency/writeOnce'
import type { Download } from '@server/platform/download'
import type { Actor } from '@server/platform/access/actor'
import type { Client } from '@server/platform/access/client'

/** `lines`: streamed JSON lines; `download`: a file; both in place of one JSON body. */
export type Answer =
  WriteAnswer | { status: number; lines: AsyncIterable<string> } | { status: number; download: Download }

/** The unvalidated input of a route. */
export interface RawCall {
  params: unknown
  query: unknown
  body: unknown
  services: Services
  requestId: string
  client: Client
  actor?: Actor
  file?: UploadedFile
  /** Runs the work in one transaction and stores its answer under the request's `Idempotency-Key`. */
  transact?: (work: (tx: Tx) => Promise<unknown>) => Promise<WriteAnswer>
}

/** What is known of an upload before its file is read. */
interface Permitting {
  params: unknown
  services: Services
  requestId: string
  actor: Actor
}

/** A route as data: mounted by mount.ts, documented by the OpenAPI page, tested by the authorisation matrix. */
export interface Route {
  method: 'get' | 'post' | 'put'
  /** Path below `/api/v1`, with `:name` for parameters. */
  path: string
  /** Heading in the API documentation. */
  tag: string
  /** Summary, in Chinese. */
  summary: string
  /** `public`: without login. `login`: a logged-in person. */
  access: 'public' | 'login'
  rate: RateKind
  /** Changes data: requires an `Idempotency-Key` and ends in one transaction. */
  write: boolean
  /** Takes a multipart file `file`. */
  upload: boolean
  /** Takes a JSON body of up to 1 MB; otherwise of 16 kB. */
  large: boolean
  /** Points of its limit that a request takes; 1 for most. */
  cost: number
  /** Judges an upload before its file is read. */
  allow?: (call: Permitting) => Promise<void>
  /** Kind of answer: one JSON document, JSON lines, or a file. */
  answers: 'json' | 'lines' | 'file'
  status: 200 | 201
  /** Its content may have been lawfully erased: the answer is then 410. */
  mayBeGone: boolean
  /** Value of Cache-Control. */
  cache: string
  /**
   * Returns the organisation whose stamp versions the whole page, which is then cached. Null: the page does not
   * exist.
   */
  keptUnder?: (call: RawCall) => Promise<string | null>
  schemas: RequestSchemas<z.ZodType, z.ZodType, z.ZodType> & { response: z.ZodType }
  run(call: RawCall): Promise<Answer>
}

type Kind = Pick<Route, 'access' | 'rate' | 'write' | 'upload' | 'answers' | 'status' | 'cache'>

/** Keys of the contract whose endpoints have this shape. */
type Having<Shape> = { [K in keyof Contract]: Contract[K] extends Shape ? K : never }[keyof Contract]

type Uploading = Having<{ upload: true }>
type Unkeyed = Having<{ keyed: false }>
type Answering = Having<{ response: z.ZodType }>
type ReadKey = Extract<Answering, `GET ${string}`>
type LinesKey = Having<{ lines: z.ZodType }>
type FileKey = Having<{ download: true }>
type AskKey = Exclude<Extract<Answering, Unkeyed>, Uploading>
type AskUploadKey = Extract<Uploading, Unkeyed>
type WriteKey = Exclude<Answering, ReadKey | Unkeyed | Uploading>
type UploadKey = Exclude<Uploading, Unkeyed>

type Parsed<K extends keyof Contract, Part extends 'params' | 'query' | 'body'> =
  Contract[K] extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined
type Answered<K extends keyof Contract> = Contract[K] extends { response: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : never

interface Head {
  tag: string
  summary: string
  /** Points of the limit that a request takes; 1 unless given. See docs/performance.md for what an answer costs. */
  cost?: number
  /** Its content may have been lawfully erased: the answer is then 410. */
  mayBeGone?: true
}

/** A route passes its store on to queries. */
type RouteServices = Omit<Services, 'db'> & { db: RouteDb }

interface Call<K extends keyof Contract> {
  params: Parsed<K, 'params'>
  query: Parsed<K, 'query'>
  body: Parsed<K, 'body'>
  services: RouteServices
  requestId: string
}

interface StaffPart {
  actor: Actor
}

interface WritePart<Response> extends StaffPart {
  /**
   * Ends the handler: runs the work in one transaction with the row of the `Idempotency-Key`. The work may be
   * retried, so it uses the database only. Slow work without the database goes first.
   */
  commit: (work: (tx: Tx) => Promise<Response>) => Promise<WriteAnswer>
}

/**
 * Cached everywhere and revalidated by ETag each time: a withdrawal must show at once, hence no `max-age` and no
 * `stale-while-revalidate`, and no `stale-if-error`: a proxy that cannot reach us does not know what was withdrawn.
 */
export const REVALIDATE = 'public, max-age=0, must-revalidate'
const NEVER_KEPT = 'no-store'

const READ = {
  rate: 'read',
  write: false,
  upload: false,
  answers: 'json',
  status: 200,
} as const
const WRITE = { access: 'login', rate: 'write', write: true, answers: 'json', cache: NEVER_KEPT } as const

/** Schema of a file answer, which has no JSON shape. */
const FILE = z.string()

type Method = Route['method']

function define<K extends keyof Contract>(
  kind: Kind,
  key: K,
  { tag, summary, mayBeGone, cost }: Head,
  handle: (call: Call<K>, raw: RawCall, response: z.ZodType) => Promise<Answer>,
): Route {
  const endpoint: Endpoint = CONTRACT[key]
  const [method, path] = key.split(' ') as [string, string]
  const { params, query, body } = endpoint
  const response = endpoint.response ?? endpoint.lines ?? FILE
  return {
    ...kind,
    method: method.toLowerCase() as Method,
    path,
    tag,
    summary,
    mayBeGone: mayBeGone ?? false,
    large: endpoint.large ?? false,
    cost: cost ?? 1,
    schemas: { params, query, body, response },
    run: async raw => handle(callOf(key, raw), raw, response),
  }
}

/**
 * Validates a request against the contract.
 * @throws AppError 400 `invalid-request` for a part that violates it
 */
function callOf<K extends keyof Contract>(key: K, raw: RawCall): Call<K> {
  const { params, query, body }: Endpoint = CONTRACT[key]
  const parsed = parseRequest({ params, query, body }, raw)
  return { ...parsed, services: raw.services, requestId: raw.requestId } as Call<K>
}

function part<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a route was mounted without what its kind needs')
  return value
}

/** The call of a helper shared by several writes of one shape. */
export type WriteCall<Params, Body, Response> = Omit<Call<keyof Contract>, 'params' | 'query' | 'body'> &
  WritePart<Response> & { params: Params; body: Body }

const answer = (status: number, schema: z.ZodType, body: unknown): WriteAnswer => ({
  status,
  body: JSON.stringify(schema.parse(body)),
  replayed: false,
})

const staffPart = (raw: RawCall): StaffPart => ({ actor: part(raw.actor) })

const writePart = <Response>(raw: RawCall, response: z.ZodType): WritePart<Response> => ({
  actor: part(raw.actor),
  commit: work => part(raw.transact)(async tx => response.parse(await work(tx))),
})

/**
 * Defines a public read: GET, no login, cacheable. `cache` is the Cache-Control of content that rarely changes;
 * `keptUnder` names the organisation whose stamp changes with everything on the page.
 */
export function publicRead<K extends ReadKey>(
  key: K,
  head: Head & {
    cache?: string
    keptUnder?: (call: Call<K>) => Promise<string | null>
    handle: (call: Call<K>) => Promise<Answered<K>>
  },
): Route {
  const kind = { ...READ, access: 'public', cache: head.cache ?? REVALIDATE } as const
  const { keptUnder } = head
  const route = define(kind, key, head, async (call, _raw, response) =>
    answer(200, response, await head.handle(call)),
  )
  return keptUnder ? { ...route, keptUnder: raw => keptUnder(callOf(key, raw)) } : route
}

/** Defines a public read of a long list: streamed JSON lines, each of the contract's shape; not cached. */
export function publicLines<K extends LinesKey>(
  key: K,
  head: Head & { handle: (call: Call<K>) => Promise<AsyncIterable<string>> },
): Route {
  const kind = { ...READ, access: 'public', answers: 'lines', cache: NEVER_KEPT } as const
  return define(kind, key, head, async call => ({ status: 200, lines: await head.handle(call) }))
}

/** Defines a public read of a file. A file addressed by its hash never changes; only the client caches it, no proxy. */
export function publicFile<K extends FileKey>(
  key: K,
  head: Head & { cache?: string; handle: (call: Call<K>) => Promise<Download> },
): Route {
  const kind = { ...READ, access: 'public', answers: 'file', cache: head.cache ?? REVALIDATE } as const
  return define(kind, key, head, async call => ({ status: 200, download: await head.handle(call) }))
}

/** Defines a logged-in read of a file; never cached. */
export function staffFile<K extends FileKey>(
  key: K,
  head: Head & { handle: (call: Call<K> & StaffPart) => Promise<Download> },
): Route {
  const kind = { ...READ, access: 'login', answers: 'file', cache: NEVER_KEPT } as const
  return define(kind, key, head, async (call, raw) => ({
    status: 200,
    download: await head.handle({ ...call, ...staffPart(raw) }),
  }))
}

/** Defines a logged-in read; never cached. */
export function staffRead<K extends ReadKey>(
  key: K,
  head: Head & { handle: (call: Call<K> & StaffPart) => Promise<Answered<K>> },
): Route {
  const kind = { ...READ, access: 'login', cache: NEVER_KEPT } as const
  return define(kind, key, head, async (call, raw, response) =>
    answer(200, response, await head.handle({ ...call, ...staffPart(raw) })),
  )
}

/** Defines a logged-in read of a long list: streamed JSON lines, each of the contract's shape; never cached. */
export function staffLines<K extends LinesKey>(
  key: K,
  head: Head & { handle: (call: Call<K> & StaffPart) => Promise<AsyncIterable<string>> },
): Route {
  const kind = { ...READ, access: 'login', answers: 'lines', cache: NEVER_KEPT } as const
  return define(kind, key, head, async (call, raw) => ({
    status: 200,
    lines: await head.handle({ ...call, ...staffPart(raw) }),
  }))
}

/** Defines a logged-in query that is too long for an address: POST, changes and stores nothing. */
export function staffAsk<K extends AskKey>(
  key: K,
  head: Head & { handle: (call: Call<K> & StaffPart) => Promise<Answered<K>> },
): Route {
  const kind = { ...WRITE, rate: 'read', write: false, upload: false, status: 200 } as const
  return define(kind, key, head, async (call, raw, response) =>
    answer(200, response, await head.handle({ ...call, ...staffPart(raw) })),
  )
}

/** The part of an upload's definition that judges it before its file is read. */
interface UploadHead<K extends keyof Contract> extends Head {
  /** @throws AppError when the person may not upload here */
  allow: (call: Pick<Call<K>, 'params' | 'services' | 'requestId'> & StaffPart) => Promise<unknown>
}

/** Adds the judgement before the file to a route. */
const judged = <K extends keyof Contract>(route: Route, key: K, { allow }: UploadHead<K>): Route => ({
  ...route,
  allow: async ({ params, ...raw }) => {
    const parsed = parseRequest(
      { params: (CONTRACT[key] as Endpoint).params },
      { params, query: {}, body: {} },
    )
    await allow({ ...raw, params: parsed.params } as unknown as Parameters<typeof allow>[0])
  },
})

/** Defines a logged-in query about an uploaded file, which is read and not stored. */
export function staffAskUpload<K extends AskUploadKey>(
  key: K,
  head: UploadHead<K> & {
    handle: (call: Call<K> & StaffPart & { file: UploadedFile }) => Promise<Answered<K>>
  },
): Route {
  const kind = { ...WRITE, write: false, upload: true, status: 200 } as const
  const route = define(kind, key, head, async (call, raw, response) =>
    answer(200, response, await head.handle({ ...call, ...staffPart(raw), file: part(raw.file) })),
  )
  return judged(route, key, head)
}

/** Defines a logged-in write, which ends with `commit`. */
export function staffWrite<K extends WriteKey>(
  key: K,
  head: Head & {
    status?: 200 | 201
    handle: (call: Call<K> & WritePart<Answered<K>>) => Promise<WriteAnswer>
  },
): Route {
  const kind = { ...WRITE, upload: false, status: head.status ?? 200 } as const
  return define(kind, key, head, (call, raw, response) =>
    head.handle({ ...call, ...writePart<Answered<K>>(raw, response) }),
  )
}

/** Defines a logged-in write with a file, and with other form fields in `body`; ends with `commit`. */
export function staffUpload<K extends UploadKey>(
  key: K,
  head: UploadHead<K> & {
    handle: (call: Call<K> & WritePart<Answered<K>> & { file: UploadedFile }) => Promise<WriteAnswer>
  },
): Route {
  const kind = { ...WRITE, upload: true, status: 201 } as const
  const route = define(kind, key, head, (call, raw, response) =>
    head.handle({ ...call, ...writePart<Answered<K>>(raw, response), file: part(raw.file) }),
  )
  return judged(route, key, head)
}

/**
 * Defines an action on the person's own login: POST, answers never cached. No `Idempotency-Key`: a secret must not be
 * stored for a replay, and a one-time code needs none.
 */
export function ownPost<K extends AskKey>(
  key: K,
  head: Head & { handle: (call: Call<K> & StaffPart) => Promise<Answered<K>> },
): Route {
  const kind = { ...WRITE, rate: 'login', write: false, upload: false, status: 200 } as const
  return define(kind, key, head, async (call, raw, response) =>
    answer(200, response, await head.handle({ ...call, ...staffPart(raw) })),
  )
}

/**
 * Defines a login or similar: POST without a login, answers never cached. `rate`: of a question that a waiting browser asks
 * every few seconds, `read`.
 */
export function openPost<K extends AskKey>(
  key: K,
  head: Head & { rate?: 'read'; handle: (call: Call<K> & { client: Client }) => Promise<Answered<K>> },
): Route {
  const kind = {
    ...WRITE,
    access: 'public',
    rate: head.rate ?? 'login',
    write: false,
    upload: false,
    status: 200,
  } as const
  return define(kind, key, head, async (call, { client }, response) =>
    answer(200, response, await head.handle({ ...call, client })),
  )
}
