import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDataDir } from '../engine/engine'
import { type KillableServer, startKillableServer } from '../engine/killableServer'
import { clearBackups } from './clear'
import { modelNotice } from '../engine/modelNotice'
import { fillDataDir, onDataDir } from './fill'
import { Notices } from '@server/disclosure/notices/models/notices'

const ROOT = path.resolve(__dirname, '../../..')
const CLI = path.join(ROOT, 'dist', 'server', 'cli.js')
const EDITOR = 'editor'
const WRITERS = 4
/** Writes that are acknowledged before the backup, and after it. */
const AROUND = 12
const DAYS = 20_000

/** A write that the server has acknowledged. */
interface Acknowledged {
  id: string
  at: number
}

export interface Drill {
  notices: number
  acknowledged: number
  /** Acknowledged while the backup was being made. */
  during: number
  /** With the disk there: the store itself, started again. */
  withDisk: { lost: number }
  /** With the backup alone. */
  backupOnly: { lostBefore: number; later: number; seconds: number; megabytes: number; rows: number }
}

interface Report {
  folder: string
  madeAt: string
  bytes: number
  rows: number
  seconds: number
  notices: number
  ledger: { ok: boolean }
}

const KEY = randomBytes(32).toString('base64')

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise(resolve => child.once('close', code => resolve(code ?? 1)))
}

/** One command of the built command line on a data folder. */
export async function cli(dataDir: string, ...args: string[]): Promise<Report> {
  const { PATH, HOME, ENGINE_DIR } = process.env
  const env = {
    PATH,
    HOME,
    ...(ENGINE_DIR && { ENGINE_DIR }),
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    BACKUP_KEY: KEY,
  }
  const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece.toString('utf8')))
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString('utf8')))
  const code = await exitOf(child)
  const json = said.join('').split('\n').find(line => line.startsWith('{')) // prettier-ignore
  if (code !== 0 || !json) throw new Error(`cli ${args.join(' ')}: ${code}\n${said.join('')}`)
  return JSON.parse(json) as Report
}

/** Each writes drafts of its own, one after another, as long as `going` says. */
async function writing(server: KillableServer, all: Acknowledged[], going: () => boolean): Promise<void> {
  const login = await server.askUntilAnswered('POST', '/auth/wechat', { body: { code: `${EDITOR}#drill` } })
  const { accessToken: token } = login.body as { accessToken: string }
  const model = await modelNotice(server, token)
  let nth = 0
  const writer = async () => {
    while (going()) {
      const period = new Date(Date.UTC(1970, 0, 1) + (DAYS - (nth += 1)) * 86_400_000)
        .toISOString()
        .slice(0, 10)
      const content = { ...model.content, title: `第 ${nth} 次演练`, period }
      const body = { ...model, regards: null, content }
      const key = randomBytes(12).toString('hex')
      const reply = await server.ask('POST', '/notices', { token, body, key })
      if (reply && reply.status < 300) {
        all.push({ id: (reply.body as { notice: { id: string } }).notice.id, at: Date.now() })
      } else if (reply && reply.status < 500) throw new Error(JSON.stringify(reply))
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
}

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + 120_000
  while (!what()) {
    if (Date.now() > end) throw new Error('the drill came to a halt')
    await sleep(20)
  }
}

const missing = (dataDir: string, wanted: readonly Acknowledged[]): Promise<number> =>
  onDataDir(dataDir, async db => {
    const ids = new Set((await db.of(Notices).find({}, { _id: 1 }).lean().exec()).map(({ _id }) => _id))
    return wanted.filter(({ id }) => !ids.has(id)).length
  })

/** Restores into an empty data folder; how long that takes, and how many of the writes are not there. */
async function restored(folder: string, wanted: readonly Acknowledged[]) {
  const dataDir = makeDataDir('restored')
  try {
    const started = performance.now()
    const report = await cli(dataDir, 'restore', folder)
    const seconds = (performance.now() - started) / 1000
    if (!report.ledger.ok) throw new Error('the restored ledger is broken')
    return { report, seconds, lost: await missing(dataDir, wanted) }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/**
 * Writers write, a backup is made meanwhile, then the power fails: server and database are killed. What comes back where the disk
 * is still there, and what where only the backup is. `notices`: so many published ones; 0 = the seed's.
 */
export async function drill(notices: number): Promise<Drill> {
  const backups = makeDataDir('backups')
  const fill = notices === 0 ? undefined : (dataDir: string) => fillDataDir(dataDir, notices)
  const server = await startKillableServer('drill', fill)
  const all: Acknowledged[] = []
  let over = false
  try {
    const writers = writing(server, all, () => !over)
    await Promise.race([until(() => all.length >= AROUND), writers])
    const before = all.length
    const made = await cli(server.dataDir, 'backup', backups)
    const during = all.length - before
    await Promise.race([until(() => all.length >= before + during + AROUND), writers])
    await server.killBoth()
    over = true
    await writers

    const withDisk = { lost: await missing(server.dataDir, all) }
    const earlier = all.filter(({ at }) => at < Date.parse(made.madeAt))
    const backupOnly = await restored(made.folder, earlier)
    return {
      notices: backupOnly.report.notices,
      acknowledged: all.length,
      during,
      withDisk,
      backupOnly: {
        lostBefore: backupOnly.lost,
        later: all.length - earlier.length,
        seconds: backupOnly.seconds,
        megabytes: made.bytes / 1e6,
        rows: backupOnly.report.rows,
      },
    }
  } finally {
    over = true
    await server.stop()
    clearBackups(backups)
  }
}

export const sentenceOf = ({ notices, acknowledged, during, withDisk, backupOnly }: Drill): string =>
  `R11 备份、断电、恢复演练：${notices.toLocaleString('en-US')} 条公示、${backupOnly.rows.toLocaleString('en-US')} 行、备份 ${backupOnly.megabytes.toFixed(1)} MB；` +
  `已确认 ${acknowledged} 次写入（备份进行中 ${during} 次）。磁盘还在：丢失 ${withDisk.lost}；` +
  `只剩备份：备份时刻以前的丢失 ${backupOnly.lostBefore}，以后的 ${backupOnly.later} 次要靠副本集；` +
  `恢复并核对（字节相同、账本 ok）${backupOnly.seconds.toFixed(1)} 秒`
