/** Builds the value of a key. */
export type Together<T> = (key: string, make: () => Promise<T>) => Promise<T>

/**
 * Creates a single flight without a cache. A call that arrives during a run joins the next run, so no reader gets
 * data read before it asked and a withdrawal shows at once.
 */
export function createSingleFlight<T>(): Together<T> {
  const running = new Map<string, Promise<unknown>>()
  const waiting = new Map<string, Promise<T>>()

  async function run(key: string, make: () => Promise<T>): Promise<T> {
    waiting.delete(key)
    const made = make()
    const ended = made.then(
      () => undefined,
      () => undefined,
    )
    running.set(key, ended)
    try {
      return await made
    } finally {
      if (running.get(key) === ended) running.delete(key)
    }
  }

  return (key, make) => {
    const before = running.get(key)
    if (!before) return run(key, make)
    const known = waiting.get(key)
    if (known) return known
    const next = before.then(() => run(key, make))
    waiting.set(key, next)
    return next
  }
}
