/**
 * Stryker's test runner for pure code: the test files of the folders in MUTATION_TESTS, in this process. Jest takes a second to start
 * for every fault, this takes milliseconds; what a test says is Jest's own `expect`.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeLoader } from './modules.mjs'
import { makeSuite, runTest } from './suite.mjs'

const SUCCESS = 0
const FAILED = 1
/** Of generated cases: with the same ones every time, a score is the same every time. */
const SEED = 20_260_101

/**
 * Milliseconds of processor time: as many tests are asked about a fault, the quickest first, as took so long in the first run, and at
 * least one. A limit can only lower a score.
 */
const BUDGET = 3_000
/** Kept next to the copy of the code under test: a fault that hangs ends the process, and the next one has no first run. */
const TIMES = 'mutation-times.json'

const namespace = () => (globalThis.__stryker__ ??= {})

const testFiles = root =>
  (process.env.MUTATION_TESTS ?? '')
    .split(',')
    .filter(Boolean)
    .flatMap(place =>
      place.endsWith('.ts')
        ? [place]
        : readdirSync(path.join(root, place), { recursive: true })
            .filter(name => name.endsWith('.test.ts'))
            .sort()
            .map(name => `${place}/${name}`),
    )
    // A command is more than the pure code behind it, and its tests spy on the console.
    .filter(file => !file.endsWith('/command.test.ts'))

const sinceStart = start => {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

class Runner {
  #root = process.cwd()
  #collect
  #loader
  /** Milliseconds of each test in the first run. */
  #took = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  init() {
    process.env.NODE_ENV = 'test'
    this.#loader = makeLoader(this.#root)
    const { fetch } = this.#loader
    fetch('fast-check').configureGlobal({ seed: SEED, endOnFailure: true })
    this.#collect = makeSuite({ bind: fetch('jest-each').bind, expect: fetch('expect').expect })
    const kept = path.join(this.#root, TIMES)
    if (existsSync(kept)) this.#took = new Map(JSON.parse(readFileSync(kept, 'utf8')))
  }

  #testsIn(file) {
    return this.#collect(() => this.#loader.load(file)).map(test => ({
      ...test,
      id: `${file}: ${test.title}`,
    }))
  }

  async #outcome(test) {
    const start = process.cpuUsage()
    const about = { id: test.id, name: test.id, fileName: path.join(this.#root, test.id.split(': ')[0]) }
    try {
      await runTest(test)
      return { ...about, timeSpentMs: sinceStart(start), status: SUCCESS }
    } catch (error) {
      return {
        ...about,
        timeSpentMs: sinceStart(start),
        status: FAILED,
        failureMessage: String(error?.message ?? error),
      }
    }
  }

  async dryRun() {
    const stryker = namespace()
    const tests = []
    for (const file of testFiles(this.#root)) {
      this.#loader.forget()
      stryker.currentTestId = undefined
      for (const test of this.#testsIn(file)) {
        stryker.currentTestId = test.id
        tests.push(await this.#outcome(test))
      }
    }
    stryker.currentTestId = undefined
    this.#took = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))
    writeFileSync(path.join(this.#root, TIMES), JSON.stringify([...this.#took]))
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage }
  }

  /** The tests that are asked, the quickest first, by file. */
  #order(testFilter) {
    let spent = 0
    const took = id => this.#took.get(id) ?? 0
    const asked = [...(testFilter ?? this.#took.keys())]
      .sort((one, other) => took(one) - took(other))
      .filter(id => {
        const fits = spent < BUDGET
        spent += took(id)
        return fits
      })
    return groupByFile(asked)
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const stryker = namespace()
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined })
    let nrOfTests = 0
    try {
      for (const [file, ids] of this.#order(testFilter)) {
        this.#loader.forget()
        const tests = new Map(this.#testsIn(file).map(test => [test.id, test]))
        for (const id of ids) {
          nrOfTests += 1
          const { status, failureMessage } = await this.#outcome(tests.get(id))
          if (hitLimit && stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit' }
          if (status === FAILED) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests }
        }
      }
      return { status: 'survived', nrOfTests }
    } catch (error) {
      return { status: 'error', errorMessage: String(error?.stack ?? error) }
    } finally {
      Object.assign(stryker, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined })
    }
  }
}

function groupByFile(ids) {
  const files = new Map()
  for (const id of ids) {
    const file = id.split(': ')[0]
    files.set(file, [...(files.get(file) ?? []), id])
  }
  return files
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'direct', injectableClass: Runner }]
