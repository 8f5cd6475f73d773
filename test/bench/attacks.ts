/**
 * Five cheap requests, each at ten times the rate that once stopped the site, against the built server in its production configuration: what
 * other readers notice. From one address, and the same from fifty. Calm and attack alternate; the ratio is of neighbours.
 */
import type { Feed } from '../../shared/contract/reading/site'
import { ATTACKS, type AttackDone, type AttackOrder } from '../support/bench/attack'
import { type Child, startChild } from '../support/bench/child'
import type { ReadersDone, ReadersOrder } from '../support/bench/pacedReaders'
import { type Measured, keepReport, median, versions } from '../support/bench/report'
import { openStage, readyToPublish, type Stage, storyAt } from '../support/bench/stage'
import { PRODUCTION_SETTINGS } from '../support/server/productionSettings'
import type { RunningServer } from '../support/server/runningServer'

const TEN_TIMES = 10
const ROUNDS = 3
const ATTACK_MS = 5_000
/** The readers begin when the attack has begun, and are done before it ends. */
const [LEAD_MS, READ_MS] = [700, 3_600]
const READERS = 12
const PAUSE_MS = 20
const MOST_MB = 512
const MOST_TIMES = 2

/** As an operator fills them in; nothing else is changed, limits neither. */
const PRODUCTION = {
  ...PRODUCTION_SETTINGS,
  NODE_ENV: 'production',
  CLOCK: '',
  LOG_LEVEL: 'warn',
  RATE_READ: '',
  RATE_WRITE: '',
}

interface Crowd {
  attackers: Child<AttackOrder, AttackDone>
  readers: Child<ReadersOrder, ReadersDone>
}

interface Row {
  what: string
  addresses: number
  ratios: number[]
  calm: ReadersDone[]
  under: ReadersDone[]
  done: AttackDone
  megabytes: number
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Pages that readers look at: the village's list and a notice. */
async function pagesOf(url: string): Promise<string[]> {
  const feed = `${url}/api/v1/orgs/V1/notices?limit=20`
  const { items } = (await (await fetch(feed)).json()) as Feed
  return [feed, `${url}/api/v1/notices/${items[0]!.id}`]
}

async function measure(
  { url, familyMegabytes }: RunningServer,
  { attackers, readers }: Crowd,
  { name, what, connections, measured }: (typeof ATTACKS)[number],
  addresses: number,
): Promise<Row> {
  const urls = await pagesOf(url)
  const read = () => readers.ask({ urls, readers: READERS, pause: PAUSE_MS, milliseconds: READ_MS })
  const row: Row = { what, addresses, ratios: [], calm: [], under: [], done: { sent: 0, answers: 0, statuses: {} }, megabytes: 0 } // prettier-ignore
  for (let round = 0; round < ROUNDS; round += 1) {
    const calm = await read()
    const under = attackers.ask({
      ...{ url, name, addresses, milliseconds: ATTACK_MS, perSecond: measured * TEN_TIMES },
      connections: Math.max(connections, addresses),
    })
    await pause(LEAD_MS)
    const seen = await read()
    row.megabytes = Math.max(row.megabytes, familyMegabytes())
    row.done = await under
    row.calm.push(calm)
    row.under.push(seen)
    row.ratios.push(seen.p99 / calm.p99)
    await pause(300)
  }
  return row
}

const middle = (all: readonly ReadersDone[], of: 'p50' | 'p99') => median(all.map(one => one[of])).toFixed(1)
const failedIn = ({ under, calm }: Row): number =>
  [...under, ...calm].reduce((sum, { failed }) => sum + failed.length, 0)

const lineOf = (row: Row): string => {
  const answers = Object.entries(row.done.statuses).map(([status, count]) => `${status === '0' ? '断开' : status}×${count}`) // prettier-ignore
  return `  ${row.what}，${row.addresses} 个地址：平时 p50 ${middle(row.calm, 'p50')}、p99 ${middle(row.calm, 'p99')} 毫秒，攻击时 ${middle(row.under, 'p50')}、${middle(row.under, 'p99')}（${median(row.ratios).toFixed(2)} 倍），失败 ${failedIn(row)}，内存 ${Math.round(row.megabytes)} MB；攻击 ${row.done.sent} 次，答 ${answers.join(' ')}`
}

/** The bars over all rows: the slowest counts. */
function judged(rows: readonly Row[]): Measured[] {
  const ratios = rows.map(({ ratios: all }) => median(all))
  const failed = rows.reduce((sum, row) => sum + failedIn(row), 0)
  const most = Math.max(...rows.map(({ megabytes }) => megabytes))
  return [
    {
      id: 'R12',
      what: '五种便宜的攻击、十倍的速度：其他人 p99 ÷ 平时',
      value: `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
      bar: `要求 < ${MOST_TIMES}`,
      met: Math.max(...ratios) < MOST_TIMES,
    },
    { id: 'R12', what: '其他人失败的请求', value: String(failed), bar: '要求 0', met: failed === 0 },
    {
      id: 'R12',
      what: '内存（MB）',
      value: String(Math.round(most)),
      bar: `要求 < ${MOST_MB}`,
      met: most < MOST_MB,
    },
  ]
}

async function measureAll(server: RunningServer): Promise<Row[]> {
  const crowd: Crowd = { attackers: startChild('attackers'), readers: startChild('pacedReaders') }
  const rows: Row[] = []
  try {
    for (const addresses of [1, 50]) {
      for (const attack of ATTACKS) rows.push(await measure(server, crowd, attack, addresses))
    }
  } finally {
    crowd.attackers.stop()
    crowd.readers.stop()
  }
  return rows
}

async function serverOf(stage: Stage): Promise<RunningServer> {
  await stage.store('attacks')
  const desk = await stage.serve('attacks')
  const story = storyAt(desk.url)
  await story.publish('head', await readyToPublish(story, 0))
  return stage.serve('attacks', PRODUCTION)
}

async function main(): Promise<void> {
  const stage = await openStage('bench-attacks')
  try {
    const rows = await measureAll(await serverOf(stage))
    keepReport({
      bench: 'attacks',
      command: 'npm run bench attacks',
      versions: versions(stage.engine.kind),
      rows: judged(rows),
      table: rows.map(lineOf),
    })
  } finally {
    await stage.end()
  }
}

void main()
