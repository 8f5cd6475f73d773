import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { ErrorBody } from '../../shared/contract/common'
import { ROUTES } from '../../server/compose'
import { type Answer, type TestServer, startTestServer } from '../support/api/testServer'
import { buildWorld } from '../support/api/world'
import {
  type Aim,
  FAULTS,
  type Fault,
  INJECTED,
  type Watched,
  standAtTheGate,
} from '../support/faults/awaits'
import { changedRoutes } from '../support/faults/changedRoutes'
import { type Request, SAMPLES, type Sample, WRITES } from '../support/faults/samples'
import { standingStore } from '../support/faults/standingStore'
import {
  type Change,
  type StorePicture,
  changesBetween,
  pictureOf,
  profileOf,
  renewed,
  takeBack,
} from '../support/faults/storePicture'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { brokenInvariants } from '../support/invariants'
import { SHARE_TAKEN, shareOf } from '../support/sample'

/**
 * R2: a fault at every wait of every command, one by one, on the real database. After each one the store is as if
 * the request had never come, or as if it had been answered; every invariant holds; and the same request sent again
 * does it, once. `npm test` takes a third of the commands by turns, each in one situation, with one of the three faults at its
 * commit and at every tenth other wait; a command that differs from main always, with all faults at each commit and one at every third
 * wait. A long run takes every command in every situation, every wait and every fault.
 */

const isFirstOfRoute = ({ route }: Sample, at: number) => SAMPLES.findIndex(one => one.route === route) === at
/** More changed commands than these would make a long run of an ordinary one. */
const MOST_CHANGED = 10
const CHANGED = changedRoutes()
const COMMANDS_CHANGED = new Set(
  ROUTES.filter(route => route.write && CHANGED.has(route))
    .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    .slice(0, MOST_CHANGED),
)
const ONE_EACH = SAMPLES.filter(isFirstOfRoute)
const TAKEN = LONG ? SAMPLES : shareOf(ONE_EACH, ({ route }) => COMMANDS_CHANGED.has(route))

let server: TestServer
let gate: ReturnType<typeof standAtTheGate>
let store: Awaited<ReturnType<typeof standingStore>>
let world: StorePicture
const sum = { waits: 0, points: 0, broken: 0, commits: 0, others: 0 }

beforeAll(async () => {
  server = await startTestServer('everyawait', undefined, { RATE_LOGIN: '0' })
  await buildWorld(server.db)
  store = await standingStore(server.db.connection)
  world = await store.look()
  const { wechat, textCheck } = server.services
  gate = standAtTheGate({ wechat, textCheck })
})
afterAll(async () => {
  gate.leave()
  await server.close()
  reportFigure(
    `R2 a fault at every wait of every command${SAMPLED}: ${TAKEN.length} commands${LONG ? '' : ` of ${ONE_EACH.length}, ${COMMANDS_CHANGED.size} changed`}${SHARE_TAKEN}, ` +
      `${sum.waits} waits, ` +
      `${sum.points} faults, ${sum.broken} invariants broken`,
  )
})

const picture = () => pictureOf(server.db.connection)
const undo = (changes: readonly Change[]) => takeBack(server.db.connection, changes)

interface Ground {
  sample: Sample
  make: () => Request
  before: StorePicture
  /** What the command changes when nothing fails. */
  whole: Record<string, number>
}

interface Outcome extends Watched<Answer> {
  after: StorePicture
  changes: Change[]
  faults: string[]
}

/** Sends the request, with a fault or without, and sees what became different. */
async function sent(
  make: () => Request,
  before: StorePicture,
  key: string,
  aim: Aim | null,
): Promise<Outcome> {
  const { method, path, asking } = make()
  const watched = await gate.watch(aim, () => server.ask(method, path, { ...asking, key }))
  const after = await renewed(server.db.connection, before, watched.written)
  return { ...watched, after, changes: changesBetween(before, after), faults: [] }
}

/** What is wrong with an answer that was to be a fault of the server. */
function answerFaults({ status, text, body }: Answer): string[] {
  const faults = [
    status >= 300 && status < 500 && `told as the sender’s fault: ${text}`,
    status >= 500 && !(body as ErrorBody).error?.code && `no error of ours: ${text}`,
    text.includes(INJECTED) && `the fault’s words left the server: ${text}`,
  ]
  return faults.filter(fault => fault !== false)
}

/** All or nothing: what was answered as done is done, what was not is done as a whole or not at all. */
function changeFaults({ sample, whole }: Ground, { result: { status }, changes }: Outcome): string[] {
  const left = profileOf(changes)
  if (isDeepStrictEqual(left, whole)) return []
  if (status < 300) return [`answered ${status}, but left ${JSON.stringify(left)}`]
  const allowed = [{}, ...(sample.mayLeave ?? [])].some(profile => isDeepStrictEqual(profile, left))
  return allowed ? [] : [`half done: ${JSON.stringify(left)}`]
}

/** What is wrong with how a command took a fault. */
const verdict = (ground: Ground, outcome: Outcome): string[] => [
  ...(outcome.hit ? [] : ['the wait never came']),
  ...answerFaults(outcome.result),
  ...changeFaults(ground, outcome),
  ...brokenInvariants(outcome.after),
]

/** The sender, who knows nothing, sends the same request again: it is done, once. */
async function sentAgain({ make, whole, before }: Ground, first: Outcome, key: string): Promise<Outcome> {
  const again = await sent(make, first.after, key, null)
  const changes = changesBetween(before, again.after)
  const { status, text } = again.result
  const left = profileOf(changes)
  const faults = status >= 300 ? [text] : isDeepStrictEqual(left, whole) ? [] : [JSON.stringify(left)]
  return { ...again, changes, faults: faults.map(fault => `sent again: ${fault}`) }
}

async function faultAt(ground: Ground, aim: Aim): Promise<string[]> {
  const key = randomUUID()
  const first = await sent(ground.make, ground.before, key, aim)
  const faults = verdict(ground, first)
  const asksAgain = ground.sample.write && first.result.status >= 500 && (LONG || first.changes.length > 0)
  const last = asksAgain ? await sentAgain(ground, first, key) : first
  await undo(last.changes)
  return [...faults, ...last.faults].map(
    fault => `${aim.fault} wait ${aim.at} (${first.waits[aim.at]}): ${fault}`,
  )
}

test('every write has a sample', () => {
  const sampled = new Set(SAMPLES.map(sample => sample.route))
  expect(WRITES.filter(route => !sampled.has(route))).toEqual([])
})

/** The fault whose turn it is at every `every`-th of what is counted. */
const byTurns = (nth: number, every: number): readonly Fault[] =>
  nth % every === 0 ? [FAULTS[(nth / every) % FAULTS.length]!] : []

/** The faults of one wait: all of them in a long run, else a share. */
function faultsAt({ route }: Sample, at: number, wait: string): readonly Fault[] {
  if (LONG) return FAULTS
  const isCommit = wait === 'commitTransaction'
  if (COMMANDS_CHANGED.has(route)) return isCommit ? FAULTS : byTurns(at, 3)
  return isCommit ? byTurns(sum.commits++, 1) : byTurns(sum.others++, 10)
}

/** Every fault of one sample; the rows that it left differ from the world's until they are taken back. */
async function faultsOf(sample: Sample): Promise<string[]> {
  const make = await sample.prepare(server)
  const before = await store.look()
  const dry = await sent(make, before, randomUUID(), null)
  expect([dry.result.status < 300, dry.result.text]).toEqual([true, expect.anything()])
  expect(brokenInvariants(dry.after)).toEqual([])
  await undo(dry.changes)

  const ground: Ground = { sample, make, before, whole: profileOf(dry.changes) }
  const told: string[] = []
  for (const [at, wait] of dry.waits.entries()) {
    const faults = faultsAt(sample, at, wait)
    for (const fault of faults) told.push(...(await faultAt(ground, { at, fault })))
    sum.points += faults.length
  }
  sum.waits += dry.waits.length
  if (changesBetween(before, await picture()).length > 0) told.push('rows changed that no wait had written')
  return told
}

test.each(TAKEN.map(sample => [`${sample.route} — ${sample.situation}`, sample] as const))(
  '%s',
  async (_name, sample) => {
    try {
      const told = await faultsOf(sample)
      sum.broken += told.length
      expect(told).toEqual([])
    } finally {
      await store.backTo(world)
    }
  },
  LONG ? 600_000 : 60_000,
)
