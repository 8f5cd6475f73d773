/**
 * P5 and P7: the same reads and the same publication in stores of 10³, 10⁴ and 10⁵ notices (3·10⁵ too with `--large`, 10⁶ with
 * `--full`, 10⁴ at most with `--small`), spread over N/80 villages. One engine, one server for each store, pages not kept; rounds
 * are interleaved. Of the largest store every query of the reads is explained too: P6. The embedded engine reads whole collections
 * for that, so of it a smaller store is asked.
 */
import { describeClient } from '@server/platform/access/client'
import assert from 'node:assert/strict'
import mongoose from 'mongoose'
import { loadConfig } from '../../server/platform/config'
import type { Store as Db } from '@server/platform/store/db'
import { ROUTES } from '../../server/compose'
import type { Services } from '../../server/platform/services'
import { createClock } from '../../server/platform/clock'
import { TEST_NOW } from '../support/api/testServer'
import { type Measured, keepReport, median, versions } from '../support/bench/report'
import { byIndex, planOf, watchQueries } from '../support/reading/plans'
import { type Stage, type Story, fillTo, openStage, readyToPublish, storyAt } from '../support/bench/stage'

const [ROUNDS, EACH, PUBLICATIONS] = [5, 12, 5]
const [READ_BAR, PUBLISH_BAR] = [1.5, 2]
/** Notices in front of the 500th page, one on each; and as many as a page may hold. */
const [PAGE_500, MOST] = [499, 50]

/** Its plans do not depend on sizes; MongoDB's may. */
const EMBEDDED_EXPLAINS = 10_000

const sizesOf = (words: readonly string[]): number[] => {
  if (words.includes('--small')) return [1_000, 10_000]
  const usual = [1_000, 10_000, 100_000]
  if (words.includes('--large')) return [...usual, 300_000]
  return words.includes('--full') ? [...usual, 1_000_000] : usual
}

const KINDS = ['首页', '第 500 页', '详情', '搜索', '对照', '公开'] as const
type Kind = (typeof KINDS)[number]

interface Store {
  size: number
  db: Db
  story: Story
  paths: Record<Exclude<Kind, '公开'>, string>
  /** Notices that wait for their publication alone. */
  ready: Awaited<ReturnType<typeof readyToPublish>>[]
  times: Record<Kind, number[]>
}

interface FeedPage {
  items: { id: string; title: string }[]
  nextCursor: string | null
}

const json = async <Body>(url: string): Promise<Body> => {
  const answer = await fetch(url)
  assert.equal(answer.status, 200, `${url}: ${answer.status}`)
  return (await answer.json()) as Body
}

/** Place of the 500th page, found by walking there. */
async function cursorOfPage500(feed: string): Promise<string> {
  const first = PAGE_500 % MOST
  let cursor = (await json<FeedPage>(`${feed}?limit=${first}`)).nextCursor!
  for (let seen = first; seen < PAGE_500; seen += MOST) {
    cursor = (await json<FeedPage>(`${feed}?limit=${MOST}&cursor=${cursor}`)).nextCursor!
  }
  return cursor
}

async function openStore(stage: Stage, size: number): Promise<Store> {
  const name = `growth${size}`
  const db = await stage.store(name)
  const { url } = await stage.serve(name, { PAGES_MB: '0' })
  const story = storyAt(url)
  const page = await story.publish('head', await readyToPublish(story, 0))
  await fillTo(db, page.notice.id, size)
  const api = `${url}/api/v1`
  const feed = `${api}/orgs/V1/notices`
  assert.equal((await json<FeedPage>(`${feed}?limit=20`)).items.length, 20)
  const page500 = `${feed}?limit=1&cursor=${await cursorOfPage500(feed)}`
  const [last] = (await json<FeedPage>(page500)).items
  assert.match(last!.title, new RegExp(`第${PAGE_500}期$`))
  const ready: Store['ready'] = []
  for (let nth = 1; nth <= ROUNDS * PUBLICATIONS; nth += 1) ready.push(await readyToPublish(story, nth))
  return {
    size,
    db,
    story,
    ready,
    paths: {
      首页: `${feed}?limit=20`,
      '第 500 页': page500,
      详情: `${api}/notices/${page.notice.id}`,
      搜索: `${api}/search?org=V1&q=${encodeURIComponent('财务收支')}`,
      对照: `${api}/notices/${page.notice.id}/alongside`,
    },
    times: { 首页: [], '第 500 页': [], 详情: [], 搜索: [], 对照: [], 公开: [] },
  }
}

async function timed(all: number[], work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  all.push(performance.now() - start)
}

async function round({ story, ready, paths, times }: Store): Promise<void> {
  for (let nth = 0; nth < EACH; nth += 1) {
    for (const [kind, path] of Object.entries(paths)) await timed(times[kind as Kind], () => json(path))
  }
  for (const page of ready.splice(0, PUBLICATIONS)) {
    await timed(times.公开, () => story.step('head', page, 'publish'))
  }
}

/** Ratios of the medians, largest store to smallest. */
function rowsOf(stores: readonly Store[]): Measured[] {
  const [smallest, largest] = [stores[0]!, stores.at(-1)!]
  return KINDS.map(kind => {
    const ratio = median(largest.times[kind]) / median(smallest.times[kind])
    const bar = kind === '公开' ? PUBLISH_BAR : READ_BAR
    return {
      id: kind === '公开' ? 'P7' : 'P5',
      what: `${kind}，${largest.size.toLocaleString('en-US')} ÷ ${smallest.size.toLocaleString('en-US')} 条公示的 p50`,
      value: `${ratio.toFixed(2)}（${stores.map(store => median(store.times[kind]).toFixed(1)).join('、')} 毫秒）`,
      bar: `要求 ≤ ${bar}，到 10⁶`,
      met: ratio <= bar,
    }
  })
}

/** A route and what it is asked, from an address. */
function callOf(address: string) {
  const { pathname, searchParams } = new URL(address)
  const path = pathname.replace('/api/v1', '')
  for (const route of ROUTES.filter(({ method }) => method === 'get')) {
    const found = new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path)
    if (found) return { route, params: { ...found.groups }, query: Object.fromEntries(searchParams) }
  }
  throw new Error(`no route for ${path}`)
}

/** Asks the routes in this process, and the database how it answers each of their queries. */
async function explained({ size, db, paths }: Store): Promise<Measured> {
  const services = {
    db,
    clock: createClock(TEST_NOW),
    config: loadConfig({ NODE_ENV: 'test' }),
  } as unknown as Services
  const queries = watchQueries(mongoose)
  for (const path of Object.values(paths)) {
    const { route, ...asked } = callOf(path)
    await route.run({
      ...asked,
      body: undefined,
      services,
      requestId: 'bench',
      client: describeClient('127.0.0.1', ''),
    })
  }
  const finds = queries.take().filter(({ method }) => method.startsWith('find'))
  queries.stop()
  let scans = 0
  for (const query of finds) if (!byIndex(await planOf(db.connection, query))) scans += 1
  return {
    id: 'P6',
    what: `${size.toLocaleString('en-US')} 条公示时，首页、第 500 页、详情、搜索、对照的 ${finds.length} 个查询，不走索引的`,
    value: `${scans} 个`,
    bar: '要求 0 个',
    met: finds.length > 0 && scans === 0,
  }
}

/** Of the largest store that the engine explains without falling over. */
const explainable = ({ engine: { kind } }: Stage, stores: readonly Store[]): Store =>
  stores.filter(({ size }) => kind === 'external' || size <= EMBEDDED_EXPLAINS).at(-1)!

async function main(): Promise<void> {
  const stage = await openStage('bench-growth')
  try {
    const stores: Store[] = []
    for (const size of sizesOf(process.argv)) stores.push(await openStore(stage, size))
    for (let nth = 0; nth < ROUNDS; nth += 1) for (const store of stores) await round(store)
    keepReport({
      bench: 'growth',
      command: 'npm run bench growth（10⁶：npm run bench growth -- --full）',
      versions: versions(stage.engine.kind),
      rows: [...rowsOf(stores), await explained(explainable(stage, stores))],
      table: [
        `  ${stores.map(({ size }) => size.toLocaleString('en-US').padStart(14)).join('')}  条公示`,
        ...KINDS.map(kind => `  ${stores.map(store => `${median(store.times[kind]).toFixed(1)} 毫秒`.padStart(12)).join('')}  ${kind}`), // prettier-ignore
      ],
      chart: {
        title: '各种请求的 p50（毫秒），按公示条数',
        sizes: stores.map(({ size }) => size),
        lines: KINDS.map(name => ({ name, values: stores.map(store => median(store.times[name])) })),
      },
    })
  } finally {
    await stage.end()
  }
}

void main()
