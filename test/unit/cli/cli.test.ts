import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { InputError, readArguments, UsageError, type CommandSpec } from '../../../server/cli/command'
import { readLines } from '../../../server/cli/io'
import { runCli } from '../../../server/cli/runCli'

const ROOT = path.join(__dirname, '../../..')
const FIXTURES = path.join(ROOT, 'test/fixtures/catalogue')

interface Answer {
  code: number
  stdout: string
  stderr: string
}

const cli = (...args: string[]): Promise<Answer> =>
  new Promise(resolve => {
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs')
    const options = { cwd: ROOT, maxBuffer: 50_000_000 }
    execFile(process.execPath, [tsx, 'server/cli/index.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })

describe('catalogue parse', () => {
  it('prints one JSON document and nothing else', async () => {
    const { code, stdout, stderr } = await cli('catalogue', 'parse', path.join(FIXTURES, 'tabs.txt'))
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      source: {
        file: 'tabs.txt',
        kind: 'txt',
        encoding: 'utf-8',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      areas: ['社会救助'],
      rows: [{ row: 3, displayNo: '11' }, { row: 4 }],
    })
  })

  it('exits with 1 and a Chinese message on bad input', async () => {
    const { code, stdout, stderr } = await cli('catalogue', 'parse', path.join(FIXTURES, 'nothing.xlsx'))
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string; details: unknown[] } }
    expect(code).toBe(1)
    expect(error).toMatchObject({ code: 'unreadable', details: [] })
    expect(error.message).toMatch(/[\u4e00-\u9fff]/)
    expect(stderr).toContain(error.message)
  })

  it.each([
    [['catalogue', 'parse']],
    [['catalogue', 'parse', 'a', 'b']],
    [['catalogue', 'parse', 'a', '--no']],
    [['x']],
  ])('exits with 2 on wrong usage: %j', async args => {
    const { code, stdout, stderr } = await cli(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('用法')
  })
})

describe('the dispatcher', () => {
  const commands: CommandSpec[] = [
    { name: 'a b', usage: 'a b', load: () => Promise.resolve({ run: args => Promise.resolve({ args }) }) },
    {
      name: 'bad',
      usage: 'bad',
      load: () => Promise.resolve({ run: () => Promise.reject(new InputError('x', '不对')) }),
    },
    {
      name: 'lost',
      usage: 'lost',
      load: () => Promise.resolve({ run: () => Promise.reject(new Error('secret stack')) }),
    },
  ]
  let printed: string[]
  beforeEach(() => {
    printed = []
    jest.spyOn(process.stdout, 'write').mockImplementation(text => Boolean(printed.push(String(text))))
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => jest.restoreAllMocks())

  it('finds a command of several words and hands on the rest', async () => {
    expect(await runCli(['a', 'b', 'c'], commands)).toBe(0)
    expect(printed.join('')).toBe('{"args":["c"]}\n')
  })
  it('tells bad input, and an unforeseen fault without its stack', async () => {
    expect(await runCli(['bad'], commands)).toBe(1)
    expect(await runCli(['lost'], commands)).toBe(1)
    expect(printed.map(text => (JSON.parse(text) as { error: { code: string } }).error.code)).toEqual([
      'x',
      'internal',
    ])
    expect(printed.join('')).not.toContain('stack')
  })
})

it('reads options and refuses unknown ones', () => {
  expect(readArguments(['f', '--sheet', '一'], { sheet: { type: 'string' } })).toMatchObject({
    positionals: ['f'],
    values: { sheet: '一' },
  })
  expect(() => readArguments(['--other'], { sheet: { type: 'string' } })).toThrow(UsageError)
})

it('reads lines one by one: mark at the start, empty lines, no end on the last', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lines-'))
  const file = path.join(folder, 'lines.txt')
  writeFileSync(file, '\uFEFF一\r\n\n二\u2028三\n末')
  const lines: string[] = []
  for await (const line of readLines(file)) lines.push(line)
  rmSync(folder, { recursive: true })
  expect(lines).toEqual(['一', '', '二\u2028三', '末'])
})
