import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createModels, ensureIndexes, type Models } from '../../../server/models'
import { seedIfEmpty } from '../../../server/seed'
import { createClock } from '../../../server/services/clock'
import { exportData } from '../../../server/services/transfer/exportData'
import { importData } from '../../../server/services/transfer/importData'
import { openTestDatabase, type TestDatabase } from '../../support/engine/database'

const NOW = new Date('2026-11-23T08:00:00.000Z')
const clock = createClock(NOW.toISOString())
let db: TestDatabase
let models: Models
let folder: string

const hashes = (place: string) =>
  Object.fromEntries(
    readdirSync(path.join(place, 'collections')).map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(place, 'collections', name)))
        .digest('hex'),
    ]),
  )
const counts = async () => {
  const rows = await Promise.all(
    Object.values(models.connection.models).map(model => model.countDocuments({})),
  )
  return rows.reduce((sum, n) => sum + n, 0)
}

beforeAll(async () => {
  db = await openTestDatabase('transfer')
  models = createModels(db.connection)
  await ensureIndexes(models, { expiry: false })
  await seedIfEmpty(models, clock, { info: () => undefined })
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-export-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await db.close()
})

describe('data export and import', () => {
  const place = () => path.join(folder, 'a')

  it('moves everything: an export of the import is byte for byte the same', async () => {
    const first = await exportData(models, place(), NOW)
    expect(first.collections.publications!.count).toBeGreaterThanOrEqual(120)
    await db.clear()
    const imported = await importData(models, place())
    expect(imported.sha256).toBe(first.sha256)
    const again = await exportData(models, path.join(folder, 'b'), NOW)
    expect(again.sha256).toBe(first.sha256)
    expect(hashes(path.join(folder, 'b'))).toEqual(hashes(place()))
  })

  it('keeps dates as dates, so that what was imported can be read by the models', async () => {
    const notice = await models.publications.findOne({}).lean()
    expect(notice?.publishedAt).toBeInstanceOf(Date)
  })

  it('refuses a store that is not empty and changes nothing', async () => {
    const before = await counts()
    await expect(importData(models, place())).rejects.toMatchObject({ status: 409, code: 'store-not-empty' })
    expect(await counts()).toBe(before)
  })

  it('refuses a folder that is not empty', async () => {
    await expect(exportData(models, place(), NOW)).rejects.toMatchObject({ code: 'export-folder-not-empty' })
  })

  it('tells every damaged or missing file at once and leaves the store empty', async () => {
    await db.clear()
    const file = (name: string) => path.join(folder, 'b', 'collections', `${name}.jsonl`)
    writeFileSync(file('orgs'), readFileSync(file('orgs'), 'utf8').replace('村', '邨'))
    rmSync(file('users'))
    await expect(importData(models, path.join(folder, 'b'))).rejects.toMatchObject({
      code: 'export-damaged',
      details: [{ field: 'orgs' }, { field: 'users' }],
    })
    expect(await counts()).toBe(0)
  })

  it('refuses a manifest whose counts were changed, and what is no export', async () => {
    const manifest = path.join(place(), 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"count": \d+/, '"count": 1'))
    await expect(importData(models, place())).rejects.toMatchObject({ code: 'export-damaged' })
    await expect(importData(models, folder)).rejects.toMatchObject({ code: 'export-damaged' })
    expect(await counts()).toBe(0)
  })
})
