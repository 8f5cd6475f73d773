import { mongo } from 'mongoose'
import { type Driver, type Operation, driver, writtenBy } from '../engine/driver'

/**
 * The one gate that every wait of a request passes: each operation of the database (the driver's `executeOperation`) and
 * each asynchronous method of a service. Counts them, and makes one of them fail.
 */

/**
 * - `before`: it never gets there
 * - `after`: it was done, and the answer is lost
 * - `transient`: the database asks to repeat the whole transaction
 */
export const FAULTS = ['before', 'after', 'transient'] as const
export type Fault = (typeof FAULTS)[number]

/** The wait, counted from 0, that fails, and how. */
export interface Aim {
  at: number
  fault: Fault
}

export interface Watched<T> {
  result: T
  /** What was waited for, in order: `find notices`, `commitTransaction`, `wechat.code2Session`. */
  waits: string[]
  /** Collections that it wrote to, or tried to. */
  written: Set<string>
  /** True when the aimed wait came. */
  hit: boolean
}

/** Words of every injected fault; none of them may leave the server. */
export const INJECTED = 'injected-fault'

const failure = (fault: Fault): Error =>
  new mongo.MongoServerError({
    message: INJECTED,
    ...(fault === 'transient' && { errorLabels: ['TransientTransactionError'] }),
  })

/** `find notices`, `commitTransaction`. */
const nameOf = ({ commandName, ns, command }: Operation) =>
  command ? Object.keys(command)[0]! : [commandName, ns?.collection].filter(Boolean).join(' ')

type Method = (...args: unknown[]) => unknown
type Watch = Omit<Watched<unknown>, 'result'> & { aim: Aim | null }

/** A transaction whose commit never came is ended by the database when its lifetime is over: here at once. */
async function forgotten(operation: Operation, send: () => Promise<unknown>): Promise<void> {
  const { commitTransaction, ...rest } = operation.command ?? {}
  if (commitTransaction === undefined) return
  operation.command = { abortTransaction: 1, ...rest }
  await send()
}

/** Waits at the gate from now on until `leave`. */
export function standAtTheGate(services: Record<string, object>) {
  const { executeOperation } = driver
  const undo: (() => void)[] = [() => void Object.assign(driver, { executeOperation })]
  const asynchronous = new Set<string>()
  let watch: Watch | null = null
  let underWay = 0

  /** Is this wait the aimed one? */
  function aimedAt(name: string): Fault | null {
    if (!watch) return null
    watch.waits.push(name)
    const { aim } = watch
    if (aim?.at !== watch.waits.length - 1) return null
    watch.hit = true
    return aim.fault
  }

  async function pass(
    name: string,
    work: () => Promise<unknown>,
    instead: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<unknown> {
    const fault = aimedAt(name)
    if (fault && fault !== 'after') {
      await instead()
      throw failure(fault)
    }
    underWay += 1
    try {
      const result = await work()
      if (fault) throw failure(fault)
      return result
    } finally {
      underWay -= 1
    }
  }

  Object.assign(driver, {
    executeOperation: (...call: Parameters<Driver['executeOperation']>) => {
      const operation = call[1]
      const send = () => executeOperation(...call)
      // The watch over the store looks by itself: no request waits for it.
      if (nameOf(operation) === 'ping') return send()
      const collection = writtenBy(operation)
      if (collection) watch?.written.add(collection)
      return pass(nameOf(operation), send, () => forgotten(operation, send))
    },
  })

  /** A method counts as a wait once it has been seen to give a promise. */
  const escapeFormula = (name: string, method: Method): Method => {
    return (...args) => {
      if (asynchronous.has(name)) return pass(name, () => method(...args) as Promise<unknown>)
      const result = method(...args)
      if (!(result instanceof Promise)) return result
      asynchronous.add(name)
      return pass(name, () => result)
    }
  }

  for (const [service, methods] of Object.entries(services)) {
    const owner = methods as Record<string, unknown>
    for (const [name, method] of Object.entries(owner)) {
      if (typeof method !== 'function') continue
      owner[name] = escapeFormula(`${service}.${name}`, method.bind(owner) as Method)
      undo.push(() => void (owner[name] = method))
    }
  }

  return {
    /** Does the work with this fault, and waits until nothing of it is under way. */
    async watch<T>(aim: Aim | null, work: () => Promise<T>): Promise<Watched<T>> {
      const mine: Watch = { aim, waits: [], written: new Set(), hit: false }
      watch = mine
      try {
        const result = await work()
        while (underWay > 0) await new Promise(resolve => setImmediate(resolve))
        return { result, ...mine }
      } finally {
        watch = null
      }
    },
    leave: () => undo.forEach(step => step()),
  }
}
