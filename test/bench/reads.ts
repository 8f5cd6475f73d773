/**
 * P1–P3 and W1–W4, W6: what a second of reading holds, cached and not, beside the limits of this machine in the same run: a bare
 * `node:http` that sends the same bytes, and the driver that reads the same rows. Rounds are interleaved; bodies are checked.
 */
import { type Child, startChild } from '../support/bench/child'
import type { LimitsAnswer, LimitsOrder } from '../support/bench/limits'
import { type Measured, keepReport, median, spread, versions } from '../support/bench/report'
import { type Contestant, type Rounds, orderFor, ratiosOf, runRounds, tableOf } from '../support/bench/rounds'
import { type Stage, fillTo, openStage, readyToPublish, storyAt } from '../support/bench/stage'

const [ROUNDS, NOTICES] = [5, 1_000]
/** Of what comes from memory, and of what the database has to be asked for: more would only queue there. */
const [MANY, FEW] = [256, 8]
/** Requests are counted as in use, but nobody is refused. */
const COUNTED = { RATE_READ: '1000000' }
const FEED = '/api/v1/orgs/V1/notices?limit=20'
const SEARCH = `/api/v1/search?org=V1&q=${encodeURIComponent('财务收支')}`

async function contestantsOf(stage: Stage, limits: Child<LimitsOrder, LimitsAnswer>): Promise<Contestant[]> {
  const models = await stage.store('reads')
  const kept = await stage.serve('reads', { PAGES_MB: '64', ...COUNTED })
  const bare = await stage.serve('reads', { PAGES_MB: '0', ...COUNTED })
  const story = storyAt(kept.url)
  const page = await story.publish('head', await readyToPublish(story, 0))
  await fillTo(models, page.notice.id, NOTICES)
  const answer = await fetch(kept.url + FEED, { headers: { 'Accept-Encoding': 'identity' } })
  const body = await answer.text()
  const { uri, options } = stage.engine
  const database = { uri, options: { ...options, dbName: 'reads' } }
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/^(connection|keep-alive|date|content-length)$/.test(name))) // prettier-ignore
  const ports = await limits.ask({ body, headers, database, orgCode: 'V1' })
  const etag = { 'If-None-Match': answer.headers.get('etag')! }
  const detail = `/api/v1/notices/${page.notice.id}`
  return [
    { name: '现成字节', connections: MANY, order: orderFor(ports.ready, '/'), body },
    { name: '现成字节，同样的头', connections: MANY, order: orderFor(ports.bare, '/'), body },
    { name: '列表，有缓存', connections: MANY, order: orderFor(kept.url, FEED), body },
    { name: '304', connections: MANY, order: orderFor(kept.url, FEED, 304, etag), body: '' },
    { name: '详情，有缓存', connections: MANY, order: orderFor(kept.url, detail), body: null },
    { name: '驱动 + JSON', connections: FEW, order: orderFor(ports.driver, '/'), body: null },
    { name: '列表，无缓存', connections: FEW, order: orderFor(bare.url, FEED), body },
    { name: '详情，无缓存', connections: FEW, order: orderFor(bare.url, detail), body: null },
    { name: '搜索', connections: FEW, order: orderFor(kept.url, SEARCH), body: null },
  ]
}

function report(stage: Stage, rounds: Rounds): void {
  const { contestants, rates, last } = rounds
  const judged = (id: string, what: string, all: number[], bar: number, top: number): Measured => ({
    id,
    what,
    value: spread(all, 2),
    bar: `要求 ≥ ${bar}，最好 ${top}`,
    met: median(all) >= bar,
  })
  const told = (id: string, nth: number): Measured => ({
    id,
    what: contestants[nth]!.name,
    value: `每秒 ${spread(rates[nth]!)}，÷ 现成字节 ${median(ratiosOf(rounds, nth, 0)).toFixed(3)}，p50 ${last[nth]!.p50.toFixed(1)} 毫秒，p99 ${last[nth]!.p99.toFixed(1)} 毫秒`,
    bar: '报数',
    met: null,
  })
  keepReport({
    bench: 'reads',
    command: 'npm run bench reads',
    versions: versions(stage.engine.kind),
    rows: [
      judged('P1', '有缓存的列表页 ÷ node:http 发现成的字节', ratiosOf(rounds, 2, 0), 0.45, 0.55),
      judged('P2', '304 ÷ node:http 发现成的字节', ratiosOf(rounds, 3, 0), 0.65, 0.74),
      judged('P3', '无缓存的列表页 ÷（驱动读 20 行 + JSON）', ratiosOf(rounds, 6, 5), 0.7, 0.85),
      told('W1', 2),
      told('W2', 6),
      told('W3', 4),
      told('W3', 7),
      told('W4', 3),
      told('W6', 8),
    ],
    table: tableOf(rounds),
  })
}

async function main(): Promise<void> {
  const stage = await openStage('bench-reads')
  const limits = startChild<LimitsOrder, LimitsAnswer>('limits')
  try {
    report(stage, await runRounds(await contestantsOf(stage, limits), ROUNDS))
  } finally {
    limits.stop()
    await stage.end()
  }
}

void main()
