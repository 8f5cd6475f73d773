import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../errors'
import { createClock } from '../clock'
import type { Db, Tx } from '../store/db'
import { inTransaction, isDuplicate, singleWrites } from '../store/transaction'
import { FIRST_LAYOUT } from './schemaVersion'
import { watchOlderServers } from './heartbeat'
import type { Migration } from './types'
import { StoreState, type StoreStateRow } from './storeState'
import { newId } from '../store/collection'

const STATE = 'store'
const LEASE_MS = 60_000
const LOOK_EVERY_MS = 500

export interface MigrationOrder {
  db: Db
  migrations: readonly Migration[]
  /** Version of the program, stored with the migration. */
  program: string
  say: (line: string) => void
  /** Milliseconds after which a silent process loses the lease. */
  leaseMs?: number
  /** Milliseconds without a sign of life after which an older server counts as gone. */
  silentMs?: number
}

/** One pending step. */
export interface PlannedStep {
  to: number
  title: string
  /** Number of rows that it reads. */
  rows: number
}

const highest = (migrations: readonly Migration[]): number => migrations.at(-1)?.to ?? FIRST_LAYOUT

/** Checks that the store has never been used; a new store starts at the newest schema version. */
async function isUnused(db: Db): Promise<boolean> {
  const found = await Promise.all(
    ['orgs', 'users', 'publications'].map(name =>
      db.connection.collection(name).findOne({}, { projection: { _id: 1 } }),
    ),
  )
  return found.every(row => row === null)
}

const stateOf = (db: Db): Promise<StoreStateRow | null> =>
  db.of(StoreState).findById(STATE).lean<StoreStateRow>().exec()

/** Returns the store's state row; creates it on first use. */
async function knownState(db: Db, migrations: readonly Migration[]): Promise<StoreStateRow> {
  const known = await stateOf(db)
  if (known) return known
  const layout = (await isUnused(db)) ? highest(migrations) : FIRST_LAYOUT
  const row: StoreStateRow = {
    _id: STATE,
    layout,
    cursor: null,
    holder: null,
    heldUntil: null,
    history: [],
    backedUpAt: null,
  }
  try {
    await singleWrites(db).of(StoreState).create([row])
  } catch (error) {
    if (!isDuplicate(error, 'storeState')) throw error
  }
  return (await stateOf(db)) ?? row
}

/** Returns the schema version of a store and its pending steps; changes nothing. */
export async function migrationPlan(
  db: Db,
  migrations: readonly Migration[],
): Promise<{ layout: number; backedUpAt: Date | null; steps: PlannedStep[] }> {
  const state = await stateOf(db)
  const unused = state === null && (await isUnused(db))
  const layout = state?.layout ?? (unused ? highest(migrations) : FIRST_LAYOUT)
  const steps: PlannedStep[] = []
  for (const { to, title, count } of migrations.filter(step => step.to > layout)) {
    steps.push({ to, title, rows: await count(db) })
  }
  return { layout, backedUpAt: state?.backedUpAt ?? null, steps }
}

/** Thrown when another process has taken the lease: this one stops and waits. */
class LostHold extends Error {}

async function take(
  { db, leaseMs = LEASE_MS }: MigrationOrder,
  seen: StoreStateRow,
  holder: string,
): Promise<boolean> {
  const now = new Date()
  if (seen.holder !== null && seen.heldUntil !== null && seen.heldUntil > now) return false
  const { modifiedCount } = await singleWrites(db)
    .of(StoreState)
    .updateOne(
      { _id: STATE, holder: seen.holder, layout: seen.layout },
      { $set: { holder, heldUntil: new Date(now.getTime() + leaseMs) } },
    )
  return modifiedCount === 1
}

/**
 * Stores the progress.
 * @throws LostHold
 */
async function keep(
  tx: Tx,
  { leaseMs = LEASE_MS }: MigrationOrder,
  holder: string,
  set: Partial<StoreStateRow>,
): Promise<void> {
  const heldUntil = new Date(Date.now() + leaseMs)
  const { matchedCount } = await tx
    .of(StoreState)
    .updateOne({ _id: STATE, holder }, { $set: { heldUntil, ...set } })
  if (matchedCount !== 1) throw new LostHold()
}

async function runOne(order: MigrationOrder, step: Migration, holder: string): Promise<void> {
  const { db, program, say } = order
  let changed = 0
  say(`数据升级到版式 ${step.to}：${step.title}……`)
  for (let ended = false; !ended;) {
    const batch = await inTransaction({ db, clock: createClock() }, async tx => {
      const state = await stateOf(tx)
      if (!state || state.holder !== holder) throw new LostHold()
      const done = await step.batch(tx, state.cursor)
      const record = { to: step.to, program, at: new Date().toISOString() }
      await keep(tx, order, holder, {
        cursor: done.next,
        ...(done.next === null && { layout: step.to, history: [...state.history, record] }),
      })
      return done
    })
    ended = batch.next === null
    changed += batch.changed
  }
  say(`数据已升级到版式 ${step.to}，改了 ${changed} 行。`)
}

async function runAll(order: MigrationOrder, from: number, holder: string): Promise<void> {
  for (const step of order.migrations.filter(({ to }) => to > from)) await runOne(order, step, holder)
}

const release = (db: Db, holder: string) =>
  singleWrites(db)
    .of(StoreState)
    .updateOne({ _id: STATE, holder }, { $set: { holder: null, heldUntil: null } })

/** Returns a function that says each line once. */
function once(say: (line: string) => void): (line: string) => void {
  const said = new Set<string>()
  return line => {
    if (!said.has(line)) say(line)
    said.add(line)
  }
}

/**
 * Migrates the store to the newest schema version, once no server of an older one is running. One process works, the
 * others wait; if it is killed, another continues from its cursor a minute later. Each batch and its cursor are one
 * transaction, so interruptions do not change the result.
 * @throws AppError `store-newer` for a store written by a newer program
 */
export async function migrateStore(order: MigrationOrder): Promise<void> {
  const { db, migrations, say } = order
  const target = highest(migrations)
  const holder = newId('run')
  const olderServers = watchOlderServers(db, target, order.silentMs)
  const sayOnce = once(say)
  for (;;) {
    const state = await knownState(db, migrations)
    if (state.layout > target) {
      throw new AppError(
        409,
        'store-newer',
        [],
        `这个库的版式是 ${state.layout}，本程序只到 ${target}：请用更新的程序。`,
      )
    }
    if (state.layout === target) {
      if (state.cursor === null) return
      throw new AppError(409, 'store-newer', [], '更新的程序正在升级这个库，或者没有升级完：请用更新的程序。')
    }
    const [older] = await olderServers()
    if (older !== undefined) {
      sayOnce(`还有旧程序（版式 ${older}）的服务在运行，等它们都停下再升级数据……`)
    } else if (await take(order, state, holder)) {
      try {
        // A server of before may have started since.
        if ((await olderServers()).length > 0) continue
        await runAll(order, state.layout, holder)
        return
      } catch (error) {
        if (!(error instanceof LostHold)) throw error
      } finally {
        await release(db, holder)
      }
    } else {
      sayOnce('另一个进程正在升级数据，等它做完……')
    }
    await sleep(LOOK_EVERY_MS)
  }
}

/** Records the moment of a backup, for the age shown in the metrics. */
export async function noteBackup(db: Db, migrations: readonly Migration[], at: Date): Promise<void> {
  await knownState(db, migrations)
  await singleWrites(db)
    .of(StoreState)
    .updateOne({ _id: STATE }, { $set: { backedUpAt: at } })
}
