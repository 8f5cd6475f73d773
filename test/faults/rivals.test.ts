import { type TestServer, startTestServer } from '../support/api/testServer'
import { buildWorld, storyOf } from '../support/api/world'
import { CONTESTS, type Contest, RIVALS, contend } from '../support/faults/rivals'
import { changesBetween, pictureOf, takeBack } from '../support/faults/storePicture'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { brokenInvariants } from '../support/invariants'
import { type RunningServer, startBuiltServerOn } from '../support/server/runningServer'

/**
 * R3: many people take a step with one notice at the same moment. One of them does it, the others learn who did what. `npm test`
 * holds each contest once, a long run a thousand.
 */
const ROUNDS = LONG ? 1_000 : CONTESTS.length
const SERVERS = 3
const ROUNDS_OF_SERVERS = 100

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('rivals')
  await buildWorld(server.db)
})
afterAll(() => server.close())

/** One contest on an empty desk: what was not as it should be. */
async function faultsOf(contest: Contest, urls: readonly string[]): Promise<string[]> {
  const { connection } = server.db
  const world = await pictureOf(connection)
  const page = await contest.make(storyOf(server))
  const { won, told, odd } = await contend(server, page, contest.wishes, urls)
  const after = await pictureOf(connection)
  const moved = (after.get('notices')?.get(page.notice.id)?.version as number) - page.notice.version
  await takeBack(connection, changesBetween(world, after))
  return [
    ...(won === 1 && told === RIVALS - 1 && moved === 1 ? [] : [`${won} won, ${told} told, moved ${moved}`]),
    ...odd,
    ...brokenInvariants(after),
  ].map(fault => `${contest.name}: ${fault}`)
}

/** So many rounds, each contest in its turn; reports the figure. */
async function rounds(count: number, urls: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (let round = 0; round < count; round += 1) {
    faults.push(...(await faultsOf(CONTESTS[round % CONTESTS.length]!, urls)))
  }
  reportFigure(
    `R3 ${RIVALS} rivals at once, ${urls.length} server${urls.length > 1 ? 's' : ''}: ${count} rounds${SAMPLED}, ` +
      `${faults.length} without exactly one winner and ${RIVALS - 1} who were told`,
  )
  return faults
}

test(`${RIVALS} rivals, ${ROUNDS} rounds`, async () => {
  expect(await rounds(ROUNDS, [server.url])).toEqual([])
}, 7_200_000)

const inLongRuns = LONG ? test : test.skip

inLongRuns(
  `${RIVALS} rivals at ${SERVERS} servers on one database, ${ROUNDS_OF_SERVERS} rounds`,
  async () => {
    const servers: RunningServer[] = []
    try {
      for (let at = 0; at < SERVERS; at += 1) servers.push(await startBuiltServerOn(server.database))
      const urls = servers.map(({ url }) => url)
      expect(await rounds(ROUNDS_OF_SERVERS, urls)).toEqual([])
    } finally {
      for (const each of servers) await each.stop()
    }
  },
  3_600_000,
)
