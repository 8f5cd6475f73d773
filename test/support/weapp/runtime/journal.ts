/** What happened in the app: errors of every kind and the `wx` calls, read by the test. */
export class Journal {
  readonly errors: string[] = []
  readonly calls: string[] = []
  lastToast = ''
  readonly unmodelled: string[] = []
  scrolledTo = ''
  /** Lines of WeChat's real-time log. */
  readonly logged: string[] = []
  /** The app's own listeners for its errors. */
  readonly listeners = new Set<(text: string) => void>()

  error(where: string, problem: unknown): void {
    const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
    this.errors.push(`${where}: ${text}`)
    if (where !== 'console') for (const listener of this.listeners) listener(text)
  }

  /** Run `work`; what it throws is an error of the app, not of the runner. */
  guard<T>(where: string, work: () => T): T | undefined {
    try {
      return work()
    } catch (problem) {
      this.error(where, problem)
      return undefined
    }
  }
}
