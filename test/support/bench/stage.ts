import mongoose from 'mongoose'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import { loadConfig } from '../../../server/platform/config'
import { composeDb } from '@server/compose'
import { type Store, ensureIndexes } from '@server/platform/store/db'
import { gramsOf } from '../../../server/domain/search/grams'
import { shortCode } from '../../../shared/presentation/shortCode'
import { createClock } from '../../../server/platform/clock'
import { createTokens } from '../../../server/platform/access/tokens'
import { TEST_NOW, type TestServer, asker } from '../api/testServer'
import { ITEMS, buildWorld, financeContent, storyOf, tokenOf } from '../api/world'
import { startTestEngine } from '../engine/engine'
import { type RunningServer, startBuiltServerOn } from '../server/runningServer'
import type { Database } from '@server/platform/store/database'
import { connect } from '@server/platform/store/connect'
import { Notices } from '@server/disclosure/notices/models/notices'
import { PresentedRecords } from '@server/disclosure/publications/models/presentedRecords'
import { Publications } from '@server/disclosure/publications/models/publications'
import { Orgs, type OrgRow } from '@server/people/orgs/models/orgs'
import { newId } from '@server/platform/store/collection'

/** The built server as it would be in use, with nothing of its own going on. */
const SETTINGS = { JOBS_EVERY: '0', RATE_LOGIN: '0' }
const BATCH = 500
export const PER_VILLAGE = 80
/** Notices of the one village whose feed is walked to its 500th page. */
const CROWDED = 500

export interface Stage {
  engine: Database
  /** A store of its own in the engine, holding the world of the API tests. */
  store(name: string): Promise<Store>
  serve(name: string, settings?: Record<string, string>): Promise<RunningServer>
  end(): Promise<void>
}

export async function openStage(purpose: string): Promise<Stage> {
  const engine = await startTestEngine(purpose)
  await connect(mongoose, engine)
  const servers: RunningServer[] = []
  return {
    engine,
    store: async name => {
      const db = composeDb(mongoose.connection.useDb(name))
      await ensureIndexes(db, { expiry: false })
      await buildWorld(db)
      return db
    },
    serve: async (name, settings = {}) => {
      const server = await startBuiltServerOn({ database: engine, name }, { ...SETTINGS, ...settings })
      servers.push(server)
      return server
    },
    end: async () => {
      for (const server of servers) await server.stop()
      await mongoose.disconnect()
      await engine.stop()
    },
  }
}

/** The workflow's steps against a server that is a program of its own. */
export function storyAt(url: string) {
  const tokens = createTokens(loadConfig({ NODE_ENV: 'test' }).jwtSecret, createClock(TEST_NOW))
  const server = { ask: asker(url), services: { tokens } } as unknown as TestServer
  return { ...storyOf(server), token: (person: Parameters<typeof tokenOf>[1]) => tokenOf(server, person) }
}

export type Story = ReturnType<typeof storyAt>

/** Months there are before the same one comes again; another item then. */
const MONTHS = 16 * 12

const monthOf = (nth: number): string =>
  `20${String(10 + (Math.floor(nth / 12) % 16)).padStart(2, '0')}-${String((nth % 12) + 1).padStart(2, '0')}`

/** Balance before the first month, and what each adds: the next one has to begin where it ended. */
const [OPENING, EACH_MONTH] = [10_000, 50_000 - 12_345]

/** A notice that is ready to be published: the last step alone is left. */
export async function readyToPublish(story: Story, nth: number): Promise<WorkNoticePage> {
  const draft = await story.create('editor', {
    content: financeContent(monthOf(nth), OPENING + nth * EACH_MONTH),
  })
  return story.meet('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const villageRow = (code: string): OrgRow => ({
  _id: code,
  name: `${code}村`,
  kind: 'village',
  parentCode: 'ST1',
  path: ['XQ', 'XQ-A', 'ST1', code],
  supervisorName: '村务监督委员会',
  contacts: [],
  order: 9,
})

/** The first village, crowded, then as many of 80 notices each as are needed. */
const placeOf = (nth: number): string =>
  nth < CROWDED ? 'V1' : `G${String(Math.floor((nth - CROWDED) / PER_VILLAGE)).padStart(5, '0')}`

/** Copies a published notice until the store holds so many, each in its village and at its own minute. */
export async function fillTo(db: Store, noticeId: string, count: number): Promise<void> {
  const notice = (await db.of(Notices).findById(noticeId).lean().exec())!
  const publication = (await db.of(Publications).findOne({ noticeId, live: true }).lean().exec())!
  const record = (await db.of(PresentedRecords).findById(publication._id).lean().exec())!
  const base = Date.parse('2026-11-01T00:00:00Z')
  for (let from = 1; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => {
      const nth = from + at
      const id = newId('ntc')
      const orgCode = placeOf(nth)
      const period = monthOf(nth)
      const title = `${period}财务收支第${nth}期`
      const publishedAt = new Date(base - nth * 60_000)
      const itemKey = `bench-${Math.floor(nth / MONTHS)}`
      const shared = { orgCode, itemKey, period, title }
      return {
        notice: { ...notice, ...shared, _id: id },
        publication: { ...publication, ...shared, _id: newId('pub'), noticeId: id, publishedAt, grams: gramsOf({ shortCode: shortCode(id), title, sentence: publication.sentence, item: ITEMS.finance }) }, // prettier-ignore
      }
    })
    const places = [...new Set(rows.map(row => row.notice.orgCode))]
    await db.of(Orgs).bulkWrite(places.filter(code => code !== 'V1').map(code => ({ updateOne: { filter: { _id: code }, update: { $setOnInsert: villageRow(code) }, upsert: true } }))) // prettier-ignore
    await db.of(Notices).collection.insertMany(rows.map(row => row.notice) as never)
    await db.of(Publications).collection.insertMany(rows.map(row => row.publication) as never)
    await db
      .of(PresentedRecords)
      .collection.insertMany(
        rows.map(row => ({ ...record, _id: row.publication._id, orgCode: row.publication.orgCode })) as never,
      )
  }
}
