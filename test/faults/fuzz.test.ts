import { ErrorBody } from '@shared/contract/common'
import { ROUTES } from '../../server/compose'
import type { Route } from '../../server/http/route'
import { openApiDocument } from '../../server/http/openapi/document'
import { type TestServer, startTestServer } from '../support/api/testServer'
import {
  PEOPLE,
  type Person,
  buildWorld,
  clearNotices,
  financeContent,
  storyOf,
  tokenOf,
} from '../support/api/world'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { type Sent, type Target, requestsOf, targetsOf } from '../support/fuzz/requests'
import { type Got, createSender } from '../support/fuzz/sender'
import { Chance } from '../support/privacy/chance'
import { Logins } from '@server/people/accounts/models/logins'

/**
 * R5: requests over every route, made at random from the OpenAPI document and then mutated: whatever comes, the answer is one of
 * ours. `npm test` sends 2,000, a long run a million. The same seed makes the same requests; FUZZ_SEED tries another.
 */
const REQUESTS = LONG ? 1_000_000 : 2_000
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129)
/** Making a file takes as long as many answers. */
const sizeOf = ({ answers }: Route): number => (answers === 'file' ? 0.2 : 1)
const EACH = REQUESTS / ROUTES.reduce((sum, route) => sum + sizeOf(route), 0)
/** So many of a hundred come from somebody who is known and has rights: each of these costs the database five questions. */
const KNOWN_PERCENT = 10
const [AT_ONCE, ROUTES_OF_A_WORLD, MOST_TOLD] = [8, 48, 20]
const STACK = /\n\s+at \S|node_modules|[\\/](server|shared)[\\/][\w/]+\.(ts|js)\b/

const document = openApiDocument(ROUTES)
const targets = targetsOf(ROUTES, document)
const sum = { sent: 0, known: 0, accepted: 0, broken: 0, offSchema: 0, traces: 0 }

let server: TestServer
let sender: ReturnType<typeof createSender>
let makeRequest: ReturnType<typeof requestsOf>

beforeAll(async () => {
  server = await startTestServer('fuzz', undefined, { RATE_READ: '0', RATE_LOGIN: '0' })
  await buildWorld(server.db)
  sender = createSender(server.url, AT_ONCE)
})
afterAll(async () => {
  sender.end()
  await server.close()
  reportFigure(
    `R5 requests made from the OpenAPI document over ${ROUTES.length} routes${SAMPLED}: ${sum.sent} sent, ${sum.known} by known people, ` +
      `${sum.accepted} accepted; status ≥ 500 ${sum.broken} / off-schema ${sum.offSchema} / stack trace ${sum.traces}`,
  )
})

/** Notices in every state that matters, and the names of all that there is. */
async function freshWorld(): Promise<void> {
  await clearNotices(server.db)
  const story = storyOf(server)
  const draft = (period: string) => story.create('editor', { content: financeContent(period) })
  await draft('2026-08')
  await story.submit('editor', await draft('2026-09'))
  const submitted = await story.submit('editor', await draft('2026-10'))
  await story.publish('head', await story.agree('supervisor', submitted))
  const ids: Record<string, string[]> = {}
  for (const model of Object.values(server.db.connection.models)) {
    const rows = await model.find({}, { _id: 1 }).limit(6).lean<{ _id: unknown }[]>()
    ids[model.collection.name] = rows.map(({ _id }) => String(_id))
  }
  const named = { notices: ids.notices!, orgs: ids.orgs!, 'catalogue-items': ids.catalogueItems!, work: ids.notices! } // prettier-ignore
  const tokens = (Object.keys(PEOPLE) as Person[]).map(person => tokenOf(server, person))
  makeRequest = requestsOf(document, { ids: { ...named, '': Object.values(ids).flat() }, tokens })
}

const documentsIn = ({ type, text }: Got): unknown[] =>
  type.startsWith('application/jsonl')
    ? text.split('\n').filter(Boolean).map(line => JSON.parse(line) as unknown) // prettier-ignore
    : [JSON.parse(text)]

/** What is wrong with an answer; null: nothing. */
function faultOf({ route }: Target, { method }: Sent, got: Got): string | null {
  if (STACK.test(got.text)) {
    sum.traces += 1
    return 'a stack trace'
  }
  // The fake WeChat gets less than half a second; on a busy machine it is late, and that is what is said.
  if (got.status >= 500 && !got.text.includes('"wechat-unavailable"')) {
    sum.broken += 1
    return 'a status of our own fault'
  }
  if (got.status < 300) sum.accepted += 1
  const elsewhere = method !== route.method.toUpperCase()
  if (method === 'HEAD' || got.isFile || (elsewhere && got.status < 400)) return null
  try {
    const schema = got.status >= 400 ? ErrorBody : route.schemas.response
    const issues = documentsIn(got).flatMap(one => schema.safeParse(one).error?.issues ?? [])
    if (issues.length === 0) return null
    sum.offSchema += 1
    return `off-schema: ${JSON.stringify(issues[0])}`
  } catch {
    sum.offSchema += 1
    return 'no JSON'
  }
}

async function faultsOf(target: Target, chance: Chance): Promise<string[]> {
  const faults: string[] = []
  let left = Math.ceil(EACH * sizeOf(target.route))
  const line = async () => {
    while (left > 0) {
      left -= 1
      const known = target.route.access === 'login' && chance.int(1, 100) <= KNOWN_PERCENT
      const sent = makeRequest(target, chance, known)
      const got = await sender.send(sent)
      sum.sent += 1
      if (known) sum.known += 1
      const fault = faultOf(target, sent, got)
      if (fault) faults.push(`${fault}: ${got.status} ${got.text.slice(0, 300)} ⟵ ${JSON.stringify(sent).slice(0, 600)}`) // prettier-ignore
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
  return faults.slice(0, MOST_TOLD)
}

test.each(
  targets.map((target, nth) => [`${target.route.method} ${target.route.path}`, target, nth] as const),
)(
  '%s',
  async (_name, target, nth) => {
    if (nth % ROUTES_OF_A_WORLD === 0) await freshWorld()
    await server.db.of(Logins).collection.updateMany({}, { $set: { endedAt: null } })
    expect(await faultsOf(target, new Chance(SEED + nth))).toEqual([])
  },
  3_600_000,
)

test('nothing unexpected was logged', () => {
  expect(server.logged.filter(line => line.includes('unexpected error'))).toEqual([])
})
