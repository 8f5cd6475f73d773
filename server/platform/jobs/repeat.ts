/**
 * Does a work now and again after each interval, one run after the other. Returns a function that ends it, which waits for
 * the last run.
 */
export function repeatEvery(
  everyMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => Promise<unknown> {
  const run = () => work().catch(onError)
  let last: Promise<unknown> = run()
  const timer = setInterval(() => {
    last = last.then(run)
  }, everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    return last
  }
}
