/**
 * P1–P3 and W1–W4, W6: what a second of reading holds, cached and not, beside the limits of this machine in the same run: a bare
 * `node:http` that sends the same bytes, and the driver that reads the same rows. Rounds are interleaved; bodies are checked.
 */
import assert from 'node:assert/strict'
import { type Child, startChild } from '../support/bench/child'
import type { LimitsAnswer, LimitsOrder } from '../support/bench/limits'
import type { Load, Order } from '../support/bench/load'
import { type Measured, keepReport, median, spread, versions } from '../support/bench/report'
import { type Stage, fillTo, openStage, readyToPublish, storyAt } from '../support/bench/stage'

const [ROUNDS, ROUND_MS, NOTICES] = [5, 1_500, 1_000]
/** Of what comes from memory, and of what the database has to be asked for: more would only queue there. */
const [MANY, FEW] = [256, 8]
const FEED = '/api/v1/orgs/V1/notices?limit=20'
const SEARCH = `/api/v1/search?org=V1&q=${encodeURIComponent('财务收支')}`

interface Contestant {
  name: string
  order: Omit<Order, 'connections' | 'milliseconds'>
  connections: number
  /** What every body must be; null: any sound JSON. */
  body: string | null
}

async function contestantsOf(stage: Stage, limits: Child<LimitsOrder, LimitsAnswer>): Promise<Contestant[]> {
  const models = await stage.store('reads')
  const kept = await stage.serve('reads', { PAGES_MB: '64' })
  const bare = await stage.serve('reads', { PAGES_MB: '0' })
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
  const port = ({ url }: { url: string }) => Number(new URL(url).port)
  const one = (at: number, path: string, status = 200, more?: Record<string, string>) => ({
    port: at,
    requests: [{ path, ...(more && { headers: more }) }],
    status,
  })
  const detail = `/api/v1/notices/${page.notice.id}`
  return [
    { name: 'node:http，现成字节', connections: MANY, order: one(ports.ready, '/'), body },
    { name: 'node:http，同样的头和字节', connections: MANY, order: one(ports.bare, '/'), body },
    { name: '列表，有缓存', connections: MANY, order: one(port(kept), FEED), body },
    { name: '304', connections: MANY, order: one(port(kept), FEED, 304, etag), body: '' },
    { name: '详情，有缓存', connections: MANY, order: one(port(kept), detail), body: null },
    { name: '驱动 + JSON', connections: FEW, order: one(ports.driver, '/'), body: null },
    { name: '列表，无缓存', connections: FEW, order: one(port(bare), FEED), body },
    { name: '详情，无缓存', connections: FEW, order: one(port(bare), detail), body: null },
    { name: '搜索', connections: FEW, order: one(port(kept), SEARCH), body: null },
  ]
}

function check({ name, body }: Contestant, { answers, wrong, bodies }: Load): void {
  assert.ok(answers > 0, `${name}: no answer`)
  assert.equal(wrong, 0, `${name}: ${wrong} wrong answers`)
  for (const text of bodies) {
    if (body === null) JSON.parse(text)
    else assert.equal(text, body, `${name}: another body`)
  }
}

async function bench(stage: Stage): Promise<void> {
  const limits = startChild<LimitsOrder, LimitsAnswer>('limits')
  const generator = startChild<Order, Load>('load')
  try {
    const contestants = await contestantsOf(stage, limits)
    const rates = contestants.map((): number[] => [])
    const last: Load[] = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [nth, contestant] of contestants.entries()) {
        const load = await generator.ask({ ...contestant.order, connections: contestant.connections, milliseconds: ROUND_MS }) // prettier-ignore
        check(contestant, load)
        // The first round warms everybody up.
        if (round > 0) rates[nth]!.push(load.answers / load.seconds)
        last[nth] = load
      }
    }
    report(stage, contestants, rates, last)
  } finally {
    limits.stop()
    generator.stop()
  }
}

function report(stage: Stage, contestants: Contestant[], rates: number[][], last: Load[]): void {
  const ratio = (one: number, other: number) => rates[one]!.map((rate, round) => rate / rates[other]![round]!)
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
    value: `每秒 ${spread(rates[nth]!)}，÷ 现成字节 ${median(ratio(nth, 0)).toFixed(3)}，p50 ${last[nth]!.p50.toFixed(1)} 毫秒，p99 ${last[nth]!.p99.toFixed(1)} 毫秒`,
    bar: '报数',
    met: null,
  })
  keepReport({
    bench: 'reads',
    command: 'npm run bench reads',
    versions: versions(stage.engine.kind),
    rows: [
      judged('P1', '有缓存的列表页 ÷ node:http 发同样的字节', ratio(2, 0), 0.45, 0.55),
      judged('P2', '304 ÷ node:http 发同样的字节', ratio(3, 0), 0.65, 0.74),
      judged('P3', '无缓存的列表页 ÷（驱动读 20 行 + JSON）', ratio(6, 5), 0.7, 0.85),
      told('W1', 2),
      told('W2', 6),
      told('W3', 4),
      told('W3', 7),
      told('W4', 3),
      told('W6', 8),
    ],
    table: contestants.map(
      ({ name }, nth) => `  ${spread(rates[nth]!).padStart(28)} 次/秒  ÷ 现成字节 ${median(ratio(nth, 0)).toFixed(3)}  ${name}`, // prettier-ignore
    ),
  })
}

async function main(): Promise<void> {
  const stage = await openStage('bench-reads')
  try {
    await bench(stage)
  } finally {
    await stage.end()
  }
}

void main()
