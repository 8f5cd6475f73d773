import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '../../shared/contract/common'
import type { WorkNoticePage } from '../../shared/contract/disclosure/noticeWorkflow'
import { type Answer, type TestServer, startTestServer } from '../support/api/testServer'
import { ITEMS, buildWorld, financeContent, storyOf, tokenOf } from '../support/api/world'
import { type StorePicture, changesBetween, pictureOf, profileOf } from '../support/faults/storePicture'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { brokenInvariants } from '../support/invariants'
import { startBuiltServerOn } from '../support/server/runningServer'

/** R4: the same `Idempotency-Key` again and again. One effect, one answer, for each repeated request, however late. */
const REPLAYS = LONG ? 10_000 : 100
const AT_ONCE = 50

let server: TestServer
let ready: WorkNoticePage

beforeAll(async () => {
  server = await startTestServer('replays')
  await buildWorld(server.db)
  const story = storyOf(server)
  const submitted = await story.submit('editor', await story.create('editor'))
  ready = await story.meet('head', await story.agree('supervisor', submitted))
})
afterAll(() => server.close())

const picture = (): Promise<StorePicture> => pictureOf(server.db.connection)
const publish = (key: string, url = server.url): Promise<Answer> =>
  server.ask('POST', `${url}/api/v1/notices/${ready.notice.id}/publish`, {
    token: tokenOf(server, 'head'),
    body: { version: ready.notice.version },
    key,
  })

/** Asks so often, so many at a time. */
async function ask(times: number, work: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  let left = times
  const asker = async () => {
    while (left > 0) {
      left -= 1
      answers.push(await work())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, asker))
  return answers
}

const different = (answers: readonly Answer[]) =>
  new Set(answers.map(({ status, text }) => `${status} ${text}`)).size

test(`${REPLAYS} times the same publication, the first ${AT_ONCE} at the same moment`, async () => {
  const key = randomUUID()
  const before = await picture()
  const answers = await ask(REPLAYS, () => publish(key))
  const after = await picture()
  const effects = after.get('publications')!.size - before.get('publications')!.size
  const replayed = answers.filter(answer => answer.headers.get('idempotent-replayed') === 'true').length
  reportFigure(
    `R4 the same Idempotency-Key ${REPLAYS} times${SAMPLED}: ${effects} effect, ${different(answers)} answer, ` +
      `${replayed} told as replays`,
  )
  expect(answers[0]!.status).toBe(200)
  expect([effects, different(answers), replayed]).toEqual([1, 1, REPLAYS - 1])
  expect(profileOf(changesBetween(before, after))).toMatchObject({
    'idempotencyKeys added': 1,
    'statuses added': 1,
    'ledgerEntries added': 1,
    'notices changed': 1,
  })
  expect(brokenInvariants(after)).toEqual([])

  const other = await server.ask<ErrorBody>('POST', `/notices/${ready.notice.id}/publish`, {
    token: tokenOf(server, 'head'),
    body: { version: ready.notice.version + 1 },
    key,
  })
  expect([other.status, other.body.error.code]).toEqual([409, 'idempotency-key-reused'])
  const another = await server.ask<ErrorBody>('POST', `/notices/${ready.notice.id}/publish`, {
    token: tokenOf(server, 'editor'),
    body: { version: ready.notice.version },
    key,
  })
  expect([another.status, another.body.error.code]).toEqual([409, 'version-conflict'])
  expect(changesBetween(after, await picture())).toEqual([])
}, 1_800_000)

/** What falls due by the clock is no matter of this test. */
const NO_JOBS = { JOBS_EVERY: '0' }

test('an answer outlives the server that gave it', async () => {
  const request = {
    token: tokenOf(server, 'editor'),
    body: { orgCode: 'V1', itemId: ITEMS.finance._id, regards: null, content: financeContent('2026-09') },
    key: randomUUID(),
  }
  const first = await startBuiltServerOn(server.database, NO_JOBS)
  const given = await server.ask('POST', `${first.url}/api/v1/notices`, request)
  await first.stop()
  const after = await picture()
  const second = await startBuiltServerOn(server.database, NO_JOBS)
  try {
    const again = await ask(AT_ONCE, () => server.ask('POST', `${second.url}/api/v1/notices`, request))
    expect([given.status, different([given, ...again])]).toEqual([201, 1])
    expect(again.every(answer => answer.headers.get('idempotent-replayed') === 'true')).toBe(true)
  } finally {
    await second.stop()
  }
  // What a start writes: the rows of each collection, counted.
  const written = changesBetween(after, await picture()).filter(
    ({ collection }) => collection !== 'storeState',
  )
  expect(written).toEqual([])
})
