import fc from 'fast-check'
import { ErrorBody } from '@shared/schemas/common'
import { ROUTES } from '../../server/routes'
import type { Route } from '../../server/routes/define'
import { type Answer, type TestServer, startTestServer } from '../support/api/testServer'
import {
  ITEMS,
  type Person,
  buildWorld,
  clearNotices,
  financeContent,
  storyOf,
  tokenOf,
} from '../support/api/world'

/**
 * Mutated requests over every route: whatever comes, the answer is one of ours. Runs per route, raised by FUZZ_RUNS.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25)
const PEOPLE: Person[] = [
  'editor',
  'supervisor',
  'head',
  'clerk',
  'district',
  'security-admin',
  'audit-admin',
]

let server: TestServer
let noticeId: string

beforeAll(async () => {
  server = await startTestServer('fuzz', undefined, { RATE_READ: '0', RATE_LOGIN: '0' })
  await buildWorld(server.models)
})
afterAll(() => server.close())
beforeEach(async () => {
  await clearNotices(server.models)
  noticeId = (await storyOf(server).create('editor')).notice.id
})

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1.5,
    1e21,
    Number.MAX_SAFE_INTEGER,
    true,
    [],
    {},
    [[]],
    'a'.repeat(300),
  ),
  fc.constantFrom<unknown>(
    '2026-02-30',
    '0000',
    '9999Q4',
    '2026-13',
    '\u0000',
    '\uD800',
    '🀄️',
    '$where',
    '../..',
    '%00',
  ),
  fc.constantFrom<unknown>({ $ne: 1 }, { $gt: '' }, { $regex: '^(a+)+$' }, { toString: 1 }, { length: -1 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Every path into a value, itself included. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

/** A copy with another value at the path. */
function replaced(value: unknown, [key, ...rest]: string[], put: unknown): unknown {
  if (key === undefined) return put
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) }
  Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, put) })
  return copy
}

const nothing = { title: '十月', period: '2026-10', blocks: [{ type: 'nothing' }] }
const recipients = {
  title: '十月',
  period: '2026-10',
  blocks: [
    {
      type: 'recipients',
      rows: [{ name: '张*', group: '一组', scheme: '补贴', standard: '1元', amountFen: 1 }],
      totalPersons: 1,
      totalFen: 1,
    },
    { type: 'text', label: '说明', text: '如下' },
    {
      type: 'attachments',
      files: [{ name: 'a.pdf', mime: 'application/pdf', bytes: 1, sha256: '0'.repeat(64) }],
    },
  ],
}

/** Sound bodies to begin with. */
const BODIES: Record<string, unknown[]> = {
  '/notices': [financeContent('2026-09'), nothing, recipients].map(content => ({
    orgCode: 'V1',
    itemId: ITEMS.finance._id,
    regards: null,
    content,
  })),
  '/notices/:id': [financeContent(), nothing, recipients].map(content => ({ version: 1, content })),
  '/notices/:id/submit': [{ version: 1 }],
  '/notices/:id/sign-off': [{ version: 1, opinion: 'object', reason: '不对' }],
  '/notices/:id/publish': [{ version: 1 }],
  '/auth/wechat': [{ code: 'editor#1' }],
  '/auth/refresh': [{ refreshToken: 'x'.repeat(43) }],
  '/auth/logout': [{ refreshToken: 'x'.repeat(43) }],
}

const QUERY_NAMES = [
  'org',
  'q',
  'category',
  'period',
  'cursor',
  'limit',
  'state',
  'bogus',
  'q[$ne]',
  '__proto__',
]
const text = fc.oneof(
  fc.constantFrom(
    'V1',
    'ST1',
    'XQ',
    '财务',
    'village-finance',
    '2026-10',
    '1',
    '50',
    '-1',
    'draft',
    '收支 收支',
    '%',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
/** Not what an address swallows: `/orgs/.` is `/orgs`. */
const segment = text.filter(value => !/^\.{0,2}$/.test(value))
const query = fc.dictionary(fc.constantFrom(...QUERY_NAMES), text, { maxKeys: 4 })

/** A sound body with up to two places changed. */
const bodyFor = (route: Route) =>
  fc
    .tuple(
      fc.constantFrom(...(route.method === 'get' ? [undefined] : (BODIES[route.path] ?? [undefined]))),
      fc.array(fc.nat(), { maxLength: 2 }),
      nasty,
    )
    .map(([body, places, put]) => {
      if (body === undefined) return undefined
      const paths = pathsOf(body)
      const chosen = places.map(place => paths[place % paths.length]!)
      return chosen.reduce<unknown>(
        (made, path) => (hasPath(made, path) ? replaced(made, path, put) : made),
        body,
      )
    })

const hasPath = (value: unknown, [key, ...rest]: string[]): boolean =>
  key === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    key in value &&
    hasPath((value as Record<string, unknown>)[key], rest))

const pathFor = (route: Route) =>
  fc
    .tuple(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: segment }), query)
    .map(([odd, asked]) => {
      const known: Record<string, string> = {
        code: 'V1',
        id: route.path.startsWith('/catalogue-items') ? ITEMS.finance._id : noticeId,
      }
      const filled = route.path.replace(/:(\w+)/g, (_all, name: string) =>
        encodeURIComponent(odd ?? known[name]!),
      )
      const search = new URLSearchParams(asked)
      return `/api/v1${filled}${search.size > 0 ? `?${search}` : ''}`
    })

/** The JSON documents of an answer: one, or one a line; a file to be kept is none. */
const documentsIn = ({ headers, body, text: lines }: Answer): unknown[] =>
  headers.has('content-disposition')
    ? []
    : headers.get('content-type')?.startsWith('application/json;') || body !== undefined
      ? [body]
      : lines
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line) as unknown)

test.each(ROUTES.map(route => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  async (_name, route) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constant(null).chain(() => pathFor(route)),
        bodyFor(route),
        fc.constantFrom(...PEOPLE),
        async (path, body, person) => {
          const answer = await server.ask(route.method.toUpperCase(), path, {
            token: tokenOf(server, person),
            body,
          })
          expect([answer.status < 500, answer.text.slice(0, 300)]).toEqual([true, expect.any(String)])
          const schema = answer.status >= 400 ? ErrorBody : route.schemas.response
          for (const body of documentsIn(answer)) {
            expect(schema.safeParse(body).error?.issues ?? []).toEqual([])
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  600_000,
)

test('nothing unexpected was logged', () => {
  expect(server.logged.filter(line => line.includes('unexpected error'))).toEqual([])
})
