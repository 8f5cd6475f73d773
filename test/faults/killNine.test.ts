import { randomUUID } from 'node:crypto'
import { startKillableServer, type KillableServer, type Reply } from '../support/engine/killableServer'
import { modelNotice } from '../support/engine/modelNotice'
import {
  dayOf,
  draftStep,
  EDITOR,
  logIn,
  nextStep,
  type Step,
  STEPS,
  type Tokens,
  type WorkPage,
} from '../support/engine/noticeWay'
import { LONG, SAMPLED, reportFigure } from '../support/figures'

/**
 * `kill -9` of the server, or of the database, right after an acknowledged step of a notice: after the restart the
 * notice is in the state that was acknowledged, and the same request sent again has no second effect.
 */

const KILLS = Number(process.env.MINGBAI_KILLS ?? (LONG ? 1_000 : 6))
const external = process.env.MONGODB_URI !== undefined
const onEmbedded = external ? test.skip : test

let server: KillableServer
let tokens: Tokens

beforeAll(async () => {
  if (external) return
  server = await startKillableServer('kill9')
  tokens = await logIn(server)
}, 180_000)
afterAll(() => server?.stop())

const as = (persona: string) => ({ token: tokens[persona] })
const pageOf = (reply: Reply): WorkPage => reply.body as WorkPage

onEmbedded(
  `${KILLS} kills right after an acknowledged step`,
  async () => {
    const model = await modelNotice(server, tokens[EDITOR]!)
    const sum = { acknowledged: 0, lost: 0, twice: 0, server: 0, database: 0 }
    for (let round = 0; round < KILLS; round += 1) {
      let step: Step | undefined = draftStep(model, `第 ${round + 1} 次断电演练`, dayOf(round))
      let page: WorkPage | undefined
      let key = ''
      let last = step
      for (let done = 1; step !== undefined && done <= 1 + (round % STEPS); done += 1) {
        key = randomUUID()
        last = step
        const reply = await server.askUntilAnswered(step.method, step.place, {
          ...as(step.persona),
          body: step.body,
          key,
        })
        if (reply.status >= 300) throw new Error(`${step.place}: ${JSON.stringify(reply)}`)
        page = pageOf(reply)
        sum.acknowledged += 1
        step = nextStep(page, done)
      }
      if (round % 2 === 0) {
        sum.server += 1
        await server.killServer()
      } else {
        sum.database += 1
        server.killEngine()
      }
      const found = await server.askUntilAnswered('GET', `/work/${page?.notice.id}`, as(last.persona))
      if (JSON.stringify(found.body) !== JSON.stringify(page)) sum.lost += 1
      const again = await server.askUntilAnswered(last.method, last.place, {
        ...as(last.persona),
        body: last.body,
        key,
      })
      if (pageOf(again).notice?.version !== page?.notice.version) sum.twice += 1
    }
    reportFigure(
      `R1 kill -9 of server and database (${server.kind()}): ${sum.server} + ${sum.database} kills${SAMPLED}, ` +
        `${sum.acknowledged} acknowledged, ${sum.lost} lost, ${sum.twice} with a second effect`,
    )
    expect(sum).toMatchObject({ lost: 0, twice: 0 })
  },
  LONG ? 4 * 3_600_000 : 600_000,
)
