import type { Connection, Model, mongo, Mongoose } from 'mongoose'

interface Following {
  transactionAsyncLocalStorage?: { getStore(): { session?: mongo.ClientSession } | undefined }
}

/** Returns the session of the running transaction, which every model call inside joins; undefined outside of one. */
export function sessionOf({ db }: Pick<Model<unknown>, 'db'>): mongo.ClientSession | undefined {
  const { base } = db as Connection & { base: Mongoose & Following }
  return base.transactionAsyncLocalStorage?.getStore()?.session
}

const last = new WeakMap<mongo.ClientSession, Promise<unknown>>()

/** Runs the operation after those that the session was given before: a transaction allows one at a time. */
function queued<T>(model: Pick<Model<unknown>, 'db'>, run: () => Promise<T>): Promise<T> {
  const session = sessionOf(model)
  if (!session) return run()
  const next = (last.get(session) ?? Promise.resolve()).then(run)
  last.set(
    session,
    next.catch(() => undefined),
  )
  return next
}

type Operation = (this: unknown, ...given: unknown[]) => Promise<unknown>

/** Queues every operation of the model that belongs to a transaction, also those started at once with `Promise.all`. */
export function queueOperations(model: Model<unknown>): void {
  const queueIn = (owner: object, name: string) => {
    const target = owner as Record<string, Operation>
    const run = target[name]!
    target[name] = function (...given) {
      return queued(model, () => run.apply(this, given))
    }
  }
  queueIn((model as unknown as { Query: { prototype: object } }).Query.prototype, 'exec')
  for (const name of ['create', 'insertMany', 'bulkWrite']) queueIn(model, name)
}
