import { setTimeout as sleep } from 'node:timers/promises'
import { onDataDir } from '../support/backup/fill'
import { type KillableServer, startKillableServer } from '../support/engine/killableServer'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { feedOf, soakLoad } from '../support/faults/soakLoad'
import { pictureOf } from '../support/faults/storePicture'
import { brokenInvariants } from '../support/invariants'
import { openHandles, residentMegabytes } from '../support/server/processSize'
import { until } from '../support/until'

/**
 * The built server with a database of its own under everything that a village and its readers do, for as long as `SOAK_MINUTES`
 * says: nothing fails, nothing grows without end, and readers see what was published.
 */
const MINUTES = Number(process.env.SOAK_MINUTES ?? (LONG ? 30 : 0.1))
const LOOKS = 60
/** The last third ÷ the one before; a short run only reports it, for a server that has just started still grows. */
const MOST_GROWTH = 1.2
const JUDGED_FROM_MINUTES = 10
const SETTINGS = { PAGES_MB: '8', RATE_READ: '0', RATE_LOGIN: '0' }

const external = process.env.MONGODB_URI !== undefined
const onEmbedded = external ? test.skip : test

let server: KillableServer

beforeAll(async () => {
  if (!external) server = await startKillableServer('soak', undefined, SETTINGS)
}, 180_000)
afterAll(() => server?.stop())

/** How big the server is at one moment. */
interface Look {
  megabytes: number
  handles: number
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** The middle of the last third of the looks ÷ that of the third before. */
function growthOf(looks: readonly Look[], of: (look: Look) => number): number {
  const third = Math.floor(looks.length / 3)
  const [before, last] = [looks.slice(third, 2 * third), looks.slice(2 * third)]
  return middle(last.map(of)) / middle(before.map(of))
}

const brokenNow = () =>
  onDataDir(server.dataDir, async db => brokenInvariants(await pictureOf(db.connection)))

onEmbedded(
  `everything at once for ${MINUTES} minutes`,
  async () => {
    const brokenBefore = await brokenNow()
    const load = await soakLoad(server)
    const { orgCode, seen } = load
    const looks: Look[] = []
    for (let nth = 0; nth < LOOKS; nth += 1) {
      await sleep((MINUTES * 60_000) / LOOKS)
      const { server: pid } = server.pids()
      looks.push({ megabytes: residentMegabytes(pid), handles: openHandles(pid) })
    }
    // On a busy machine a short run may be over before anything was withdrawn.
    await until(() => seen.withdrawn.size > 0 || seen.failed.length > 0)
    await load.end()
    const [memory, handles] = [growthOf(looks, look => look.megabytes), growthOf(looks, look => look.handles)]
    const mine = new Set([...seen.public, ...seen.withdrawn])
    const shown = new Set((await feedOf(server, orgCode)).filter(id => mine.has(id)))
    const wrong = [...mine].filter(id => shown.has(id) !== seen.public.has(id))
    const broken = (await brokenNow()).filter(fault => !brokenBefore.includes(fault))
    const [first, last] = [looks[0]!, looks.at(-1)!]
    reportFigure(
      `R12 长时间运行 ${MINUTES} 分钟${SAMPLED}：${seen.requests} 次请求（读、登录、起草 ${seen.drafts} 份、公开 ${mine.size} 条、撤回 ${seen.withdrawn.size} 条），失败 ${seen.failed.length} 次；` +
        `内存 ${first.megabytes.toFixed(0)} → ${last.megabytes.toFixed(0)} MB，打开的文件和连接 ${first.handles} → ${last.handles} 个，` +
        `最后三分之一是前三分之一的 ${memory.toFixed(2)}、${handles.toFixed(2)} 倍；列表与公开过的不符 ${wrong.length} 条，账本和其他约束破坏 ${broken.length} 处`,
    )
    expect(seen.failed.slice(0, 5)).toEqual([])
    expect(seen.public.size).toBeGreaterThan(0)
    expect(seen.withdrawn.size).toBeGreaterThan(0)
    expect(broken.slice(0, 5)).toEqual([])
    expect(wrong).toEqual([])
    if (MINUTES >= JUDGED_FROM_MINUTES) expect(Math.max(memory, handles)).toBeLessThan(MOST_GROWTH)
  },
  (MINUTES + 10) * 60_000,
)
