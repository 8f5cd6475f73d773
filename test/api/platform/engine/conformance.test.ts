import mongoose, { Schema, type Model } from 'mongoose'
import { openTestDatabase, type TestDatabase } from '../../../support/engine/database'
import { TRANSACTION } from '@server/platform/store/connect'

/** What the project asks of its database. Runs against whichever engine is configured, a real MongoDB included. */

interface Notice {
  _id: string
  village: string
  category: string
  state: string
  version: number
  publishedAt: Date | null
  title: string
}
interface Key {
  _id: string
  command: string
  expiresAt: Date
}
interface Counter {
  _id: string
  value: number
}

const strict = { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false } as const

const noticeSchema = new Schema<Notice>(
  {
    _id: String,
    village: { type: String, required: true },
    category: { type: String, required: true },
    state: { type: String, required: true },
    version: { type: Number, required: true },
    publishedAt: { type: Date, default: null },
    title: { type: String, required: true },
  },
  strict,
)
noticeSchema.index({ village: 1, category: 1, publishedAt: -1, _id: -1 })
noticeSchema.index(
  { village: 1, title: 1 },
  { unique: true, partialFilterExpression: { state: 'published' } },
)

const keySchema = new Schema<Key>({ _id: String, command: String, expiresAt: Date }, strict)
keySchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

const counterSchema = new Schema<Counter>({ _id: String, value: Number }, strict)

const DUPLICATE_KEY = 11000
const RIVALS = 20

let db: TestDatabase
let notices: Model<Notice>
let keys: Model<Key>
let counters: Model<Counter>

beforeAll(async () => {
  db = await openTestDatabase('conformance', false)
  notices = db.connection.model('Notice', noticeSchema, 'notices') as unknown as Model<Notice>
  keys = db.connection.model('Key', keySchema, 'keys') as unknown as Model<Key>
  counters = db.connection.model('Counter', counterSchema, 'counters') as unknown as Model<Counter>
  for (const model of [notices, keys, counters]) {
    await model.createCollection()
    await model.createIndexes()
  }
})
afterEach(() => db.clear())
afterAll(() => db.close())

const notice = (id: number, extra: Partial<Notice> = {}): Notice => ({
  _id: `ntc_${String(id).padStart(6, '0')}`,
  village: 'V01',
  category: 'finance',
  state: 'published',
  version: 1,
  publishedAt: new Date(Date.UTC(2026, 0, 1) + id * 86_400_000),
  title: `第 ${id} 期村级财务公开`,
  ...extra,
})

const { trusted } = mongoose
const inTransaction = <T>(work: () => Promise<T>): Promise<T> => db.connection.transaction(work, TRANSACTION)

describe('indexes', () => {
  test('a second creation changes nothing, and every declared index is there', async () => {
    await notices.createIndexes()
    await keys.createIndexes()
    const made = await notices.listIndexes()
    expect(made.map(({ key }) => Object.keys(key as object).join())).toEqual([
      '_id',
      'village,category,publishedAt,_id',
      'village,title',
    ])
    expect(made[2]).toMatchObject({ unique: true, partialFilterExpression: { state: 'published' } })
    expect((await keys.listIndexes())[1]).toMatchObject({ expireAfterSeconds: 0 })
  })

  test('a unique conflict is told as code 11000 with the key', async () => {
    await notices.create(notice(1))
    await expect(notices.create(notice(1, { title: '另一份' }))).rejects.toMatchObject({
      code: DUPLICATE_KEY,
      keyPattern: { _id: 1 },
    })
    await expect(notices.create(notice(2, { title: notice(1).title }))).rejects.toMatchObject({
      code: DUPLICATE_KEY,
      keyPattern: { village: 1, title: 1 },
    })
  })

  test('a partial unique index binds only the rows that it names, and binds when a row enters it', async () => {
    const { title } = notice(1)
    await notices.create([
      notice(1),
      notice(2, { title, state: 'draft' }),
      notice(3, { title, state: 'draft' }),
    ])
    await expect(notices.updateOne({ _id: notice(2)._id }, { state: 'published' })).rejects.toMatchObject({
      code: DUPLICATE_KEY,
    })
    await notices.updateOne({ _id: notice(1)._id }, { state: 'withdrawn' })
    expect(await notices.updateOne({ _id: notice(2)._id }, { state: 'published' })).toMatchObject({
      modifiedCount: 1,
    })
  })

  test('a feed page is read by its index', async () => {
    await notices.insertMany(Array.from({ length: 60 }, (_, id) => notice(id)))
    const plan = await notices
      .find({ village: 'V01', category: 'finance' })
      .sort({ publishedAt: -1, _id: -1 })
      .limit(20)
      .explain('queryPlanner')
    expect(JSON.stringify(plan)).toContain('IXSCAN')
    expect(JSON.stringify(plan)).not.toContain('COLLSCAN')
  })
})

describe('reading', () => {
  test('pages by a range on the sort field meet every notice once', async () => {
    const days = [5, 5, 5, 4, 3, 3, 2, 1]
    const all = days.map((day, id) => notice(id, { publishedAt: new Date(Date.UTC(2026, 0, day)) }))
    await notices.insertMany(all)
    const seen: string[] = []
    let until = new Date(Date.UTC(2027, 0))
    for (let page = 0; page < 10 && seen.length < all.length; page += 1) {
      const rows = await notices
        .find({
          village: 'V01',
          category: 'finance',
          publishedAt: trusted({ $lte: until }),
          _id: trusted({ $nin: seen }),
        })
        .sort({ publishedAt: -1, _id: -1 })
        .limit(3)
        .lean()
      seen.push(...rows.map(row => row._id))
      until = rows.at(-1)?.publishedAt ?? until
    }
    const order = (a: Notice, b: Notice) =>
      Number(b.publishedAt) - Number(a.publishedAt) || (a._id < b._id ? 1 : -1)
    expect(seen).toEqual([...all].sort(order).map(row => row._id))
  })

  test('$lookup, $group, $sort and $facet', async () => {
    await notices.insertMany([notice(1), notice(2), notice(3, { village: 'V02' })])
    await counters.insertMany([
      { _id: 'V01', value: 7 },
      { _id: 'V02', value: 9 },
    ])
    const rows = await notices.aggregate([
      { $match: { state: 'published' } },
      { $group: { _id: '$village', n: { $sum: 1 }, newest: { $max: '$publishedAt' } } },
      { $lookup: { from: 'counters', localField: '_id', foreignField: '_id', as: 'feed' } },
      { $unwind: '$feed' },
      { $sort: { _id: 1 } },
      { $project: { n: 1, version: '$feed.value' } },
    ])
    expect(rows).toEqual([
      { _id: 'V01', n: 2, version: 7 },
      { _id: 'V02', n: 1, version: 9 },
    ])
    const [facets] = await notices.aggregate([
      { $facet: { total: [{ $count: 'n' }], first: [{ $sort: { _id: 1 } }, { $limit: 1 }] } },
    ])
    expect(facets).toMatchObject({ total: [{ n: 3 }], first: [{ _id: 'ntc_000001' }] })
  })

  test('operators from outside are values, and unknown fields in a filter throw', async () => {
    await notices.create(notice(1))
    const fromOutside = { $ne: '' } as unknown as string
    await expect(notices.find({ title: fromOutside })).rejects.toThrow()
    await expect(notices.find({ owner: 'x' } as object)).rejects.toThrow(/strictQuery/)
  })
})

describe('writing', () => {
  test('compare-and-set: exactly one of many rivals wins', async () => {
    await notices.create(notice(1, { state: 'draft' }))
    const results = await Promise.all(
      Array.from({ length: RIVALS }, () =>
        notices.updateOne(
          { _id: notice(1)._id, state: 'draft', version: 1 },
          { $set: { state: 'published' }, $inc: { version: 1 } },
        ),
      ),
    )
    expect(results.filter(result => result.modifiedCount === 1)).toHaveLength(1)
    expect(await notices.findById(notice(1)._id).lean()).toMatchObject({ state: 'published', version: 2 })
  })

  test('rival upserts count every one', async () => {
    await Promise.all(
      Array.from({ length: RIVALS }, () =>
        counters.updateOne({ _id: 'V01' }, { $inc: { value: 1 } }, { upsert: true }),
      ),
    )
    expect(await counters.find().lean()).toEqual([{ _id: 'V01', value: RIVALS }])
  })

  test('rival inserts of one idempotency key: one wins, the others are told', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const results = await Promise.allSettled(
      Array.from({ length: RIVALS }, (_, rival) =>
        keys.create({ _id: 'idk_1', command: String(rival), expiresAt }),
      ),
    )
    const lost = results.filter(result => result.status === 'rejected')
    expect(lost).toHaveLength(RIVALS - 1)
    for (const { reason } of lost) expect(reason).toMatchObject({ code: DUPLICATE_KEY })
  })
})

describe('transactions', () => {
  test('all or none, seen by nobody before the end', async () => {
    await inTransaction(async () => {
      await notices.create(notice(1))
      await counters.updateOne({ _id: 'V01' }, { $inc: { value: 1 } }, { upsert: true })
      const outside = await db.connection.collection('notices').countDocuments({})
      expect(outside).toBe(0)
    })
    expect([await notices.countDocuments(), await counters.countDocuments()]).toEqual([1, 1])

    const broken = inTransaction(async () => {
      await notices.create(notice(2))
      await notices.create(notice(1))
    })
    await expect(broken).rejects.toMatchObject({ code: DUPLICATE_KEY })
    expect(await notices.countDocuments()).toBe(1)
  })

  test('a transaction sees one moment', async () => {
    await counters.create({ _id: 'V01', value: 1 })
    const seen = await inTransaction(async () => {
      const first = await counters.findById('V01').lean()
      await db.connection.collection<Counter>('counters').updateOne({ _id: 'V01' }, { $set: { value: 2 } })
      const second = await counters.findById('V01').lean()
      return [first?.value, second?.value]
    })
    expect(seen).toEqual([1, 1])
    expect(await counters.findById('V01').lean()).toMatchObject({ value: 2 })
  })

  test('rival transactions over two documents lose nothing', async () => {
    await counters.insertMany([
      { _id: 'from', value: RIVALS },
      { _id: 'to', value: 0 },
    ])
    const move = async () => {
      const from = await counters.findById('from').lean()
      await counters.updateOne({ _id: 'from' }, { $set: { value: (from?.value ?? 0) - 1 } })
      const to = await counters.findById('to').lean()
      await counters.updateOne({ _id: 'to' }, { $set: { value: (to?.value ?? 0) + 1 } })
    }
    await Promise.all(Array.from({ length: RIVALS }, () => inTransaction(move)))
    const rows = await counters.find().sort({ _id: 1 }).lean()
    expect(rows).toEqual([
      { _id: 'from', value: 0 },
      { _id: 'to', value: RIVALS },
    ])
  })

  test('the key of an idempotent command and its effect stand or fall together', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const command = () =>
      inTransaction(async () => {
        await keys.create([{ _id: 'idk_2', command: 'publish', expiresAt }])
        await counters.updateOne({ _id: 'V01' }, { $inc: { value: 1 } }, { upsert: true })
      })
    const results = await Promise.allSettled(Array.from({ length: 8 }, command))
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    expect(await counters.findById('V01').lean()).toMatchObject({ value: 1 })
  })
})

test('a change stream tells an insert and an update with the whole document', async () => {
  const stream = notices.collection.watch([], { fullDocument: 'updateLookup' })
  const told: (string | undefined)[] = []
  const done = (async () => {
    for await (const change of stream) {
      if (change.operationType !== 'insert' && change.operationType !== 'update') continue
      told.push(`${change.operationType} ${String(change.fullDocument?.state)}`)
      if (told.length === 2) return
    }
  })()
  await new Promise(resolve => setTimeout(resolve, 300))
  await notices.create(notice(1, { state: 'draft' }))
  await notices.updateOne({ _id: notice(1)._id }, { state: 'published' })
  await done
  await stream.close()
  expect(told).toEqual(['insert draft', 'update published'])
})

test('every connection writes with majority and journal, said explicitly', () => {
  expect(db.connection.getClient().options).toMatchObject({
    writeConcern: { w: 'majority', j: true },
    readConcern: { level: 'majority' },
  })
})
