import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { composeDb } from '@server/compose'
import { RUNTIME } from '@server/platform/store/connect'
import { ensureIndexes, type Store } from '@server/platform/store/db'
import { type Label, signed } from '../../../server/platform/backup/label'
import { makeBackup } from '../../../server/platform/backup/makeBackup'
import { openBackup } from '../../../server/platform/backup/openBackup'
import { restoreBackup } from '../../../server/platform/backup/restoreBackup'
import { backupName, pruneBackups, removeBackup } from '../../../server/platform/backup/retention'
import { exportData } from '../../../server/platform/transfer/exportData'
import { importData } from '../../../server/platform/transfer/importData'
import { folderSource, folderTarget } from '../../../server/platform/transfer/exportTargets'
import { clearBackups } from '../../support/backup/clear'
import type { TestDatabase } from '../../support/engine/database'
import { Publications } from '@server/disclosure/publications/models/publications'
import { SEEDED_MS } from '../../support/seed/limits'
import { openSeededDatabase } from '../../support/seed/seededDatabase'

jest.setTimeout(SEEDED_MS)

const NOW = new Date('2026-11-23T08:00:00.000Z')
let opened: TestDatabase
let db: Store
let stores = 0
let folder: string
/** Hash over the seeded store. */
let exported: string

const KEY = randomBytes(32)
const DAY_MS = 86_400_000
const backups = () => path.join(folder, 'backups')
const backup = () => path.join(backups(), backupName(NOW))

const hashes = (place: string) =>
  Object.fromEntries(
    readdirSync(path.join(place, 'collections')).map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(place, 'collections', name)))
        .digest('hex'),
    ]),
  )
/** The empty store of another database: clearing a full one takes far longer. */
async function emptyStore(): Promise<void> {
  const { uri, options } = opened.database
  stores += 1
  const named = { ...options, ...RUNTIME, dbName: `${opened.name}_${stores}` }
  const connection = await opened.mongoose.createConnection(uri, named).asPromise()
  db = composeDb(connection)
  await ensureIndexes(db, { expiry: false })
}
const counts = async () => {
  const rows = await Promise.all(Object.values(db.connection.models).map(model => model.countDocuments({})))
  return rows.reduce((sum, n) => sum + n, 0)
}

beforeAll(async () => {
  opened = await openSeededDatabase('transfer')
  db = composeDb(opened.connection)
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-export-'))
  await makeBackup(db, { key: KEY, folder: backup(), keepUntil: '2026-12-23', now: NOW })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const connection of opened.mongoose.connections.filter(one => one !== opened.connection)) {
    if (opened.database.kind === 'external') await connection.dropDatabase()
    await connection.close()
  }
  await opened.close()
})

describe('data export and import', () => {
  const place = () => path.join(folder, 'a')

  it('moves everything: an export of the import is byte for byte the same', async () => {
    const first = await exportData(db, await folderTarget(place()), NOW)
    exported = first.sha256
    expect(first.collections.publications!.count).toBeGreaterThanOrEqual(120)
    await emptyStore()
    const imported = await importData(db, folderSource(place()))
    expect(imported.sha256).toBe(first.sha256)
    const again = await exportData(db, await folderTarget(path.join(folder, 'b')), NOW)
    expect(again.sha256).toBe(first.sha256)
    expect(hashes(path.join(folder, 'b'))).toEqual(hashes(place()))
  })

  it('keeps dates as dates, so that what was imported can be read by the db', async () => {
    const notice = await db.of(Publications).findOne({}).lean()
    expect(notice?.publishedAt).toBeInstanceOf(Date)
  })

  it('refuses a store that is not empty and changes nothing', async () => {
    const before = await counts()
    await expect(importData(db, folderSource(place()))).rejects.toMatchObject({
      status: 409,
      code: 'store-not-empty',
    })
    expect(await counts()).toBe(before)
  })

  it('refuses a folder that is not empty', async () => {
    await expect(folderTarget(place())).rejects.toMatchObject({ code: 'export-folder-not-empty' })
  })

  it('tells every damaged or missing file at once and leaves the store empty', async () => {
    await emptyStore()
    const file = (name: string) => path.join(folder, 'b', 'collections', `${name}.jsonl`)
    writeFileSync(file('orgs'), readFileSync(file('orgs'), 'utf8').replace('村', '邨'))
    rmSync(file('users'))
    await expect(importData(db, folderSource(path.join(folder, 'b')))).rejects.toMatchObject({
      code: 'export-damaged',
      details: [{ field: 'orgs' }, { field: 'users' }],
    })
    expect(await counts()).toBe(0)
  })

  it('refuses a manifest whose counts were changed, and what is no export', async () => {
    const manifest = path.join(place(), 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"count": \d+/, '"count": 1'))
    await expect(importData(db, folderSource(place()))).rejects.toMatchObject({ code: 'export-damaged' })
    await expect(importData(db, folderSource(folder))).rejects.toMatchObject({ code: 'export-damaged' })
    expect(await counts()).toBe(0)
  })
})

/** A copy of the backup that may be spoiled. */
function copyOf(name: string): string {
  const copy = path.join(folder, name)
  cpSync(backup(), copy, { recursive: true })
  chmodSync(copy, 0o700)
  for (const file of readdirSync(copy)) chmodSync(path.join(copy, file), 0o600)
  return copy
}
const labelOf = (place: string) => JSON.parse(readFileSync(path.join(place, 'backup.json'), 'utf8')) as Label
const relabel = (place: string, change: Partial<Record<keyof Label, unknown>>, key?: Buffer) => {
  const { mac: _mac, ...facts } = { ...labelOf(place), ...change } as Label
  const label = key ? signed(key, facts) : { ...labelOf(place), ...change }
  writeFileSync(path.join(place, 'backup.json'), JSON.stringify(label))
}

describe('backup and restore', () => {
  afterAll(() => clearBackups(backups()))

  beforeAll(emptyStore)

  it('is sealed: nothing in its files can be read, they are far smaller, and nobody writes into them by accident', () => {
    const files = readdirSync(backup()).map(name => path.join(backup(), name))
    const bytes = Buffer.concat(files.map(file => readFileSync(file)))
    expect(['村务监督', 'openid', '"title"'].filter(word => bytes.includes(word))).toEqual([])
    expect(files.every(file => (statSync(file).mode & 0o777) === 0o400)).toBe(true)
    expect(statSync(backup()).mode & 0o777).toBe(0o500)
    expect(existsSync(`${backup()}.unfinished`)).toBe(false)
  })

  it('restores into an empty store, byte for byte, and refuses a store in use', async () => {
    const sealed = await openBackup(backup(), KEY)
    const restored = await restoreBackup(db, sealed, NOW)
    expect(restored.different).toEqual([])
    expect(restored.manifest.sha256).toBe(exported)
    const before = await counts()
    await expect(restoreBackup(db, sealed, NOW)).rejects.toMatchObject({ code: 'store-not-empty' })
    expect(await counts()).toBe(before)
    await emptyStore()
  }, 120_000)

  it('says in one sentence what is wrong with a backup, before anything is touched', async () => {
    const other = randomBytes(32)
    const cut = copyOf('cut')
    truncateSync(path.join(cut, 'orgs.sealed'), 100)
    rmSync(path.join(cut, 'users.sealed'))
    const flipped = copyOf('flipped')
    const file = path.join(flipped, 'publications.sealed')
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(file, bytes)
    const relabelled = copyOf('relabelled')
    relabel(relabelled, { keepUntil: '2000-01-01' })
    const foreign = copyOf('foreign')
    relabel(foreign, { format: 'mingbai-backup-9' })
    const newer = copyOf('newer')
    relabel(newer, { layout: 999, program: '9.9.9' }, KEY)
    const garbled = copyOf('garbled')
    writeFileSync(path.join(garbled, 'backup.json'), '{')
    const unfinished = `${copyOf('whole')}.unfinished`
    renameSync(path.join(folder, 'whole'), unfinished)
    rmSync(path.join(unfinished, 'backup.json'))
    const cases: [place: string, key: Buffer, says: RegExp][] = [
      [backup(), other, /密钥不对/],
      [cut, KEY, /orgs\.sealed 不完整：应有 \d+ 字节，只有 100 字节.*缺少文件 users\.sealed/],
      [flipped, KEY, /publications\.sealed 被改过或损坏/],
      [relabelled, KEY, /backup\.json 被改过/],
      [foreign, KEY, /格式是“mingbai-backup-9”/],
      [newer, KEY, /更新的程序（9\.9\.9，库的版式 999）/],
      [garbled, KEY, /backup\.json 读不懂/],
      [unfinished, KEY, /没有做完就断了/],
      [folder, KEY, /没有标签文件/],
    ]
    for (const [place, key, says] of cases) {
      const error = await openBackup(place, key).catch((caught: unknown) => caught)
      expect(error).toMatchObject({ code: 'backup-unusable' })
      expect((error as Error).message).toMatch(says)
    }
    expect(await counts()).toBe(0)
  })

  it('keeps a backup until its day, and the newest whatever its day or the clock', async () => {
    const after = new Date('2026-12-24T00:00:00+08:00')
    await expect(removeBackup(backup(), new Date('2026-12-23T12:00:00Z'))).rejects.toMatchObject({
      code: 'backup-kept',
    })
    expect(await pruneBackups(backups(), after)).toEqual([])
    const second = new Date(NOW.getTime() + DAY_MS)
    const next = path.join(backups(), backupName(second))
    await makeBackup(db, { key: KEY, folder: next, keepUntil: '2026-12-24', now: second })
    expect(await pruneBackups(backups(), NOW)).toEqual([])
    expect(await pruneBackups(backups(), new Date('2026-12-23T12:00:00Z'))).toEqual([])
    expect(await pruneBackups(backups(), after)).toEqual([backup()])
    expect(readdirSync(backups())).toEqual([path.basename(next)])
  })
})
