/** What happened in the app: errors of every kind and the `wx` calls, read by the test. */
export class Journal {
  readonly errors: string[] = []
  readonly calls: string[] = []
  lastToast = ''

  error(where: string, problem: unknown): void {
    const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
    this.errors.push(`${where}: ${text}`)
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
