import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ErrorBody } from '../../shared/contract/common'
import { onDataDir } from '../support/backup/fill'
import { type KillableServer, type Reply, startKillableServer } from '../support/engine/killableServer'
import { type ModelNotice, modelNotice } from '../support/engine/modelNotice'
import { dayOf, draftStep, EDITOR, logIn, published, type Tokens, type WorkPage } from '../support/engine/noticeWay' // prettier-ignore
import { canTakeRoom, giveRoom, takeRoom } from '../support/faults/room'
import { pictureOf } from '../support/faults/storePicture'
import { reportFigure } from '../support/figures'
import { brokenInvariants } from '../support/invariants'
import { identify } from '../../server/demo/engine/process'
import { Notices } from '@server/disclosure/notices/models/notices'

/** The disk is full: readers read on, writers get an error that says so, and with room again the server goes on by itself. */
function whySkipped(): string | null {
  if (process.env.MONGODB_URI !== undefined) return '数据库不是自己起的（MONGODB_URI）'
  return canTakeRoom() ? null : '要 Linux 和 prlimit（util-linux）'
}

const SKIPPED = whySkipped()
const WRITERS = 4
const LONGEST_ANSWER_MS = 15_000
const PATIENCE_MS = 180_000

let server: KillableServer
let tokens: Tokens
let model: ModelNotice

beforeAll(async () => {
  if (SKIPPED !== null) return reportFigure(`R12 磁盘满：跳过，${SKIPPED}`)
  server = await startKillableServer('full', undefined, {}, tmpdir())
  tokens = await logIn(server)
  model = await modelNotice(server, tokens[EDITOR]!)
}, 180_000)
afterAll(() => server?.stop())

/** A draft that somebody writes; the same again has the same key. */
interface Draft {
  key: string
  nth: number
}
let drafts = 0
const newDraft = (): Draft => ({ key: randomUUID(), nth: (drafts += 1) })

interface Answer {
  draft: Draft
  reply: Reply | undefined
  ms: number
}

const titleOf = ({ nth }: Draft) => `磁盘满第 ${nth} 次`
const TITLE = /^磁盘满第 \d+ 次$/

async function write(draft: Draft): Promise<Answer> {
  const started = performance.now()
  const { method, place, body } = draftStep(model, titleOf(draft), dayOf(draft.nth))
  const reply = await server.ask(method, place, { token: tokens[EDITOR], body, key: draft.key })
  return { draft, reply, ms: performance.now() - started }
}

/** Several at once, each another draft. */
const writeAtOnce = () => Promise.all(Array.from({ length: WRITERS }, () => write(newDraft())))

/** Asks again until it is as wanted; how long that took. */
async function until(what: () => Promise<boolean>): Promise<number> {
  const started = performance.now()
  while (!(await what())) {
    if (performance.now() - started > PATIENCE_MS) throw new Error('it did not mend itself in time')
    await sleep(100)
  }
  return performance.now() - started
}

const idIn = ({ reply }: Answer): string => (reply?.body as WorkPage).notice.id
const codeIn = (reply: Reply | undefined) => (reply?.body as ErrorBody).error.code

const lookAt = <T>(look: Parameters<typeof onDataDir<T>>[1]) => onDataDir(server.dataDir, look)
const brokenNow = () => lookAt(async db => brokenInvariants(await pictureOf(db.connection)))

const onFullDisk = SKIPPED === null ? test : test.skip

onFullDisk(
  'pages stay readable, writes are refused plainly, with room again it goes on by itself and nothing is lost',
  async () => {
    const brokenBefore = await brokenNow()
    const { notice } = await published(server, tokens, draftStep(model, '磁盘满以前', dayOf(-1)))
    const places = [`/notices/${notice.id}`, `/orgs/${model.orgCode}/notices`]
    const read = () => Promise.all(places.map(place => server.ask('GET', place)))
    const before = await read()
    const acknowledged = await writeAtOnce()
    expect(acknowledged.map(({ reply }) => reply?.status)).toEqual(acknowledged.map(() => 201))

    const { server: serverPid, engine } = server.pids()
    takeRoom([serverPid, engine])
    const refused = await writeAtOnce()
    const kept = await read()
    await until(async () => codeIn((await write(refused[0]!.draft)).reply) === 'store-away')
    refused.push(...(await writeAtOnce()))
    const marked = await read()
    expect(refused.map(({ reply }) => reply?.status)).toEqual(refused.map(() => 503))
    for (const { reply } of refused) {
      expect((reply?.body as ErrorBody).error.message).toMatch(/^数据库.*这次没有办成/)
    }
    const longest = Math.max(...refused.map(({ ms }) => ms))
    expect(longest).toBeLessThan(LONGEST_ANSWER_MS)
    for (const replies of [kept, marked]) {
      expect(replies.map(reply => reply?.status)).toEqual([200, 200])
      expect(replies.map(reply => ({ ...(reply?.body as object), keptSince: undefined }))).toEqual(
        before.map(reply => ({ ...(reply?.body as object), keptSince: undefined })),
      )
    }
    for (const reply of marked) expect(reply?.body).toHaveProperty('keptSince')

    giveRoom([serverPid, server.pids().engine].filter(pid => identify(pid) !== undefined))
    const ms = await until(async () => (await write(refused[0]!.draft)).reply?.status === 201)
    const again = []
    for (const { draft } of refused) again.push(await write(draft))
    expect(again.map(({ reply }) => reply?.status)).toEqual(again.map(() => 201))
    server.killEngine()
    acknowledged.push(...again)
    await until(async () => (await server.ask('GET', places[0]!))?.status === 200)

    const rows = await lookAt(async db => db.of(Notices).find({}, { title: 1 }).lean())
    const stored = rows.filter(({ title }) => TITLE.test(title)).map(({ _id }) => _id)
    const wanted = new Set(acknowledged.map(idIn))
    const lost = [...wanted].filter(id => !stored.includes(id))
    const half = stored.filter(id => !wanted.has(id))
    const broken = (await brokenNow()).filter(fault => !brokenBefore.includes(fault))
    reportFigure(
      `R12 磁盘满（${server.kind()}）：页面照样可读，数据库停了的时候标明“截至”；${refused.length} 次写入都答 503，最久 ${(longest / 1000).toFixed(1)} 秒；` +
        `腾出空间后 ${(ms / 1000).toFixed(1)} 秒自行恢复，重发都办成一次，再断电：确认过的 ${wanted.size} 份丢失 ${lost.length}、多出 ${half.length}，账本和其他约束破坏 ${broken.length} 处`,
    )
    expect({ lost, half, broken }).toEqual({ lost: [], half: [], broken: [] })
  },
  300_000,
)
