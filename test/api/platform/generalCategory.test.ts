import { composeDb } from '@server/compose'
import { MIGRATIONS } from '@server/migrations'
import { SCHEMA_VERSION, migrationPlan } from '@server/platform/migrations'
import { generalCategory } from '@server/platform/migrations/generalCategory'
import { migrateStore } from '@server/platform/migrations/migrate'
import type { Migration } from '@server/platform/migrations/types'
import type { Store } from '@server/platform/store/db'
import { openTestDatabase, type TestDatabase } from '../../support/engine/database'

/** More than one batch. */
const MANY = 1_203
const idOf = (at: number) => `row_${String(at).padStart(6, '0')}`

let opened: TestDatabase
let db: Store

const raw = () => db.connection.getClient().db(db.connection.name)
const rowsOf = (name: string) => raw().collection(name).find({}).sort({ _id: 1 }).toArray()

/** Every third row belongs to a focus category; one was written without the field. */
const rows = () =>
  Array.from({ length: MANY }, (_, at) => ({
    _id: idOf(at),
    ...(at !== 1 && { category: at % 3 === 0 ? 'subsidy' : null }),
  }))

const own = (category: string | null) => ({ itemId: 'itm_1', area: '村务公开', name: '村规民约', category })

beforeAll(async () => {
  opened = await openTestDatabase('generalcategory')
  db = composeDb(opened.connection)
  const state = { layout: 4, cursor: null, holder: null, heldUntil: null, history: [] }
  const years = [
    { _id: 'V1/2026', own: { a: own(null), b: own('subsidy') } },
    { _id: 'V2/2026', own: { b: own('subsidy') } },
    { _id: 'V3/2026' },
  ]
  for (const [name, all] of Object.entries({
    storeState: [{ _id: 'store', ...state }],
    catalogueItems: rows(),
    obligations: rows(),
    matrixYears: years,
  })) {
    await raw()
      .collection(name)
      .insertMany(all as never[])
  }
}, 120_000)
afterAll(() => opened.close())

test('stopped after every batch, it gives each item outside the five the general category, and nothing else', async () => {
  const [step] = (await migrationPlan(db, MIGRATIONS)).steps
  const without = rows().filter(({ category }) => category === null).length
  expect(step).toMatchObject({ to: 5, rows: 2 * without + 3 })
  let stop = true
  let stops = 0
  const stopping: Migration = {
    ...generalCategory,
    batch: async (tx, cursor) => {
      const done = await generalCategory.batch(tx, cursor)
      stop = !stop
      if (stop) return done
      stops += 1
      throw new Error('killed')
    },
  }
  const migrations = MIGRATIONS.map(one => (one === generalCategory ? stopping : one))
  const migrated = () =>
    migrateStore({ db, migrations, program: 'test', say: () => undefined }).then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('killed')
        return false
      },
    )
  while (!(await migrated()));
  expect(stops).toBeGreaterThan(4)
  const expected = rows().map(row => (row.category === null ? { ...row, category: 'general' } : row))
  expect(await rowsOf('catalogueItems')).toEqual(expected)
  expect(await rowsOf('obligations')).toEqual(expected)
  expect(await rowsOf('matrixYears')).toEqual([
    { _id: 'V1/2026', own: { a: own('general'), b: own('subsidy') } },
    { _id: 'V2/2026', own: { b: own('subsidy') } },
    { _id: 'V3/2026' },
  ])
  expect(await rowsOf('storeState')).toMatchObject([{ layout: SCHEMA_VERSION, cursor: null }])
}, 60_000)
