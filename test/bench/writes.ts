/**
 * W5 and W8: the step that publishes (transaction, audit, ledger, obligations, followers) next to a bare driver transaction of three rows
 * in the same rounds; and 95 reads to 5 publications by several at once, each read checked to be no older than what its reader knows.
 */
import assert from 'node:assert/strict'
import mongoose from 'mongoose'
import { keepReport, median, spread, versions } from '../support/bench/report'
import { type Stage, type Story, fillTo, openStage, readyToPublish, storyAt } from '../support/bench/stage'
import { TRANSACTION } from '@server/platform/store/connect'

const [ROUNDS, EACH, NOTICES] = [5, 5, 1_000]
const [READERS, MIXED_WRITES, READS_PER_WRITE] = [16, 20, 19]

type Ready = Awaited<ReturnType<typeof readyToPublish>>

async function timed(all: number[], work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  all.push(performance.now() - start)
}

/** What a store has to do at the least: three rows, on disk, all or none. */
const bareTransaction = (nth: number): Promise<unknown> =>
  mongoose.connection.useDb('writes').transaction(async session => {
    for (const name of ['notices', 'publications', 'idempotencyKeys']) {
      const row = { _id: `bench-${name}-${nth}`, orgCode: 'V0', noticeId: `bench-${nth}`, edition: 1, period: String(nth), userId: 'bench', key: String(nth) } // prettier-ignore
      await mongoose.connection.useDb('writes').collection<typeof row>(name).insertOne(row, { session })
    }
  }, TRANSACTION)

async function publishing(story: Story, ready: Ready[]) {
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let nth = 0; nth < ROUNDS * EACH; nth += 1) {
    await timed(times.ours, () => story.step('head', ready[nth]!, 'publish'))
    await timed(times.bare, () => bareTransaction(nth))
  }
  return times
}

/** Readers and one publisher on one budget: for each publication so many reads; gives seconds, times and stale answers. */
async function mixed(url: string, story: Story, ready: Ready[]) {
  const feed = `${url}/api/v1/orgs/V1/notices?limit=20`
  const times = { read: [] as number[], write: [] as number[] }
  let budget = READS_PER_WRITE
  let reads = 0
  let stale = 0
  let newest: string | null = null
  let over = false
  const reader = async () => {
    while (!over) {
      if (reads >= budget) {
        await new Promise(resolve => setImmediate(resolve))
        continue
      }
      reads += 1
      const known = newest
      await timed(times.read, async () => {
        const { items } = (await (await fetch(feed)).json()) as { items: { id: string }[] }
        if (known !== null && !items.some(({ id }) => id === known)) stale += 1
      })
    }
  }
  const started = performance.now()
  const readers = Array.from({ length: READERS }, reader)
  for (const page of ready) {
    await timed(times.write, () => story.step('head', page, 'publish'))
    newest = page.notice.id
    budget += READS_PER_WRITE
  }
  while (reads < budget) await new Promise(resolve => setTimeout(resolve, 1))
  over = true
  await Promise.all(readers)
  return { times, stale, seconds: (performance.now() - started) / 1000 }
}

async function bench(stage: Stage): Promise<void> {
  const db = await stage.store('writes')
  const { url } = await stage.serve('writes')
  const story = storyAt(url)
  const page = await story.publish('head', await readyToPublish(story, 0))
  await fillTo(db, page.notice.id, NOTICES)
  const ready: Ready[] = []
  for (let nth = 1; nth <= ROUNDS * EACH + MIXED_WRITES; nth += 1) {
    ready.push(await readyToPublish(story, nth))
  }
  const { ours, bare } = await publishing(story, ready.splice(0, ROUNDS * EACH))
  const { times, stale, seconds } = await mixed(url, story, ready)
  assert.equal(stale, 0, `${stale} readers saw an older feed than they knew`)
  const ratio = median(ours) / median(bare)
  const done = times.read.length + times.write.length
  keepReport({
    bench: 'writes',
    command: 'npm run bench writes',
    versions: versions(stage.engine.kind),
    rows: [
      {
        id: 'W5',
        what: '公开一条公示（事务、审计、存证、义务、关注者）',
        value: `p50 ${spread(ours, 1)} 毫秒，是驱动写三行的事务的 ${ratio.toFixed(1)} 倍`,
        bar: '报数',
        met: null,
      },
      {
        id: 'W8',
        what: `95/5 混合（${READERS} 个读者，1 个公开者）`,
        value: `每秒 ${(done / seconds).toFixed(0)} 次；读 p50 ${median(times.read).toFixed(1)} 毫秒，公开 p50 ${median(times.write).toFixed(1)} 毫秒；看到旧列表 ${stale} 次`,
        bar: '看到旧列表 0 次',
        met: stale === 0,
      },
    ],
    table: [],
  })
}

async function main(): Promise<void> {
  const stage = await openStage('bench-writes')
  try {
    await bench(stage)
  } finally {
    await stage.end()
  }
}

void main()
