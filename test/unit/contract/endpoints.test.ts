import { publicRead, staffAsk } from '@server/http/route'
import { ROUTES } from '@server/compose'
import { CONTRACT } from '@shared/contract'
import { type Endpoint } from '@shared/contract/endpoint'
import { cataloguesEndpoints } from '@shared/contract/catalogues/endpoints'
import { disclosureEndpoints } from '@shared/contract/disclosure/endpoints'
import { participationEndpoints } from '@shared/contract/participation/endpoints'
import { peopleEndpoints } from '@shared/contract/people/endpoints'
import { powerEndpoints } from '@shared/contract/power/endpoints'
import { readingEndpoints } from '@shared/contract/reading/endpoints'

const WINGS = [
  peopleEndpoints,
  cataloguesEndpoints,
  disclosureEndpoints,
  powerEndpoints,
  participationEndpoints,
  readingEndpoints,
]
const declared = Object.entries<Endpoint>(CONTRACT)
const keyOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`

test('every endpoint of the contract is mounted exactly once, and nothing else is', () => {
  expect(ROUTES.map(keyOf).sort()).toEqual(Object.keys(CONTRACT).sort())
})

test('no two wings declare the same endpoint', () => {
  expect(WINGS.flatMap(wing => Object.keys(wing)).sort()).toEqual(Object.keys(CONTRACT).sort())
})

test.each(declared)('%s: its path names its parameters, and it answers in one way', (key, endpoint) => {
  const named = [...key.matchAll(/:(\w+)/g)].map(match => match[1])
  expect(Object.keys(endpoint.params?.shape ?? {}).sort()).toEqual(named.sort())
  const { response, lines, download } = endpoint
  expect([response, lines, download].filter(way => way !== undefined)).toHaveLength(1)
})

test.each(declared)('%s: the route is of the kind that the contract says', (key, endpoint) => {
  const route = ROUTES.find(one => keyOf(one) === key)!
  const answers = endpoint.lines ? 'lines' : endpoint.download ? 'file' : 'json'
  expect(route).toMatchObject({
    answers,
    upload: endpoint.upload ?? false,
    write: route.method !== 'get' && endpoint.keyed !== false,
  })
})

const head = { tag: '公示', summary: '试一试' }

/** Never run: what must not compile in a route. */
export const refusedByTypes = () => [
  // @ts-expect-error no such endpoint
  publicRead('GET /notices/:id/nothing', { ...head, handle: () => Promise.reject(new Error('never run')) }),
  // @ts-expect-error the contract says a write, which needs its Idempotency-Key
  staffAsk('POST /notices/:id/publish', { ...head, handle: () => Promise.reject(new Error('never run')) }),
  // @ts-expect-error the contract says a file
  publicRead('GET /files/:sha256', { ...head, handle: () => Promise.reject(new Error('never run')) }),
  // @ts-expect-error the answer lacks what the contract promises
  publicRead('GET /orgs', { ...head, handle: () => Promise.resolve({}) }),
  publicRead('GET /notices/:id', {
    ...head,
    // @ts-expect-error the path has no such parameter
    handle: ({ params: { code } }) => Promise.reject(new Error(code)),
  }),
]
