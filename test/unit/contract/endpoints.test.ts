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
