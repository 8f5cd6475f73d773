import { FeedVersions } from '@server/platform/pages/pageVersions'
import { COLLECTIONS } from '@server/compose'
import { type CollectionDefinition, LAWFUL_ERASURE } from '@server/platform/store/collection'
import { inTransaction } from '@server/platform/store/transaction'
import type { TestServer } from '../../support/api/testServer'
import { type Asked, watchQueries } from '../../support/reading/plans'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'

/** Rows that never change; what makes them show, a new edition or catalogue version, is written with them. */
const FIXED = new Set(['catalogueItems'])

type Row = { _id: string } & Record<string, unknown>

let server: TestServer
/** Each cached page: whose version it is kept under, and every query that it made. */
const pages: { orgCode: string; path: string; queries: Asked[] }[] = []

beforeAll(async () => {
  server = await startSeededServer('shown')
  const watched = watchQueries(server.database.mongoose)
  const feed = await server.ask<{ items: { id: string }[] }>('GET', `/orgs/${VILLAGE}/notices?limit=50`)
  const paths: [string, string][] = [
    [VILLAGE, `/home?org=${VILLAGE}`],
    [VILLAGE, `/orgs/${VILLAGE}/notices`],
    [VILLAGE, `/orgs/${VILLAGE}/payouts?category=social-assistance`],
    [STREET, `/orgs/${STREET}/payouts?category=subsidy`],
    ...feed.body.items.map(({ id }): [string, string] => [VILLAGE, `/notices/${id}`]),
  ]
  for (const [orgCode, path] of paths) {
    watched.take()
    expect((await server.ask('GET', path)).status).toBe(200)
    pages.push({ orgCode, path, queries: watched.take() })
  }
  watched.stop()
})
afterAll(() => server.close())

const stampOf = async (code: string) => (await server.db.of(FeedVersions).findById(code).lean())?.stamp

const collectionOf = (name: string) =>
  COLLECTIONS.find(one => one.name === name) as CollectionDefinition<Row> | undefined

/** Rows that the pages read, once each, with the organisation whose pages show them. */
async function shownRows(): Promise<{ orgCode: string; path: string; name: string; row: Row }[]> {
  const found = new Map<string, { orgCode: string; path: string; name: string; row: Row }>()
  for (const { orgCode, path, queries } of pages) {
    for (const { collection: name, filter } of queries) {
      if (FIXED.has(name)) continue
      const rows = await server.db.connection.collection<Row>(name).find(filter).limit(3).toArray()
      for (const row of rows) found.set(`${orgCode} ${name} ${row._id}`, { orgCode, path, name, row })
    }
  }
  return [...found.values()]
}

test('a write of any row that a public page shows moves the version of that page', async () => {
  const rows = await shownRows()
  const names = [...new Set(rows.map(({ name }) => name))].sort()
  expect(names).toEqual([
    'discrepancies',
    'ledgerEntries',
    'notices',
    'objections',
    'obligations',
    'orgs',
    'powerCases',
    'presentedRecords',
    'publications',
  ])
  const unmoved: string[] = []
  for (const { orgCode, path, name, row } of rows) {
    const before = await stampOf(orgCode)
    const [field] = Object.keys(row).filter(key => key !== '_id') as [string]
    await inTransaction(server.services, async tx => {
      await tx
        .of(collectionOf(name)!)
        .updateOne({ _id: row._id }, { $set: { [field]: row[field] } })
        .setOptions(LAWFUL_ERASURE)
    })
    if ((await stampOf(orgCode)) === before) unmoved.push(`${path} ${name} ${row._id}`)
  }
  expect(unmoved).toEqual([])
})

test('every collection that a cached page reads says on whose pages it is shown', () => {
  const read = new Set(pages.flatMap(({ queries }) => queries.map(({ collection }) => collection)))
  const silent = COLLECTIONS.filter(({ name, shown }) => read.has(name) && !shown).map(({ name }) => name)
  expect(silent).toEqual([...FIXED])
})

test('rows of another organisation move nothing here', async () => {
  const before = await stampOf(VILLAGE)
  const other = await server.db.connection
    .collection<Row>('publications')
    .findOne({ orgCode: 'XQ-DH-LX-V02' })
  await inTransaction(server.services, async tx => {
    await tx
      .of(collectionOf('publications')!)
      .updateOne({ _id: other!._id }, { $set: { title: other!.title } })
      .setOptions(LAWFUL_ERASURE)
  })
  expect(await stampOf(VILLAGE)).toBe(before)
  expect(await stampOf('XQ-DH-LX-V02')).not.toBe(before)
})

test('what a transaction takes back moves no version', async () => {
  const before = await stampOf(VILLAGE)
  const broken = inTransaction(server.services, async tx => {
    await tx.of(collectionOf('orgs')!).updateOne({ _id: VILLAGE }, { $set: { name: '改了的名字' } })
    throw new Error('taken back')
  })
  await expect(broken).rejects.toThrow('taken back')
  expect(await stampOf(VILLAGE)).toBe(before)
})
