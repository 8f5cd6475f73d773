import { z } from 'zod'
import { type ParsedRequest, type RequestSchemas, parseRequest } from './parseRequest'
import type { RateKind } from './middlewares/rateLimit'
import type { UploadedFile } from './middlewares/context'
import type { Actor } from '@server/platform/access/policies'
import type { Services } from '@server/platform/services'
import type { WriteAnswer } from '@server/platform/idempotency/writeOnce'
import type { Download } from '@server/platform/download'

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
  actor?: Actor
  file?: UploadedFile
  /** Runs the work in one transaction and stores its answer under the request's `Idempotency-Key`. */
  transact?: (work: () => Promise<unknown>) => Promise<WriteAnswer>
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
  /** Kind of answer: one JSON document, JSON lines, or a file. */
  answers: 'json' | 'lines' | 'file'
  status: 200 | 201
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

type Kind = Pick<Route, 'method' | 'access' | 'rate' | 'write' | 'upload' | 'answers' | 'status' | 'cache'>

interface Head<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> extends RequestSchemas<P, Q, B> {
  path: string
  tag: string
  summary: string
  /** Schema of the answer: undeclared fields are removed, missing ones are a server error. */
  response: R
}

type Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = ParsedRequest<P, Q, B> & {
  services: Services
  requestId: string
}

interface StaffPart {
  actor: Actor
}

interface WritePart<R extends z.ZodType> extends StaffPart {
  /**
   * Ends the handler: runs the work in one transaction with the row of the `Idempotency-Key`. The work may be
   * retried, so it uses the database only. Slow work without the database goes first.
   */
  commit: (work: () => Promise<z.output<R>>) => Promise<WriteAnswer>
}

/**
 * Cached everywhere and revalidated by ETag each time: a withdrawal must show at once, hence no `max-age` and no
 * `stale-while-revalidate`. While we are unreachable, a proxy may serve its copy for a day.
 */
export const REVALIDATE = 'public, max-age=0, stale-if-error=86400'
const NEVER_KEPT = 'no-store'

const READ = {
  method: 'get',
  rate: 'read',
  write: false,
  upload: false,
  answers: 'json',
  status: 200,
} as const
const WRITE = { access: 'login', rate: 'write', write: true, answers: 'json', cache: NEVER_KEPT } as const

function define<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  kind: Kind,
  head: Head<P, Q, B, R>,
  handle: (call: Call<P, Q, B>, raw: RawCall) => Promise<Answer>,
): Route {
  const { path, tag, summary, params, query, body, response } = head
  return {
    ...kind,
    path,
    tag,
    summary,
    schemas: { params, query, body, response },
    run: async raw => {
      const parsed = parseRequest({ params, query, body }, raw)
      return handle({ ...parsed, services: raw.services, requestId: raw.requestId }, raw)
    },
  }
}

function part<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a route was mounted without what its kind needs')
  return value
}

const answer = (status: number, schema: z.ZodType, body: unknown): WriteAnswer => ({
  status,
  body: JSON.stringify(schema.parse(body)),
  replayed: false,
})

const staffPart = (raw: RawCall): StaffPart => ({ actor: part(raw.actor) })

const writePart = <R extends z.ZodType>(raw: RawCall, response: R): WritePart<R> => ({
  actor: part(raw.actor),
  commit: work => part(raw.transact)(async () => response.parse(await work())),
})

/**
 * Defines a public read: GET, no login, cacheable. `cache` is the Cache-Control of content that rarely changes;
 * `keptUnder` names the organisation whose stamp changes with everything on the page.
 */
export function publicRead<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  head: Head<P, Q, z.ZodType, R> & {
    cache?: string
    keptUnder?: (call: Call<P, Q, z.ZodType>) => Promise<string | null>
    handle: (call: Call<P, Q, z.ZodType>) => Promise<z.output<R>>
  },
): Route {
  const kind = { ...READ, access: 'public', cache: head.cache ?? REVALIDATE } as const
  const { keptUnder, params, query } = head
  const route = define(kind, head, async call => answer(200, head.response, await head.handle(call)))
  if (!keptUnder) return route
  const { body } = head
  return {
    ...route,
    keptUnder: raw => {
      const parsed = parseRequest({ params, query, body }, raw)
      return keptUnder({ ...parsed, services: raw.services, requestId: raw.requestId })
    },
  }
}

/** Defines a public read of a long list: streamed JSON lines, each of the shape `response`; not cached. */
export function publicLines<Q extends z.ZodType, R extends z.ZodType>(
  head: Head<z.ZodType, Q, z.ZodType, R> & {
    handle: (call: Call<z.ZodType, Q, z.ZodType>) => Promise<AsyncIterable<string>>
  },
): Route {
  const kind = { ...READ, access: 'public', answers: 'lines', cache: NEVER_KEPT } as const
  return define(kind, head, async call => ({ status: 200, lines: await head.handle(call) }))
}

/** Schema of a file answer in the API documentation. */
const FILE = z.string().meta({ format: 'binary' })

/** Defines a public read of a file. A file addressed by its hash never changes; only the client caches it, no proxy. */
export function publicFile<P extends z.ZodType, Q extends z.ZodType>(
  head: Omit<Head<P, Q, z.ZodType, z.ZodType>, 'response'> & {
    cache?: string
    handle: (call: Call<P, Q, z.ZodType>) => Promise<Download>
  },
): Route {
  const kind = { ...READ, access: 'public', answers: 'file', cache: head.cache ?? REVALIDATE } as const
  return define(kind, { ...head, response: FILE }, async call => ({
    status: 200,
    download: await head.handle(call),
  }))
}

/** Defines a logged-in read of a file; never cached. */
export function staffFile<P extends z.ZodType, Q extends z.ZodType>(
  head: Omit<Head<P, Q, z.ZodType, z.ZodType>, 'response'> & {
    handle: (call: Call<P, Q, z.ZodType> & StaffPart) => Promise<Download>
  },
): Route {
  const kind = { ...READ, access: 'login', answers: 'file', cache: NEVER_KEPT } as const
  return define(kind, { ...head, response: FILE }, async (call, raw) => ({
    status: 200,
    download: await head.handle({ ...call, ...staffPart(raw) }),
  }))
}

/** Defines a logged-in read; never cached. */
export function staffRead<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  head: Head<P, Q, z.ZodType, R> & {
    handle: (call: Call<P, Q, z.ZodType> & StaffPart) => Promise<z.output<R>>
  },
): Route {
  const kind = { ...READ, access: 'login', cache: NEVER_KEPT } as const
  return define(kind, head, async (call, raw) =>
    answer(200, head.response, await head.handle({ ...call, ...staffPart(raw) })),
  )
}

/** Defines a logged-in read of a long list: streamed JSON lines, each of the shape `response`; never cached. */
export function staffLines<Q extends z.ZodType, R extends z.ZodType>(
  head: Head<z.ZodType, Q, z.ZodType, R> & {
    handle: (call: Call<z.ZodType, Q, z.ZodType> & StaffPart) => Promise<AsyncIterable<string>>
  },
): Route {
  const kind = { ...READ, access: 'login', lines: true, cache: NEVER_KEPT } as const
  return define(kind, head, async (call, raw) => ({
    status: 200,
    lines: await head.handle({ ...call, ...staffPart(raw) }),
  }))
}

/** Defines a logged-in query that is too long for an address: POST, changes and stores nothing. */
export function staffAsk<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  head: Head<P, z.ZodType, B, R> & {
    handle: (call: Call<P, z.ZodType, B> & StaffPart) => Promise<z.output<R>>
  },
): Route {
  const kind = { ...WRITE, method: 'post', rate: 'read', write: false, upload: false, status: 200 } as const
  return define(kind, head, async (call, raw) =>
    answer(200, head.response, await head.handle({ ...call, ...staffPart(raw) })),
  )
}

/** Defines a logged-in query about an uploaded file, which is read and not stored. */
export function staffAskUpload<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  head: Head<P, z.ZodType, B, R> & {
    handle: (call: Call<P, z.ZodType, B> & StaffPart & { file: UploadedFile }) => Promise<z.output<R>>
  },
): Route {
  const kind = { ...WRITE, method: 'post', write: false, upload: true, status: 200 } as const
  return define(kind, head, async (call, raw) =>
    answer(200, head.response, await head.handle({ ...call, ...staffPart(raw), file: part(raw.file) })),
  )
}

/** Defines a logged-in write, which ends with `commit`. */
export function staffWrite<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  head: Head<P, z.ZodType, B, R> & {
    method: 'post' | 'put'
    status?: 200 | 201
    handle: (call: Call<P, z.ZodType, B> & WritePart<R>) => Promise<WriteAnswer>
  },
): Route {
  const kind = { ...WRITE, method: head.method, upload: false, status: head.status ?? 200 } as const
  return define(kind, head, (call, raw) => head.handle({ ...call, ...writePart(raw, head.response) }))
}

/** Defines a logged-in write with a file, and with other form fields in `body`; ends with `commit`. */
export function staffUpload<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  head: Head<P, z.ZodType, B, R> & {
    handle: (call: Call<P, z.ZodType, B> & WritePart<R> & { file: UploadedFile }) => Promise<WriteAnswer>
  },
): Route {
  const kind = { ...WRITE, method: 'post', upload: true, status: 201 } as const
  return define(kind, head, (call, raw) =>
    head.handle({ ...call, ...writePart(raw, head.response), file: part(raw.file) }),
  )
}

/**
 * Defines an action on the person's own login: POST, answers never cached. No `Idempotency-Key`: a secret must not be
 * stored for a replay, and a one-time code needs none.
 */
export function ownPost<B extends z.ZodType, R extends z.ZodType>(
  head: Head<z.ZodType, z.ZodType, B, R> & {
    handle: (call: Call<z.ZodType, z.ZodType, B> & StaffPart) => Promise<z.output<R>>
  },
): Route {
  const kind = { ...WRITE, method: 'post', rate: 'login', write: false, upload: false, status: 200 } as const
  return define(kind, head, async (call, raw) =>
    answer(200, head.response, await head.handle({ ...call, ...staffPart(raw) })),
  )
}

/** Defines a login or similar: POST without a login, answers never cached. */
export function openPost<B extends z.ZodType, R extends z.ZodType>(
  head: Head<z.ZodType, z.ZodType, B, R> & {
    handle: (call: Call<z.ZodType, z.ZodType, B>) => Promise<z.output<R>>
  },
): Route {
  const kind = {
    method: 'post',
    access: 'public',
    rate: 'login',
    write: false,
    upload: false,
    answers: 'json',
    status: 200,
    cache: NEVER_KEPT,
  } as const
  return define(kind, head, async call => answer(200, head.response, await head.handle(call)))
}
