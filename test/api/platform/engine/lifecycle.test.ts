import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createConnection } from 'mongoose'
import { loadConfig } from '../../../../server/platform/config'
import { endAbandoned, engineOf, startDatabase } from '../../../../server/demo/engine'
import { answers, identify, isAlive, markOf } from '../../../../server/demo/engine/process'
import { enginePaths } from '../../../../server/demo/engine/state'
import { makeDataDir } from '../../../support/engine/engine'
import { until } from '../../../support/until'
import type { Database } from '@server/platform/store/database'

/** The life of the embedded engine: founded, joined, orphaned, adopted, hung, crashed, ended. */

const onEmbedded = process.env.MONGODB_URI === undefined ? describe : describe.skip

const said: string[] = []
const log = {
  info: (line: string) => void said.push(line),
  warn: (line: string) => void said.push(line),
  error: (line: string) => void said.push(line),
}

onEmbedded('the embedded engine', () => {
  const dataDir = makeDataDir('life')
  const paths = enginePaths(dataDir)
  const config = loadConfig({ ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir })
  const others: ChildProcess[] = []

  beforeEach(() => void said.splice(0))
  afterAll(async () => {
    others.forEach(child => child.kill('SIGKILL'))
    await endAbandoned(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  })

  const pidOf = (database: Database): number => database.engine()?.pid ?? 0

  /** Another process that uses the same data folder; ready when it has said so. */
  async function startOther(...words: string[]): Promise<ChildProcess> {
    const program = path.join(config.rootDir, 'test', 'support', 'engine', 'otherUser.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...words], {
      cwd: config.rootDir,
      env: { ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    others.push(child)
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve())
      child.once('exit', code => reject(new Error(`the other process ended with ${code}`)))
    })
    return child
  }

  const ended = (child: ChildProcess): Promise<unknown> => new Promise(resolve => child.once('exit', resolve))

  async function write(database: Database, value: number): Promise<number> {
    const connection = await createConnection(database.uri, database.options).asPromise()
    try {
      await connection.collection('marks').insertOne({ value })
      return await connection.collection('marks').countDocuments()
    } finally {
      await connection.close()
    }
  }

  /** The row that another has begun to change is free, and as it was. */
  async function completeHalf({ uri, options }: Database): Promise<void> {
    const connection = await createConnection(uri, { ...options, socketTimeoutMS: 20_000 }).asPromise()
    try {
      const halves = connection.collection('halves')
      expect(await halves.findOne({})).toMatchObject({ by: 'nobody' })
      expect(await halves.updateOne({}, { $set: { by: 'heir' } })).toMatchObject({ modifiedCount: 1 })
    } finally {
      await connection.close()
    }
  }

  test('keeps its password to itself and its data over a stop', async () => {
    const first = await startDatabase(config, log)
    expect(await write(first, 1)).toBe(1)
    expect(statSync(paths.secret).mode & 0o777).toBe(0o600)
    expect(statSync(paths.folder).mode & 0o777).toBe(0o700)
    const { pid, port } = first.engine() ?? { pid: 0, port: 0 }
    const { password } = JSON.parse(readFileSync(paths.secret, 'utf8')) as { password: string }
    expect(identify(pid)?.command).not.toContain(password)
    const open = createConnection(`mongodb://127.0.0.1:${port}/?serverSelectionTimeoutMS=3000`)
    await expect(
      open.asPromise().then(({ db }) => db?.collection('marks').find().toArray()),
    ).rejects.toThrow()
    await open.close()
    await first.stop()
    expect(engineOf(dataDir)).toBeUndefined()
    expect(await answers(port)).toBe(false)

    const second = await startDatabase(config, log)
    expect(await write(second, 2)).toBe(2)
    await second.stop()
  })

  test('is shared by two processes and ended by the last', async () => {
    const ours = await startDatabase(config, log)
    const pid = pidOf(ours)
    const other = await startOther()
    expect(engineOf(dataDir)?.pid).toBe(pid)
    await ours.stop()
    expect(markOf(pid)).toBeDefined()
    other.kill('SIGTERM')
    await ended(other)
    expect(engineOf(dataDir)).toBeUndefined()
    expect(markOf(pid)).toBeUndefined()
  })

  test('started anew by a newcomer it still is theirs who used it before', async () => {
    const other = await startOther()
    const before = engineOf(dataDir)
    process.kill(other.pid ?? 0, 'SIGSTOP')
    process.kill(before?.pid ?? 0, 'SIGKILL')
    const ours = await startDatabase(config, log)
    expect(ours.engine()?.port).toBe(before?.port)
    await ours.stop()
    expect(markOf(engineOf(dataDir)?.pid ?? 0)).toBeDefined()
    process.kill(other.pid ?? 0, 'SIGCONT')
    other.kill('SIGTERM')
    await ended(other)
    expect(engineOf(dataDir)).toBeUndefined()
  })

  test('is adopted after a hard kill of its server, whose unfinished work keeps nobody waiting', async () => {
    const other = await startOther('begin')
    const orphan = engineOf(dataDir)
    other.kill('SIGKILL')
    await ended(other)
    const heir = await startDatabase(config, log)
    expect(heir.engine()).toMatchObject({ pid: orphan?.pid, port: orphan?.port })
    expect(said.join()).toMatch(/已在运行/)
    await completeHalf(heir)
    await heir.stop()
    expect(engineOf(dataDir)).toBeUndefined()
  })

  test('comes back on its port after a crash, and the connection goes on', async () => {
    const database = await startDatabase(config, log)
    const before = database.engine()
    process.kill(before?.pid ?? 0, 'SIGKILL')
    expect(await write(database, 3)).toBe(3)
    expect(database.engine()?.port).toBe(before?.port)
    expect(database.engine()?.pid).not.toBe(before?.pid)
    await database.stop()
  })

  test('is ended and started anew when it hangs', async () => {
    const other = await startOther()
    const hung = engineOf(dataDir)
    other.kill('SIGKILL')
    await ended(other)
    process.kill(hung?.pid ?? 0, 'SIGSTOP')
    const heir = await startDatabase(config, log)
    expect(pidOf(heir)).not.toBe(hung?.pid)
    expect(said.join()).toMatch(/没有应答/)
    expect(await write(heir, 4)).toBe(4)
    await heir.stop()
  })

  test('a process that merely has the recorded id is left alone', async () => {
    const stranger = spawn('sleep', ['60'])
    others.push(stranger)
    const pid = stranger.pid ?? 0
    const record = {
      pid,
      startedAt: '1',
      kind: 'secantusd-py',
      port: 1,
      store: paths.secantusStore,
      users: [],
    }
    writeFileSync(paths.record, JSON.stringify(record))
    const database = await startDatabase(config, log)
    expect(pidOf(database)).not.toBe(pid)
    await database.stop()
    expect(markOf(pid)).toBeDefined()
    stranger.kill()
  })

  test('a lock left by a dead process is broken', async () => {
    writeFileSync(paths.lock, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }))
    const database = await startDatabase(config, log)
    await database.stop()
  })

  test('one that no longer keeps what it is given is ended, and comes back', async () => {
    const database = await startDatabase(config, log)
    expect(await database.mend()).toBe(true)
    const pid = pidOf(database)
    process.kill(pid, 'SIGSTOP')
    expect(await database.mend()).toBe(false)
    expect(said.join()).toMatch(/写不进数据目录/)
    expect(await write(database, 9)).toBeGreaterThan(0)
    expect(pidOf(database)).not.toBe(pid)
    await database.stop()
  })

  test('a folder held by an unknown process is told in one sentence', async () => {
    const database = await startDatabase(config, log)
    const record = readFileSync(paths.record, 'utf8')
    rmSync(paths.record)
    await expect(startDatabase(config, log)).rejects.toThrow(/数据目录已被另一个数据库进程占用/)
    writeFileSync(paths.record, record)
    await database.stop()
  })

  test('rivals that start at once share one engine', async () => {
    const rivals = await Promise.all([startOther(), startOther(), startDatabase(config, log)])
    const pid = pidOf(rivals[2])
    await rivals[2].stop()
    for (const other of rivals.slice(0, 2) as ChildProcess[]) {
      other.kill('SIGTERM')
      await ended(other)
    }
    await until(() => markOf(pid) === undefined)
    expect(isAlive({ pid, startedAt: '0' })).toBe(false)
  })
})
