import { createModels, ensureIndexes } from '../../../server/models'
import type { Models } from '../../../server/models'
import { seedIfEmpty } from '../../../server/seed'
import { openTestDatabase } from '../../support/engine/database'
import type { TestDatabase } from '../../support/engine/database'

const clock = { now: () => new Date('2026-11-24T02:00:00Z') }
const silent = { info: () => undefined }

let opened: TestDatabase
let models: Models

beforeAll(async () => {
  opened = await openTestDatabase('seed')
  models = createModels(opened.mongoose.connection)
  await ensureIndexes(models)
}, 60_000)
afterAll(() => opened.close())

describe('seedIfEmpty on the real database', () => {
  it('fills an empty database in seconds, all of it', async () => {
    const before = Date.now()
    const result = await seedIfEmpty(models, clock, silent)
    console.log('seed ms', Date.now() - before, result)
    expect(result).toMatchObject({ seeded: true, orgs: 15 })
    expect(result.notices).toBeGreaterThanOrEqual(120)
    expect(await models.publications.countDocuments({ live: true })).toBe(result.notices)
  }, 60_000)
})
