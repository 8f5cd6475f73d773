import { z } from 'zod'
import { type ParsedRequest, type RequestSchemas, parseRequest } from './parseRequest'
import type { RateKind } from './middlewares/rateLimit'
import type { UploadedFile } from './middlewares/context'
import type { Services } from '@server/platform/services'
import type { WriteAnswer } from '@server/platform/idempotency/writeOnce'
import type { Download } from '@server/platform/download'
import type { Actor } from '@server/platform/access/actor'

/** `lines`: JSON lines that are sent as they come; `download`: a file; instead of one body of JSON. */
export type Answer =
  WriteAnswer | { status: number; lines: AsyncIterable<string> } | { status: number; download: Download }

/** What a route is called with, before its guard has looked at it. */
export interface RawCall {
  params: unknown
  query: unknown
  body: unknown
  services: Services
  requestId: string
  actor?: Actor
  file?: UploadedFile
  /** Runs the work in one transaction and keeps its answer under the request's `Idempotency-Key`. */
  transact?: (work: () => Promise<unknown>) => Promise<WriteAnswer>
}

/** A route as data: mounted by mount.ts, printed by the OpenAPI page, walked through by the authorisation matrix. */
export interface Route {
  method: 'get' | 'post' | 'put'
  /** Below `/api/v1`, with `:name` for parameters. */
  path: string
  /** Heading it stands under in the papers. */
  tag: string
  /** What it does, in Chinese. */
  summary: string
  /** `public`: nobody is asked who they are. `login`: a person. */
  access: 'public' | 'login'
  rate: RateKind
  /** Changes something by its user's wish: needs an `Idempotency-Key` and ends in one transaction. */
  write: boolean
  /** Takes a multipart file `file`. */
  upload: boolean
  /** What it answers: one JSON document, JSON lines, or a file. */
  answers: 'json' | 'lines' | 'file'
  status: 200 | 201
  /** Value of Cache-Control. */
  cache: string
  /** Organisation whose stamp covers everything on the page; its bytes are then kept. Null: there is no such page. */
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
  /** What leaves the server: fields that are not declared are cut off, missing ones are an error of ours. */
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
   * Ends the handling: the work runs in one transaction, together with the row of the `Idempotency-Key`. It may run more
   * than once, so it touches nothing but the database. What is slow and needs no database comes before.
   */
  commit: (work: () => Promise<z.output<R>>) => Promise<WriteAnswer>
}

/**
 * Kept by everybody, asked again each time by its ETag: a withdrawal is to be seen at once, so that no `max-age` and no
 * `stale-while-revalidate` stands here. When we cannot be reached, a proxy may show for a day what it has.
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
 * Public read: GET, no login, cacheable. `cache` is the Cache-Control of what hardly ever changes; `keptUnder` names the
 * organisation whose stamp moves with everything that the page shows.
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

/** Public read of something long: JSON lines, each of the shape `response`, sent while they are made; not kept. */
export function publicLines<Q extends z.ZodType, R extends z.ZodType>(
  head: Head<z.ZodType, Q, z.ZodType, R> & {
    handle: (call: Call<z.ZodType, Q, z.ZodType>) => Promise<AsyncIterable<string>>
  },
): Route {
  const kind = { ...READ, access: 'public', answers: 'lines', cache: NEVER_KEPT } as const
  return define(kind, head, async call => ({ status: 200, lines: await head.handle(call) }))
}

/** What an answer that is a file says of itself in the papers. */
const FILE = z.string().meta({ format: 'binary' })

/** Public read of a file. What is addressed by its hash never changes; it is kept by the reader alone, not on the way. */
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

/** Read of a file by a person who is logged in; never kept. */
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

/** Read for a person who is logged in; never kept. */
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

/** Read of something long by a person: JSON lines, each of the shape `response`, sent while they are made; never kept. */
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

/** Question of a person whose words are too long for an address: POST, changes and keeps nothing. */
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

/** Question of a person about a file: it is read, answered about and not kept. */
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

/** Write by a person: ends with `commit`. */
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

/** Write by a person that takes a file, and with `body` other fields of the form; ends with `commit`. */
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
 * What a person does about the own login: POST, answers that are never kept. No `Idempotency-Key`: a secret may not be stored
 * for a replay, and a code that works once needs none.
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

/** Login and its kin: POST without a login, answers that are never kept. */
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
