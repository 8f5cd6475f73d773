/** Makes what is asked for under a key. */
export type Together<T> = (key: string, make: () => Promise<T>) => Promise<T>

/**
 * One making for all who wait for the same at the same time, nothing of it is kept. Who comes while it is made waits for the next:
 * what a reader gets was never begun before the reader asked, so that a withdrawal shows at once.
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
