import type { AsyncLocalStorage } from 'node:async_hooks'
import type mongoose from 'mongoose'

/** What a transaction must not do on MongoDB, although the embedded engine lets it pass. */
export interface Violation {
  kind: 'two at once' | 'outside the session' | 'too long' | 'unindexed sort'
  what: string
}

const LONGEST_MS = 15_000
const READS_AND_WRITES = new Set([
  'find',
  'aggregate',
  'count',
  'distinct',
  'insert',
  'update',
  'delete',
  'findAndModify',
])

interface Command {
  lsid?: { id: { toString(encoding: string): string } }
  txnNumber?: unknown
  autocommit?: boolean
  startTransaction?: boolean
  filter?: Record<string, unknown>
  sort?: Record<string, 1 | -1> | Map<string, 1 | -1>
  [name: string]: unknown
}

interface Started {
  commandName: string
  requestId: number
  command: Command
}

/** Checks whether a condition names single values, so that an index may continue after its field. */
const isEquality = (condition: unknown): boolean =>
  typeof condition !== 'object' ||
  condition === null ||
  condition instanceof Date ||
  '$in' in condition ||
  '$eq' in condition

/** Names one condition of a filter, e.g. `orgCode` or `at (range)`. */
const conditionOf = (filter: Record<string, unknown>, field: string): string =>
  isEquality(filter[field]) ? field : `${field} (range)`

interface Index {
  key: Record<string, 1 | -1>
  partialFilterExpression?: Record<string, unknown>
}

/** Checks whether an index holds every row of the filter: a partial one does only if the filter names its condition. */
const holdsAll = (
  { partialFilterExpression: partial = {} }: Index,
  filter: Record<string, unknown>,
): boolean => Object.entries(partial).every(([field, value]) => filter[field] === value)

/** Checks whether an index gives the rows in the order of the sort: fields that are equal first, then those sorted by. */
function serves(
  index: [string, 1 | -1][],
  filter: Record<string, unknown>,
  sort: [string, 1 | -1][],
): boolean {
  let at = 0
  const isSorted = (field: string) => sort.some(([name]) => name === field)
  while (
    at < index.length &&
    !isSorted(index[at]![0]) &&
    index[at]![0] in filter &&
    isEquality(filter[index[at]![0]])
  ) {
    at += 1
  }
  const rest = index.slice(at, at + sort.length)
  const turned = (rest[0]?.[1] ?? 1) * sort[0]![1]
  return (
    rest.length === sort.length &&
    rest.every(([field, way], n) => field === sort[n]![0] && way * sort[n]![1] === turned)
  )
}

/**
 * Watches every command that a connection sends: two operations at once in one session, an operation of a transaction
 * past its session, a transaction that lasts too long, a sort without an index.
 */
export function guardDriver({
  base,
  connection,
}: {
  base: typeof mongoose
  connection: mongoose.Connection
}) {
  const found: Violation[] = []
  const running = new Map<number, { session: string; what: string }>()
  const begun = new Map<string, number>()
  const sorts = new Map<
    string,
    { collection: string; filter: Command['filter']; sort: Record<string, 1 | -1> }
  >()
  const following = (
    base as unknown as { transactionAsyncLocalStorage?: AsyncLocalStorage<{ session?: unknown }> }
  ).transactionAsyncLocalStorage

  function watchTransaction(command: Command, what: string, requestId: number): void {
    const session = `${command.lsid!.id.toString('hex')}/${String(command.txnNumber)}`
    if (command.startTransaction) begun.set(session, Date.now())
    const other = [...running.values()].find(one => one.session === session)
    if (other) found.push({ kind: 'two at once', what: `${other.what} and ${what}` })
    running.set(requestId, { session, what })
    const lasts = Date.now() - (begun.get(session) ?? Date.now())
    if (lasts > LONGEST_MS) found.push({ kind: 'too long', what: `${what} after ${lasts} ms` })
  }

  const started = ({ commandName, command, requestId }: Started) => {
    if (!READS_AND_WRITES.has(commandName)) return
    const what = `${commandName} ${String(command[commandName])}`
    if (command.autocommit === false) watchTransaction(command, what, requestId)
    else if (following?.getStore()?.session) found.push({ kind: 'outside the session', what })
    if (commandName !== 'find' || !command.sort) return
    const { filter = {} } = command
    const sort = command.sort instanceof Map ? Object.fromEntries<1 | -1>(command.sort) : command.sort
    if (Object.keys(sort).length === 0) return
    const shape = [
      what,
      ...Object.keys(filter).map(key => conditionOf(filter, key)),
      JSON.stringify(sort),
    ].join(' ')
    if (!sorts.has(shape)) sorts.set(shape, { collection: String(command[commandName]), filter, sort })
  }
  const ended = ({ requestId }: { requestId: number }) => void running.delete(requestId)
  const client = connection.getClient()
  client.on('commandStarted', started as never)
  client.on('commandSucceeded', ended as never)
  client.on('commandFailed', ended as never)

  return {
    /** Every violation so far; looks for an index of each kind of sorted query. */
    async violations(): Promise<Violation[]> {
      for (const [what, { collection, filter = {}, sort }] of sorts) {
        const keys = Object.keys(sort)
        if (keys.join() === '_id' || filter._id !== undefined) continue
        const indexes = (await connection.collection(collection).indexes()) as Index[]
        const usable = indexes.filter(index => holdsAll(index, filter))
        if (usable.some(({ key }) => serves(Object.entries(key), filter, Object.entries(sort)))) continue
        found.push({ kind: 'unindexed sort', what })
      }
      sorts.clear()
      return found.splice(0)
    },
  }
}
