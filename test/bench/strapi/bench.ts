/**
 * P4, optional: the same rows and fields served by Strapi 5 over SQLite, next to ours in the same run. `npm run bench strapi` installs
 * it into .cache/strapi; it is no dependency of the product.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { dependencies } from './app/package.json'
import type { Feed, NoticeSummary } from '../../../shared/contract/reading/site'
import { startChild } from '../../support/bench/child'
import type { LimitsAnswer, LimitsOrder } from '../../support/bench/limits'
import { type Measured, keepReport, median, spread, versions } from '../../support/bench/report'
import {
  type Contestant,
  type Rounds,
  orderFor,
  ordersFor,
  ratiosOf,
  runRounds,
  tableOf,
} from '../../support/bench/rounds'
import { type Stage, fillTo, openStage, readyToPublish, storyAt } from '../../support/bench/stage'
import { Publications } from '@server/disclosure/publications/models/publications'

const ROOT = path.resolve(__dirname, '../../..')
const FOLDER = path.join(ROOT, '.cache', 'strapi')
const [ROUNDS, ROUND_MS, NOTICES, PAGE] = [5, 1_500, 1_000, 50]
/** A link that is shared in a chat: so many open the same page at the same time. */
const TOGETHER = 64
/** Readers who each open a page that nobody else does. */
const APART = 6
const COUNTED = { RATE_READ: '1000000' }
/** Villages of 80 notices each among 1,000; the first is the one whose link is shared. */
const VILLAGES = Array.from({ length: APART }, (_, nth) => `G0000${nth}`)
const VILLAGE = VILLAGES[0]!
const feedOf = (orgCode: string) => `/api/v1/orgs/${orgCode}/notices`
const pageOf = (orgCode: string) => `${feedOf(orgCode)}?limit=20`
const FIELDS = ['key', 'orgCode', 'orgName', 'category', 'itemId', 'title', 'sentence', 'period', 'periodLabel', 'edition', 'publishedOn', 'regardsName'] // prettier-ignore
const theirs = (orgCode: string) => `/api/notices?filters[orgCode]=${orgCode}&sort=publishedOn:desc&pagination[limit]=20&pagination[withCount]=false&${FIELDS.map((name, nth) => `fields[${nth}]=${name}`).join('&')}` // prettier-ignore

/** Puts it there, as its package file says; native parts are compiled with the headers that Node came with. */
function install(): void {
  mkdirSync(FOLDER, { recursive: true })
  cpSync(path.join(__dirname, 'app'), FOLDER, { recursive: true })
  rmSync(path.join(FOLDER, 'data.db'), { force: true })
  const prefix = path.resolve(process.execPath, '..', '..')
  const headers = existsSync(path.join(prefix, 'include', 'node', 'node.h'))
    ? { npm_config_nodedir: prefix }
    : {}
  const windows = process.platform === 'win32'
  execFileSync(windows ? 'npm.cmd' : 'npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, ...headers },
  })
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

async function startStrapi(rows: readonly object[]): Promise<{ port: number; process: ChildProcess }> {
  const file = path.join(FOLDER, 'rows.json')
  writeFileSync(file, JSON.stringify(rows))
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), ROWS: file, STRAPI_TELEMETRY_DISABLED: 'true' } // prettier-ignore
  const child = fork(path.join(FOLDER, 'start.js'), [], {
    cwd: FOLDER,
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', code => reject(new Error(`Strapi ended with ${code}`)))
  })
  return { port, process: child }
}

/** What we show of an organisation, page after page. */
async function rowsOf(url: string, orgCode: string): Promise<NoticeSummary[]> {
  const rows: NoticeSummary[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await fetch(`${url}${feedOf(orgCode)}?limit=${PAGE}${cursor && `&cursor=${cursor}`}`)
    const page = (await answer.json()) as Feed
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}

/** Both must show the same notices in the same order. */
async function sameNotices(rows: readonly NoticeSummary[], port: number): Promise<void> {
  const { data } = (await (await fetch(`http://127.0.0.1:${port}${theirs(VILLAGE)}`)).json()) as { data: Record<string, unknown>[] } // prettier-ignore
  const shown = data.map(({ key, title, sentence, edition }) => ({ id: key, title, sentence, edition }))
  const village = rows.filter(({ orgCode }) => orgCode === VILLAGE).slice(0, 20)
  const ours = village.map(({ id, title, sentence, edition }) => ({ id, title, sentence, edition }))
  assert.deepEqual(shown, ours)
}

const THEM = `Strapi ${dependencies['@strapi/strapi']}（SQLite）`

function judged(rounds: Rounds, what: string, nth: number, bar: number): Measured {
  const all = ratiosOf(rounds, nth, 0)
  return { id: 'P4', what, value: `${spread(all, 1)} 倍`, bar: `要求 ≥ ${bar} 倍`, met: median(all) >= bar }
}

/** What no sharing helps, next to how far the database itself lets anybody come. */
function toldApart(rounds: Rounds): Measured {
  const [ours, limit] = [ratiosOf(rounds, 4, 3), ratiosOf(rounds, 5, 3)]
  return {
    id: 'P4',
    what: `列表页，无缓存，${APART} 个读者各看一村（没有可以合成一次的）÷ ${THEM}`,
    value: `${spread(ours, 1)} 倍；同一数据库只用驱动读这些行、不做别的，也只有 ${spread(limit, 1)} 倍`,
    bar: '报数',
    met: null,
  }
}

function report(stage: Stage, rounds: Rounds): void {
  keepReport({
    bench: 'strapi',
    command: 'npm run bench strapi',
    versions: `${versions(stage.engine.kind)}，Strapi ${dependencies['@strapi/strapi']}（SQLite）`,
    rows: [
      judged(rounds, `列表页，无缓存，${TOGETHER} 个读者同时要同一页（同时的合成一次，不留）÷ ${THEM}`, 1, 8),
      judged(rounds, `列表页，平常（有缓存），${TOGETHER} 个读者同一页 ÷ ${THEM}`, 2, 50),
      toldApart(rounds),
    ],
    table: tableOf(rounds),
  })
}

const databaseOf = ({ engine: { uri, options } }: Stage) => ({
  uri,
  options: { ...options, dbName: 'strapi' },
})

async function main(): Promise<void> {
  install()
  const stage = await openStage('bench-strapi')
  const limits = startChild<LimitsOrder, LimitsAnswer>('limits')
  let strapi: ChildProcess | null = null
  try {
    const db = await stage.store('strapi')
    const bare = await stage.serve('strapi', { PAGES_MB: '0', ...COUNTED })
    const kept = await stage.serve('strapi', { PAGES_MB: '64', ...COUNTED })
    const story = storyAt(kept.url)
    const page = await story.publish('head', await readyToPublish(story, 0))
    await fillTo(db, page.notice.id, NOTICES)
    const rows: NoticeSummary[] = []
    for (const orgCode of await db.of(Publications).distinct('orgCode')) {
      rows.push(...(await rowsOf(kept.url, orgCode)))
    }
    const started = await startStrapi(rows.map(({ id, publishedAt, ...row }) => ({ ...row, key: id, publishedOn: publishedAt }))) // prettier-ignore
    strapi = started.process
    await sameNotices(rows, started.port)
    const ports = await limits.ask({ body: '', headers: {}, database: databaseOf(stage) })
    const shared = (url: string | number, path: string) => ({ connections: TOGETHER, order: orderFor(url, path), body: null }) // prettier-ignore
    const apart = (url: string | number, pathOf: (orgCode: string) => string) => ({ connections: APART, order: ordersFor(url, VILLAGES.map(pathOf)), body: null }) // prettier-ignore
    const contestants: Contestant[] = [
      { name: `Strapi，${TOGETHER} 个读者同一页`, ...shared(started.port, theirs(VILLAGE)) },
      { name: `无缓存，${TOGETHER} 个读者同一页`, ...shared(bare.url, pageOf(VILLAGE)) },
      { name: `有缓存，${TOGETHER} 个读者同一页`, ...shared(kept.url, pageOf(VILLAGE)) },
      { name: `Strapi，${APART} 个读者各看一村`, ...apart(started.port, theirs) },
      { name: `无缓存，${APART} 个读者各看一村`, ...apart(bare.url, pageOf) },
      { name: `只有驱动和 JSON，${APART} 个读者各看一村`, ...apart(ports.driver, code => `/${code}`) },
    ]
    report(stage, await runRounds(contestants, ROUNDS, ROUND_MS))
  } finally {
    limits.stop()
    strapi?.kill()
    await stage.end()
  }
}

void main()
