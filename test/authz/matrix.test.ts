import type { ErrorBody } from '../../shared/contract/common'
import { REFUSALS } from '../../server/platform/access/actor'
import { ROUTES } from '../../server/compose'
import { type Answer, type TestServer, startTestServer } from '../support/api/testServer'
import { PEOPLE, type Person, buildWorld, storyOf, tokenOf, userId } from '../support/api/world'
import { standingStore } from '../support/faults/standingStore'
import type { StorePicture } from '../support/faults/storePicture'
import { reportFigure } from '../support/figures'
import { OWN_ROUTES, PUBLIC_ROWS, STAFF_ROWS, type Row } from './rows'

/**
 * Person × request × situation, through the real server on the real database. Each row names who may; anybody else must
 * be refused. A case that fails in either direction is a real defect, and so is a route without a row.
 */
const EVERYBODY = Object.keys(PEOPLE) as Person[]
const REFUSED: ReadonlySet<string> = new Set(REFUSALS)

/** Cells of the matrix: asked, and answered as they should be. */
const cells = { asked: 0, right: 0 }

let server: TestServer
let store: Awaited<ReturnType<typeof standingStore>>
let world: StorePicture

beforeAll(async () => {
  server = await startTestServer('authz')
  await buildWorld(server.models)
  store = await standingStore(server.models.connection)
  world = await store.look()
})
afterAll(async () => {
  await server.close()
  reportFigure(
    `R7 authorisation matrix over real HTTP: ${ROUTES.length} routes, ${STAFF_ROWS.length + PUBLIC_ROWS.length} situations, ` +
      `${EVERYBODY.length} persons and nobody, ${cells.asked} cells, ${cells.asked - cells.right} wrong`,
  )
})

/** So many ask at the same moment: while the database thinks of one, the server reads another's request. */
const AT_ONCE = 4

async function inTurns(people: readonly Person[], work: (person: Person) => Promise<void>): Promise<void> {
  const waiting = [...people]
  const line = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
}

/** Names of the answer's fields; of JSON lines the whole text. */
const shapeOf = ({ body, text }: Answer) => (body ? Object.keys(body) : text)
const methodOf = (row: Pick<Row, 'route'>) => row.route.split(' ')[0]!
const keyOf = (route: (typeof ROUTES)[number]) => `${route.method.toUpperCase()} ${route.path}`
const routeOf = ({ route }: Row) => ROUTES.find(one => keyOf(one) === route)!

/** The request of `row` in its situation, which is made in an otherwise empty world. */
async function situationOf(row: Pick<Row, 'prepare'>): ReturnType<Row['prepare']> {
  await store.backTo(world)
  return row.prepare(storyOf(server))
}

/** What the audit log has to say of a request that was let through; a question that is only thought about leaves nothing. */
function outcomeOf(row: Row): string[] {
  const { method, write } = routeOf(row)
  if (method === 'get') return ['read']
  return write ? ['done'] : []
}

test('every route has its row, every row its route', () => {
  const rows = new Set([...STAFF_ROWS, ...PUBLIC_ROWS].map(row => row.route).concat(OWN_ROUTES))
  expect([...rows].sort()).toEqual(ROUTES.map(keyOf).sort())
})

test('a row for people stands for a route that asks who they are', () => {
  const open = ROUTES.filter(route => route.access === 'public').map(keyOf)
  expect(STAFF_ROWS.filter(row => open.includes(row.route))).toEqual([])
  expect(PUBLIC_ROWS.filter(row => !open.includes(row.route))).toEqual([])
})

describe.each(STAFF_ROWS.map(row => [`${row.route} — ${row.situation}`, row] as const))(
  '%s',
  (_name, row) => {
    let request: Awaited<ReturnType<Row['prepare']>>
    let standing: StorePicture
    beforeAll(async () => {
      request = await situationOf(row)
      standing = await store.look()
    })
    // Each person finds the situation as it was made, whatever somebody before has written.
    afterEach(() => store.backTo(standing))

    test('refused: everybody else, and nobody without a login', async () => {
      const { path, ...sent } = request
      const outsiders = EVERYBODY.filter(person => !row.allowed.includes(person))
      cells.asked += outsiders.length
      const refused = async (person: Person) => {
        const token = tokenOf(server, person)
        const answer = await server.ask<ErrorBody>(methodOf(row), path, { token, ...sent })
        expect([person, answer.status]).toEqual([person, 403])
        expect(REFUSED).toContain(answer.body.error.code)
        cells.right += 1
      }
      await inTurns(outsiders, refused)
      expect(await server.models.auditEntries.countDocuments({ outcome: 'refused' })).toBe(outsiders.length)
      cells.asked += 1
      const nobody = await server.ask<ErrorBody>(methodOf(row), path, sent)
      expect([nobody.status, nobody.body.error.code]).toEqual([401, 'login-required'])
      cells.right += 1
    })

    if (row.allowed.length === 0) return
    test.each(row.allowed)('allowed: %s', async person => {
      const { path, ...sent } = request
      cells.asked += 1
      const answer = await server.ask(methodOf(row), path, { token: tokenOf(server, person), ...sent })
      expect([answer.status, answer.text.slice(0, 200)]).toEqual([expect.any(Number), expect.anything()])
      expect([200, 201]).toContain(answer.status)
      const requestId = answer.headers.get('x-request-id')
      const entries = await server.models.auditEntries.find({ requestId }).lean()
      expect([...new Set(entries.map(({ outcome }) => outcome))]).toEqual(outcomeOf(row))
      for (const { actorId } of entries) expect(actorId).toBe(userId(person))
      cells.right += 1
    })
  },
)

describe.each(PUBLIC_ROWS.map(row => [row.route, row] as const))('%s', (_name, row) => {
  test('is the same for everybody, with a token or without', async () => {
    const { path } = await situationOf(row)
    const nobody = await server.ask(methodOf(row), path)
    expect([nobody.status, nobody.headers.get('cache-control')]).toEqual([200, expect.anything()])
    for (const token of [tokenOf(server, 'district'), tokenOf(server, 'editor'), 'garbage']) {
      cells.asked += 1
      const answer = await server.ask(methodOf(row), path, { token })
      expect(answer.status).toBe(200)
      expect(shapeOf(answer)).toEqual(shapeOf(nobody))
      cells.right += 1
    }
  })
})

test('what is not published is not public', async () => {
  await store.backTo(world)
  const story = storyOf(server)
  const signed = await story.agree('supervisor', await story.submit('editor', await story.create('editor')))
  for (const path of [`/notices/${signed.notice.id}`, `/notices/${signed.notice.id}/alongside`]) {
    expect((await server.ask('GET', path)).status).toBe(404)
  }
  for (const path of ['/home?org=V1', '/orgs/V1/notices', `/search?org=V1&q=${encodeURIComponent('财务')}`]) {
    expect((await server.ask('GET', path)).text).not.toContain(signed.notice.id)
  }
})

test('a revoked and an ended role stop counting at once', async () => {
  const ask = () => server.ask('GET', '/orgs/V1/work', { token: tokenOf(server, 'editor') })
  expect((await ask()).status).toBe(200)
  await server.models.roleGrants.updateMany({ orgCode: 'V1', role: 'editor' }, { to: new Date('2026-11-19') })
  expect((await ask()).status).toBe(403)
})
