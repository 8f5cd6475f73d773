import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMANDS } from '../../../server/cli/commandTable'
import { runCli } from '../../../server/cli/runCli'

/** A folder for input files and what the command line prints, for a whole test file. */
export interface CapturedCli {
  /** Writes an input file and answers its path. */
  file(name: string, content: string): string
  /** Runs a command: its exit code and each line of stdout as JSON. */
  call(...args: string[]): Promise<{ code: number; answers: unknown[] }>
}

/** Commands run inside the test's process; what they print is kept for each test and shown to nobody. */
export function captureCli(): CapturedCli {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-cli-'))
  let printed: string[] = []
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeEach(() => {
    printed = []
    jest.spyOn(process.stdout, 'write').mockImplementation(text => {
      printed.push(String(text))
      return true
    })
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => jest.restoreAllMocks())
  return {
    file(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    async call(...args) {
      printed = []
      const code = await runCli(args, COMMANDS)
      const lines = printed.join('').split('\n').slice(0, -1)
      return { code, answers: lines.map(line => JSON.parse(line) as unknown) }
    },
  }
}
