import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '../../shared/contract/common'
import type { Route } from '../../server/http/route'
import { type Answer, type Asking, type TestServer, startTestServer } from '../support/api/testServer'
import { buildWorld } from '../support/api/world'
import type { Request } from '../support/faults/samples'
import { standingStore } from '../support/faults/standingStore'
import { type Change, type StorePicture, changesBetween, pictureOf } from '../support/faults/storePicture'
import { changedRoutes } from '../support/faults/changedRoutes'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { SHARE_TAKEN, shareOf } from '../support/sample'
import { type TextField, textFieldsOf, valueAt, withValue } from '../support/injection/fields'
import { ADDRESS_FORMS, NOT_TEXTS, PROTOTYPES, TEXTS, prototypesNow } from '../support/injection/payloads'
import { ROUTES, nameOf, soundRequest } from '../support/injection/requests'

/**
 * R6: operators and prototypes in the place of every text of every request, as the schemas of the routes describe them. What
 * is no text is refused for that very field; a text is taken as it is; nothing is ever understood as something else.
 * `npm test` takes a third of the routes by
 * turns, and those that differ from main, and puts one payload into each place, the next one each time, so that every payload comes
 * somewhere; a long run puts all of them everywhere.
 */

/** More changed routes than these would make a long run of an ordinary one. */
const MOST_CHANGED = 20
const CHANGED = new Set([...changedRoutes()].slice(0, MOST_CHANGED))
const TAKEN = shareOf(ROUTES, route => CHANGED.has(route))

let server: TestServer
let store: Awaited<ReturnType<typeof standingStore>>
let world: StorePicture
const pristine = prototypesNow()
const sum = { fields: 0, tries: 0, understood: 0, broken: 0 }

beforeAll(async () => {
  server = await startTestServer('injection', undefined, { RATE_READ: '0', RATE_LOGIN: '0' })
  await buildWorld(server.db)
  store = await standingStore(server.db.connection)
  world = await store.look()
})
afterAll(async () => {
  await server.close()
  reportFigure(
    `R6 operators and prototypes${SAMPLED}: ${TAKEN.length} of ${ROUTES.length} routes${SHARE_TAKEN}, ${sum.fields} text fields, ${sum.tries} requests, ` +
      `${sum.understood} with another meaning, ${sum.broken} answered 5xx`,
  )
})

let turn = 0
/** One payload, the next one for each place: all of them over as many places, and every one in a long run. */
function share<Payload>(payloads: readonly Payload[]): readonly Payload[] {
  turn += 1
  return LONG ? payloads : [payloads[turn % payloads.length]!]
}

const codeOf = ({ body }: Answer) => (body as ErrorBody | undefined)?.error?.code
const fieldsOf = ({ body }: Answer) => (body as ErrorBody).error.details.map(({ field }) => field ?? '')

/** One hostile request: counted, and never a fault of ours. */
async function tried(
  { method, path }: Request,
  asking: Asking,
  faults: string[],
  name: string,
): Promise<Answer> {
  const answer = await server.ask(method, path, { ...asking, key: randomUUID() })
  sum.tries += 1
  if (answer.status >= 500) {
    sum.broken += 1
    faults.push(`${name}: ${answer.status} ${answer.text.slice(0, 200)}`)
  }
  return answer
}

const understood = (faults: string[], name: string, answer: Answer) => {
  sum.understood += 1
  faults.push(`${name}: ${answer.status} ${answer.text.slice(0, 200)}`)
}

const isRefusedFor = (answer: Answer, field: string) =>
  answer.status === 400 &&
  codeOf(answer) === 'invalid-request' &&
  fieldsOf(answer).some(told => told === field || field.startsWith(`${told}.`))

/** What is no text in the place of a text of the body. */
async function bodyFieldFaults(sound: Request, { path, example }: TextField): Promise<string[]> {
  const faults: string[] = []
  const given = sound.asking.body
  const base = valueAt(given, path) === undefined ? example : given
  const field = path.join('.')
  for (const payload of share(NOT_TEXTS)) {
    const name = `${field} = ${JSON.stringify(payload)}`
    const body = withValue(base, path, payload)
    const answer = await tried(sound, { ...sound.asking, body }, faults, name)
    if (!isRefusedFor(answer, field)) understood(faults, name, answer)
  }
  return faults
}

/** A hostile text in the place of a text of a sound body: refused, or it changes nothing, or it is stored unchanged. */
async function bodyTextFaults(before: StorePicture, sound: Request, { path }: TextField): Promise<string[]> {
  const faults: string[] = []
  if (typeof valueAt(sound.asking.body, path) !== 'string') return faults
  for (const payload of share(TEXTS)) {
    const name = `${path.join('.')} = ${payload}`
    const body = withValue(sound.asking.body, path, payload)
    const answer = await tried(sound, { ...sound.asking, body }, faults, name)
    if (answer.status >= 300) continue
    const changes = await store.changesSince(before)
    const written = JSON.stringify(changes.map(({ after }) => after))
    const asItStands = JSON.stringify(payload).slice(1, -1)
    if (changes.length > 0 && !written.includes(asItStands)) understood(faults, name, answer)
    await store.backTo(before)
  }
  return faults
}

/** Keys of prototypes in the body, at the top and one level down. */
async function prototypeFaults(sound: Request): Promise<string[]> {
  const faults: string[] = []
  const rest = JSON.stringify(sound.asking.body ?? {}).slice(1)
  for (const key of share(PROTOTYPES)) {
    const joined = rest === '}' ? `{${key}}` : `{${key},${rest}`
    for (const raw of [joined, `{"inner":{${key}}}`, `[{${key}}]`]) {
      const { body: _body, ...asking } = sound.asking
      const answer = await tried(sound, { ...asking, raw }, faults, raw)
      if (![400, 415].includes(answer.status)) understood(faults, raw, answer)
    }
  }
  return faults
}

const withQuery = (path: string, name: string, value: string) =>
  `${path}${path.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`

const withoutQuery = (path: string, name: string) => {
  const [place, search] = path.split('?')
  const kept = new URLSearchParams(search)
  kept.delete(name)
  return kept.size > 0 ? `${place}?${kept}` : place!
}

/** An answer to a hostile text as a condition: nothing matches it. */
const matchesNothing = ({ status, body }: Answer): boolean => {
  if (status >= 400) return true
  const { items } = (body ?? {}) as { items?: unknown[] }
  return items === undefined || items.length === 0
}

/** Every name of the address's query: twice, in brackets, with hostile texts. */
async function queryFaults(sound: Request, name: string): Promise<string[]> {
  const faults: string[] = []
  const bare = withoutQuery(sound.path, name)
  const ask = (path: string, told: string) => tried({ ...sound, path }, sound.asking, faults, told)
  const twice = await ask(withQuery(withQuery(bare, name, 'a'), name, 'b'), `${name} twice`)
  if (twice.status !== 400) understood(faults, `${name} twice`, twice)
  for (const form of share(ADDRESS_FORMS)) {
    const told = `${name}${form}`
    const answer = await ask(withQuery(bare, told, '1'), told)
    if (answer.status !== 400) understood(faults, told, answer)
  }
  for (const text of share(TEXTS)) {
    const answer = await ask(withQuery(bare, name, text), `${name}=${text}`)
    if (!matchesNothing(answer)) understood(faults, `${name}=${text}`, answer)
  }
  return faults
}

/** Every part of the address: hostile texts name nothing. */
async function parameterFaults(route: Route, sound: Request): Promise<string[]> {
  const faults: string[] = []
  const [place, search = ''] = sound.path.split('?')
  const parts = place!.split('/')
  const places = route.path.split('/').flatMap((part, at) => (part.startsWith(':') ? [at] : []))
  for (const at of places) {
    for (const text of share(TEXTS)) {
      const path = `${parts.with(at, encodeURIComponent(text)).join('/')}${search && `?${search}`}`
      const answer = await tried({ ...sound, path }, sound.asking, faults, path)
      if (answer.status < 400) understood(faults, path, answer)
    }
  }
  return faults
}

/** Who somebody is, and which request it is, by hostile headers. */
async function headerFaults(route: Route, sound: Request): Promise<string[]> {
  const faults: string[] = []
  const { token: _token, ...rest } = sound.asking
  for (const text of share(TEXTS)) {
    const answer = await tried(sound, { ...rest, headers: { Authorization: `Bearer ${text}` } }, faults, text)
    if (route.access === 'login' && answer.status !== 401) understood(faults, `Authorization ${text}`, answer)
    if (!route.write) continue
    const answered = await server.ask(sound.method, sound.path, { ...sound.asking, key: text })
    sum.tries += 1
    if (/^[\w-]{8,100}$/.test(text)) continue
    if (codeOf(answered) !== 'idempotency-key-invalid') {
      understood(faults, `Idempotency-Key ${text}`, answered)
    }
  }
  return faults
}

/** A condition that matches nothing is a look at masked data all the same, and looks are written down. */
const isLookedAt = ({ collection, kind, after }: Change) =>
  collection === 'auditEntries' && kind === 'added' && after?.outcome === 'read'

test.each(TAKEN.map(route => [nameOf(route), route] as const))(
  '%s',
  async (_name, route) => {
    const sound = await soundRequest(server, route)
    const { body, query, params } = route.schemas
    const texts = route.method === 'get' || route.upload ? [] : textFieldsOf(body)
    const names = textFieldsOf(query).map(({ path }) => String(path[0]))
    sum.fields += texts.length + names.length + textFieldsOf(params).length

    const before = await store.look()
    const faults: string[] = []
    for (const field of texts) faults.push(...(await bodyFieldFaults(sound, field)))
    if (route.method !== 'get' && !route.upload) faults.push(...(await prototypeFaults(sound)))
    for (const name of route.method === 'get' ? names : []) faults.push(...(await queryFaults(sound, name)))
    faults.push(...(await parameterFaults(route, sound)))
    const left = (await store.changesSince(before)).filter(change => !isLookedAt(change))
    if (left.length > 0) faults.push(`refused, but written: ${JSON.stringify(left).slice(0, 300)}`)

    for (const field of texts) faults.push(...(await bodyTextFaults(before, sound, field)))
    faults.push(...(await headerFaults(route, sound)))
    await store.backTo(world)
    expect(faults).toEqual([])
    expect(prototypesNow()).toBe(pristine)
  },
  600_000,
)

test('nothing changed in the store that no operation was seen to write', async () => {
  expect(changesBetween(world, await pictureOf(server.db.connection))).toEqual([])
})
