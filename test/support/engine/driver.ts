/**
 * The one gate that every operation of the database passes: the driver's `executeOperation`. Seen from the tests, which put
 * something before it.
 */

export interface Operation {
  commandName: string
  ns?: { collection?: string }
  /** What `runCommand` sends. */
  command?: Record<string, unknown>
}

export interface Driver {
  executeOperation(client: unknown, operation: Operation, context?: unknown): Promise<unknown>
}

export const driver = jest.requireActual<Driver>('mongodb/lib/operations/execute_operation')

const READS = new Set(['find', 'getMore', 'aggregate', 'count', 'distinct', 'listIndexes', 'killCursors'])

/** The collection that the operation writes to, or tries to. */
export const writtenBy = ({ commandName, ns, command }: Operation): string | undefined =>
  command || READS.has(commandName) ? undefined : ns?.collection

/** Notes the collections that this process writes to from now on; `take` returns them and starts over. */
export function noteWrites(): { take(): Set<string> } {
  const { executeOperation } = driver
  let written = new Set<string>()
  driver.executeOperation = (...call) => {
    const collection = writtenBy(call[1])
    if (collection) written.add(collection)
    return executeOperation(...call)
  }
  return {
    take: () => {
      const taken = written
      written = new Set()
      return taken
    },
  }
}
