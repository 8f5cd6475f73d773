import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../errors'
import { type Models, newId, type StoreStateRow } from '../store/collections'
import { inTransaction, isDuplicate } from '../store/transaction'
import { FIRST_LAYOUT } from './schemaVersion'
import type { Migration } from './types'

const STATE = 'store'
const LEASE_MS = 60_000
const LOOK_EVERY_MS = 500

export interface MigrationOrder {
  models: Models
  migrations: readonly Migration[]
  /** Version of the program, for the record. */
  program: string
  say: (line: string) => void
  /** How long a process that says nothing more keeps the others waiting. */
  leaseMs?: number
}

/** One step still to be taken. */
export interface PlannedStep {
  to: number
  title: string
  /** Rows that it looks at. */
  rows: number
}

const highest = (migrations: readonly Migration[]): number => migrations.at(-1)?.to ?? FIRST_LAYOUT

/** Has nobody ever worked in it? Then it has the newest layout from the beginning. */
async function isUnused({ orgs, users, publications }: Models): Promise<boolean> {
  const found = await Promise.all(
    [orgs, users, publications].map(model => model.collection.findOne({}, { projection: { _id: 1 } })),
  )
  return found.every(row => row === null)
}

const stateOf = ({ storeState }: Models): Promise<StoreStateRow | null> =>
  storeState.findById(STATE).lean<StoreStateRow>().exec()

/** What the store says of itself; says it for the first time where it has not yet. */
async function knownState(models: Models, migrations: readonly Migration[]): Promise<StoreStateRow> {
  const known = await stateOf(models)
  if (known) return known
  const layout = (await isUnused(models)) ? highest(migrations) : FIRST_LAYOUT
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
    await models.storeState.create([row])
  } catch (error) {
    if (!isDuplicate(error, 'storeState')) throw error
  }
  return (await stateOf(models)) ?? row
}

/** The layout of a store and what is still to be done to it; changes nothing. */
export async function migrationPlan(
  models: Models,
  migrations: readonly Migration[],
): Promise<{ layout: number; backedUpAt: Date | null; steps: PlannedStep[] }> {
  const state = await stateOf(models)
  const unused = state === null && (await isUnused(models))
  const layout = state?.layout ?? (unused ? highest(migrations) : FIRST_LAYOUT)
  const steps: PlannedStep[] = []
  for (const { to, title, count } of migrations.filter(step => step.to > layout)) {
    steps.push({ to, title, rows: await count(models) })
  }
  return { layout, backedUpAt: state?.backedUpAt ?? null, steps }
}

/** Somebody else holds the work: ours ends, and begins to wait. */
class LostHold extends Error {}

async function take(
  { models, leaseMs = LEASE_MS }: MigrationOrder,
  seen: StoreStateRow,
  holder: string,
): Promise<boolean> {
  const { storeState } = models
  const now = new Date()
  if (seen.holder !== null && seen.heldUntil !== null && seen.heldUntil > now) return false
  const { modifiedCount } = await storeState.updateOne(
    { _id: STATE, holder: seen.holder, layout: seen.layout },
    { $set: { holder, heldUntil: new Date(now.getTime() + leaseMs) } },
  )
  return modifiedCount === 1
}

/** Says in the caller's transaction how far we are. @throws LostHold */
async function keep(
  { models, leaseMs = LEASE_MS }: MigrationOrder,
  holder: string,
  set: Partial<StoreStateRow>,
): Promise<void> {
  const heldUntil = new Date(Date.now() + leaseMs)
  const { matchedCount } = await models.storeState.updateOne(
    { _id: STATE, holder },
    { $set: { heldUntil, ...set } },
  )
  if (matchedCount !== 1) throw new LostHold()
}

async function runOne(order: MigrationOrder, step: Migration, holder: string): Promise<void> {
  const { models, program, say } = order
  let changed = 0
  say(`数据升级到版式 ${step.to}：${step.title}……`)
  for (let ended = false; !ended;) {
    const batch = await inTransaction(models.connection, async () => {
      const state = await stateOf(models)
      if (!state || state.holder !== holder) throw new LostHold()
      const done = await step.batch(models, state.cursor)
      const record = { to: step.to, program, at: new Date().toISOString() }
      await keep(order, holder, {
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

const release = ({ storeState }: Models, holder: string) =>
  storeState.updateOne({ _id: STATE, holder }, { $set: { holder: null, heldUntil: null } })

/**
 * Brings the store to the newest layout. One process does it, the others wait; one that was killed is followed, a minute later, by
 * another that goes on where it was. Each batch and how far it went are one transaction: the result is the same however often it
 * was broken off.
 * @throws AppError `store-newer` for a store that a newer program has written
 */
export async function migrateStore(order: MigrationOrder): Promise<void> {
  const { models, migrations, say } = order
  const target = highest(migrations)
  const holder = newId('run')
  let told = false
  for (;;) {
    const state = await knownState(models, migrations)
    if (state.layout > target) {
      throw new AppError(
        409,
        'store-newer',
        [],
        `这个库的版式是 ${state.layout}，本程序只到 ${target}：请用更新的程序。`,
      )
    }
    if (state.layout === target) return
    if (await take(order, state, holder)) {
      try {
        await runAll(order, state.layout, holder)
        return
      } catch (error) {
        if (!(error instanceof LostHold)) throw error
      } finally {
        await release(models, holder)
      }
    } else if (!told) {
      told = true
      say('另一个进程正在升级数据，等它做完……')
    }
    await sleep(LOOK_EVERY_MS)
  }
}

/** Notes that a backup was made, so that it can be told how old the newest is. */
export async function noteBackup(models: Models, migrations: readonly Migration[], at: Date): Promise<void> {
  await knownState(models, migrations)
  await models.storeState.updateOne({ _id: STATE }, { $set: { backedUpAt: at } })
}
