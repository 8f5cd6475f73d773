import { isDeepStrictEqual } from 'node:util'
import type { ErrorBody } from '../../shared/contract/common'
import { loadActor } from '../../server/people/accounts/queries/actor'
import { type Actor, REFUSALS } from '../../server/platform/access/actor'
import { ROUTES } from '../../server/compose'
import { type Answer, type TestServer, startTestServer } from '../support/api/testServer'
import { PEOPLE, type Person, buildWorld, storyOf, tokenOf, userId } from '../support/api/world'
import { standingStore } from '../support/faults/standingStore'
import type { StorePicture } from '../support/faults/storePicture'
import { LONG, reportFigure } from '../support/figures'
import { type Judgement, refusalIn, watchPolicies } from '../support/policies/watchPolicies'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { OWN_ROUTES, PUBLIC_ROWS, STAFF_ROWS } from './rows'
import type { Row } from './rows/row'

/**
 * Person × request × situation. Each row names who may; anybody else must be refused. A case that fails in either direction is a real
 * defect, and so is a route without a row.
 *
 * `npm test` sends the requests of one person who may, of one who may not (another one in each row) and of nobody to the real server
 * over HTTP, and notes what the server asks its policies. Every person of the row is then judged by the same policies on the same
 * targets, in this process. A row whose targets differ from person to person is asked over HTTP for every person, and a long run asks
 * so for all rows.
 */
const EVERYBODY = Object.keys(PEOPLE) as Person[]
const REFUSED: ReadonlySet<string> = new Set(REFUSALS)
/** Collections that say who somebody is. */
const IDENTITY = ['users', 'logins', 'secondFactors', 'roleGrants', 'orgs'] as const

/** Cells of the matrix: judged over HTTP, judged in this process, and judged as they should be. */
const cells = { http: 0, inProcess: 0, right: 0 }

let server: TestServer
let store: Awaited<ReturnType<typeof standingStore>>
let world: StorePicture
let policies: ReturnType<typeof watchPolicies>
let actorsOfWorld: Map<Person, Actor>

beforeAll(async () => {
  server = await startTestServer('authz')
  await buildWorld(server.db)
  store = await standingStore(server.db.connection)
  world = await store.look()
  actorsOfWorld = await loadActors()
  policies = watchPolicies()
})
afterAll(async () => {
  policies.leave()
  await server.close()
  const asked = cells.http + cells.inProcess
  reportFigure(
    `R7 authorisation matrix: ${ROUTES.length} routes, ${STAFF_ROWS.length + PUBLIC_ROWS.length} situations, ` +
      `${EVERYBODY.length} persons and nobody, ${asked} cells (${cells.http} over real HTTP, ${cells.inProcess} by the same policies ` +
      `in process${LONG ? '' : ', 抽样 sampled over HTTP'}), ${asked - cells.right} wrong`,
  )
})

async function loadActors(): Promise<Map<Person, Actor>> {
  const { services } = server
  const load = async (person: Person) => {
    const actor = await loadActor(services, services.tokens.verify(tokenOf(server, person)))
    return [person, actor!] as const
  }
  return new Map(await Promise.all(EVERYBODY.map(load)))
}

/** Everybody as the server knows them in this situation. */
const actorsIn = (standing: StorePicture) =>
  IDENTITY.some(name => standing.get(name) !== world.get(name)) ? loadActors() : actorsOfWorld

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
function outcomeOf(row: Row, person: Person): string[] {
  if (row.unnamed?.includes(person)) return []
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

/** The row's people in another order for each row, so that each of them is once the one who is asked over HTTP. */
const turned = (people: readonly Person[], nth: number): Person[] => [
  ...people.slice(nth % people.length),
  ...people.slice(0, nth % people.length),
]

/** Do the targets of the one who was refused differ from those of the one who was let through? Then they depend on the person. */
const isPersonal = (allowed: readonly Judgement[], refused: readonly Judgement[]): boolean =>
  refused.length === 0 || !isDeepStrictEqual(allowed.slice(0, refused.length), refused)

describe.each(STAFF_ROWS.map((row, nth) => [`${row.route} — ${row.situation}`, row, nth] as const))(
  '%s',
  (_name, row, nth) => {
    const outsiders = turned(
      EVERYBODY.filter(person => !row.allowed.includes(person)),
      nth,
    )
    const insiders = row.allowed.length > 0 ? turned(row.allowed, nth) : []
    let request: Awaited<ReturnType<Row['prepare']>>
    let standing: StorePicture
    let actors: Map<Person, Actor>
    beforeAll(async () => {
      request = await situationOf(row)
      standing = await store.look()
      actors = await actorsIn(standing)
      policies.forget()
    })

    const ask = (person: Person | null) => {
      const { path, ...sent } = request
      const token = person ? tokenOf(server, person) : undefined
      return server.ask<ErrorBody>(methodOf(row), path, { ...(token && { token }), ...sent })
    }

    /** Over HTTP: 403 with a reason of ours, or 404 where that it exists is hidden. */
    async function refuses(person: Person): Promise<Judgement[]> {
      cells.http += 1
      const answer = await ask(person)
      expect([person, answer.status]).toEqual([person, row.hidden ? 404 : 403])
      if (row.hidden) expect(answer.body.error.code).toBe('application-not-found')
      else expect(REFUSED).toContain(answer.body.error.code)
      cells.right += 1
      return policies.take()
    }

    /** Over HTTP: done, and written into the audit log as this person's. */
    async function lets(person: Person): Promise<Judgement[]> {
      cells.http += 1
      const answer = await ask(person)
      expect([person, answer.status, answer.text.slice(0, 200)]).toEqual([
        person,
        expect.any(Number),
        expect.anything(),
      ])
      expect([200, 201]).toContain(answer.status)
      const requestId = answer.headers.get('x-request-id')
      const entries = await server.db.of(AuditEntries).find({ requestId }).lean()
      expect([...new Set(entries.map(({ outcome }) => outcome))]).toEqual(outcomeOf(row, person))
      for (const { actorId } of entries) expect(actorId).toBe(userId(person))
      cells.right += 1
      return policies.take()
    }

    /** Each of these persons finds the situation as it was made, whatever somebody before has written. */
    async function letsEach(people: readonly Person[]): Promise<void> {
      for (const person of people) {
        await store.backTo(standing)
        await lets(person)
      }
    }

    const refusedOf = () => server.db.of(AuditEntries).countDocuments({ outcome: 'refused' })

    test('nobody without a login', async () => {
      cells.http += 1
      const { status, body } = await ask(null)
      expect([status, body.error.code]).toEqual([401, 'login-required'])
      cells.right += 1
    })

    test('these may and nobody else', async () => {
      const [outsider, ...others] = outsiders
      const [insider, ...colleagues] = insiders
      const refused = await refuses(outsider!)
      expect(await refusedOf()).toBe(1)
      const allowed = insider ? await lets(insider) : []
      if (LONG || isPersonal(allowed, refused)) {
        await letsEach(colleagues)
        await store.backTo(standing)
        for (const person of others) await refuses(person)
        expect(await refusedOf()).toBe(others.length)
        return
      }
      cells.inProcess += others.length + colleagues.length
      const pass = EVERYBODY.filter(person => refusalIn(allowed, actors.get(person)!) === null)
      expect(pass.sort()).toEqual([...row.allowed].sort())
      cells.right += others.length + colleagues.length
    })
  },
)

describe.each(PUBLIC_ROWS.map(row => [row.route, row] as const))('%s', (_name, row) => {
  test('is the same for everybody, with a token or without', async () => {
    const { path } = await situationOf(row)
    const nobody = await server.ask(methodOf(row), path)
    expect([nobody.status, nobody.headers.get('cache-control')]).toEqual([200, expect.anything()])
    for (const token of [tokenOf(server, 'district'), tokenOf(server, 'editor'), 'garbage']) {
      cells.http += 1
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
  await server.db.of(RoleGrants).updateMany({ orgCode: 'V1', role: 'editor' }, { to: new Date('2026-11-19') })
  expect((await ask()).status).toBe(403)
})
