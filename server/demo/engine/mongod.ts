import { mkdirSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import { launch } from './launch'
import { endProcess, freePort, type ProcessMark } from './process'
import { createAdministrator, localUri, onAdmin, type Start } from './secantus'
import { isKnownTo, markKnown, writeWhole } from './state'
import { DatabaseUnavailable } from '@server/platform/store/database'

export const MONGOD_SET = 'mingbai'

function run({ program, paths, env }: Start, port: number, auth: boolean): Promise<ProcessMark> {
  const args = ['--replSet', MONGOD_SET, '--bind_ip', '127.0.0.1', '--port', String(port)]
  args.push('--dbpath', paths.mongodStore, '--wiredTigerCacheSizeGB', '0.25')
  if (auth) args.push('--keyFile', paths.keyFile)
  return launch({ command: program.command, args, port, logFile: paths.log, env })
}

const NOT_INITIALIZED = 94

interface SetConfig {
  version: unknown
  members?: { host: string }[]
}

/** Returns the replica set's configuration; undefined for a store that has never been part of one. */
async function setConfig(admin: mongo.Db): Promise<SetConfig | undefined> {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 })
    return config as SetConfig
  } catch (error) {
    if ((error as { code?: number }).code === NOT_INITIALIZED) return undefined
    throw error
  }
}

/** Initiates a replica set with one member on this port, or updates the member's port. */
async function beSingleMember(uri: string, port: number): Promise<void> {
  await onAdmin(uri, async admin => {
    const host = `127.0.0.1:${port}`
    const config = await setConfig(admin)
    const members = [{ _id: 0, host }]
    if (config === undefined) {
      await admin.command({ replSetInitiate: { _id: MONGOD_SET, members } })
    } else if (config.members?.[0]?.host !== host) {
      const version = Number(config.version) + 1
      await admin.command({ replSetReconfig: { ...config, version, members }, force: true })
    }
    await waitForPrimary(admin)
  })
}

async function waitForPrimary(admin: mongo.Db): Promise<void> {
  const until = Date.now() + 30_000
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
    if (Date.now() > until) {
      throw new DatabaseUnavailable('mongod 未能成为可写的主节点，原因见数据目录里的 engine.log。')
    }
    await sleep(50)
  }
}

/** Provisions a new store: initiates the replica set and creates the admin on a random port, auth off. */
async function provision(start: Start): Promise<void> {
  mkdirSync(start.paths.mongodStore, { recursive: true, mode: 0o700 })
  const port = await freePort()
  const open = await run(start, port, false)
  try {
    await beSingleMember(localUri(port), port)
    await createAdministrator(localUri(port), start.secret)
  } finally {
    await endProcess({ ...open, port })
  }
  writeWhole(start.paths.keyFile, randomBytes(96).toString('base64'))
  markKnown(start.paths, start.secret, start.paths.mongodStore)
}

/** Starts the machine's `mongod` as a replica set of one on `start.port`, auth on. */
export async function startMongod(start: Start): Promise<ProcessMark> {
  if (!isKnownTo(start.secret, start.paths.mongodStore)) await provision(start)
  const mark = await run(start, start.port, true)
  await beSingleMember(localUri(start.port, start.secret), start.port)
  return mark
}
