import { API_PREFIX } from '../../../server/http/mount'
import type { Route } from '../../../server/http/route'
import { type OpenApiDocument, type Operation } from '../../../server/http/openapi/document'
import type { JsonSchema } from '../../../server/http/openapi/walk'
import type { Chance } from '../privacy/chance'
import { valuesOf } from './fromSchema'
import { brokenText, mutated, nasty } from './mutations'

/** A request as its bytes go out. */
export interface Sent {
  method: string
  path: string
  headers: Record<string, string>
  body: string | null
}

/** What the generator knows of the world: things that exist, and people. */
export interface Known {
  /** Names of things by the first part of the addresses that lead to them, and under `''` all of them. */
  ids: Record<string, readonly string[]>
  tokens: readonly string[]
}

/** Shares in percent: addresses of things that exist; mutated parts; requests by somebody who is known. */
const [EXISTING, MUTATED] = [85, 50]

const happens = (chance: Chance, percent: number): boolean => chance.int(1, 100) <= percent

const STRANGERS = [
  null,
  'Bearer',
  'Bearer x',
  'Bearer a.b.c',
  'Basic dTpw',
  'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3IifQ.',
  `Bearer ${'x'.repeat(4_000)}`,
  'bearer a.b.c',
]
const TYPES = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''] // prettier-ignore
const KEYS = ['', 'short', 'x'.repeat(101), 'with space here', 'key-äöü-key']

/** Letters that a header cannot carry would be refused by our own client. */
const headerText = (text: string): string => text.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '')

export interface Target {
  route: Route
  operation: Operation
}

/** Every route with what the OpenAPI document says of it. */
export const targetsOf = (routes: readonly Route[], document: OpenApiDocument): Target[] =>
  routes.map(route => {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    return { route, operation: document.paths[path]![route.method]! }
  })

export function requestsOf({ components }: OpenApiDocument, known: Known) {
  const valueOf = valuesOf(components.schemas)
  const parametersOf = ({ parameters }: Operation) =>
    parameters.map(one => ('$ref' in one ? components.parameters[one.$ref.split('/').at(-1)!]! : one))

  function addressOf({ route, operation }: Target, chance: Chance): string {
    const ids = known.ids[route.path.split('/')[1]!] ?? known.ids['']!
    const path = route.path.replace(/:(\w+)/g, (_all, name: string) => {
      const schema = parametersOf(operation).find(one => one.name === name)!.schema
      const value = happens(chance, EXISTING) ? chance.pick(happens(chance, 70) ? ids : known.ids['']!) : happens(chance, 50) ? valueOf(schema, chance) : nasty(chance) // prettier-ignore
      // What an address swallows would be another route: `/orgs/.` is `/orgs`.
      return encodeURIComponent(textual(value)).replace(/^\.{0,2}$/, 'x')
    })
    const names = parametersOf(operation).filter(one => one.in === 'query')
    const asked = names.filter(one => one.required || happens(chance, 30)).map(({ name, schema }): [string, unknown] => [name, happens(chance, 80) ? valueOf(schema, chance) : nasty(chance)]) // prettier-ignore
    if (happens(chance, 10)) {
      asked.push([chance.pick(['bogus', 'q[$ne]', '__proto__', 'limit']), nasty(chance)])
    }
    const search = asked.map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textual(value))}`,
    )
    return `${API_PREFIX}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`
  }

  function bodyOf({ operation: { requestBody } }: Target, chance: Chance): Pick<Sent, 'body' | 'headers'> {
    const content = (requestBody?.content ?? {}) as Record<string, { schema: JsonSchema }>
    const schema = content['application/json']?.schema
    if (content['multipart/form-data']) return formOf(chance)
    if (!schema) return { body: null, headers: {} }
    let value = valueOf(schema, chance)
    while (happens(chance, MUTATED)) value = mutated(value, chance)
    const text = JSON.stringify(value) ?? ''
    const type = happens(chance, 97) ? TYPES[0]! : chance.pick(TYPES)
    return { body: happens(chance, 94) ? text : brokenText(text, chance), headers: { 'Content-Type': type } }
  }

  return (target: Target, chance: Chance, knownPerson: boolean): Sent => {
    const { route } = target
    const method = happens(chance, 98) ? route.method.toUpperCase() : chance.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']) // prettier-ignore
    const { body, headers } = method === 'GET' || method === 'HEAD' ? { body: null, headers: {} } : bodyOf(target, chance) // prettier-ignore
    const authorization = knownPerson ? `Bearer ${chance.pick(known.tokens)}` : chance.pick(STRANGERS)
    const key = happens(chance, 92) ? `fuzz-${chance.letters(12)}` : headerText(chance.pick(KEYS))
    return {
      method,
      path: addressOf(target, chance),
      headers: {
        ...headers,
        ...(authorization !== null && { Authorization: authorization }),
        ...(route.write && { 'Idempotency-Key': key }),
      },
      body,
    }
  }
}

const textual = (value: unknown): string => wellFormed(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 300) // prettier-ignore

/** Half of a pair is not possible in an address. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '�')

/** A form with a file, or a broken one. */
function formOf(chance: Chance): Pick<Sent, 'body' | 'headers'> {
  const part = (name: string, text: string, file = '') => `--x\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n${text}\r\n` // prettier-ignore
  const whole = [
    `${part('file', '姓名,金额\n张三,1\n', 'a.csv')}--x--\r\n`,
    `${part('orgCode', 'V1')}${part('file', 'PK\u0003\u0004', 'a.xlsx')}--x--\r\n`,
    part('file', 'x'.repeat(5_000), '../../etc/passwd'),
    `${part('bogus', 'x')}--x--\r\n`,
    '',
  ]
  return { body: chance.pick(whole), headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }
}
