import { randomUUID } from 'node:crypto'
import { MEETING } from '../support/api/world'
import { startKillableServer, type KillableServer, type Reply } from '../support/engine/killableServer'
import { type ModelContent, modelNotice } from '../support/engine/modelNotice'
import { reportFigure } from '../support/figures'

/**
 * `kill -9` of the server, or of the database, right after an acknowledged step of a notice: after the restart the
 * notice stands where it was acknowledged to stand, and the same request sent again has no second effect.
 */

const KILLS = Number(process.env.MINGBAI_KILLS ?? 100)
const EDITOR = 'editor'
const SUPERVISOR = 'supervisor'
const HEAD = 'head'

interface WorkPage {
  notice: { id: string; state: string; version: number; content: ModelContent }
  item: { id: string }
  history: { to: string }[]
}

const external = process.env.MONGODB_URI !== undefined
const onEmbedded = external ? test.skip : test

let server: KillableServer
const tokens: Record<string, string> = {}

beforeAll(async () => {
  if (external) return
  server = await startKillableServer('kill9')
  for (const persona of [EDITOR, SUPERVISOR, HEAD]) {
    const session = await server.askUntilAnswered('POST', '/auth/wechat', {
      body: { code: `${persona}#kill` },
    })
    tokens[persona] = (session.body as { accessToken: string }).accessToken
  }
})
afterAll(() => server?.stop())

const as = (persona: string) => ({ token: tokens[persona] })
const pageOf = (reply: Reply): WorkPage => reply.body as WorkPage

/** A period of its own for every round: an item has one notice a period. */
const dayOf = (round: number): string => new Date(Date.UTC(2024, 0, 1 + round)).toISOString().slice(0, 10)

/** From the draft to its publication. */
const STEPS = 5

interface Step {
  persona: string
  method: string
  place: string
  body: unknown
}

/** The way of a notice from draft to published, one request a step. */
const nextStep = ({ notice: { id, version } }: WorkPage, done: number): Step | undefined =>
  [
    { persona: EDITOR, method: 'POST', place: `/notices/${id}/submit`, body: { version } },
    {
      persona: SUPERVISOR,
      method: 'POST',
      place: `/notices/${id}/sign-off`,
      body: { version, opinion: 'agree' },
    },
    { persona: HEAD, method: 'POST', place: `/notices/${id}/meeting`, body: { version, ...MEETING } },
    { persona: HEAD, method: 'POST', place: `/notices/${id}/publish`, body: { version } },
  ][done - 1]

onEmbedded(
  `${KILLS} kills right after an acknowledged step`,
  async () => {
    const model = await modelNotice(server, tokens[EDITOR]!)
    const sum = { acknowledged: 0, lost: 0, twice: 0, server: 0, database: 0 }
    for (let round = 0; round < KILLS; round += 1) {
      const content = { ...model.content, title: `第 ${round + 1} 次断电演练`, period: dayOf(round) }
      let step: Step | undefined = {
        persona: EDITOR,
        method: 'POST',
        place: '/notices',
        body: { ...model, content },
      }
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
      `R1 kill -9 of server and database (${server.kind()}): ${sum.server} + ${sum.database} kills, ` +
        `${sum.acknowledged} acknowledged, ${sum.lost} lost, ${sum.twice} with a second effect`,
    )
    expect(sum).toMatchObject({ lost: 0, twice: 0 })
  },
  600_000,
)
