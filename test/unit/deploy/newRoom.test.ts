import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { LONG } from '../../support/figures'

const root = path.resolve(__dirname, '../../..')
const copy = mkdtempSync(path.join(tmpdir(), 'mingbai-room-'))
const rooms = ['server/people/birthdays', 'server/oversight/complaints']
const BOOKKEEPING = ['tsconfig.json', '.dependency-cruiser.cjs', '.prettierrc.json', 'package.json']

/** Type errors in the files of the rooms; the files that they import are checked by `npm run types`. */
function typeErrors(rooms: readonly string[]): string[] {
  const { config } = ts.readConfigFile(path.join(copy, 'tsconfig.json'), ts.sys.readFile) as {
    config: object
  }
  const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: rooms }, ts.sys, copy)
  const program = ts.createProgram(fileNames, options)
  return fileNames
    .flatMap(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

beforeAll(() => {
  for (const part of ['server', 'shared', 'config', ...BOOKKEEPING]) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Runs the generator in the copy. */
function generate(...args: string[]) {
  const script = path.join(copy, 'config/setup/newRoom.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: copy, encoding: 'utf8' })
  return { status, stderr }
}

/** Runs a tool in the copy; gives what it says when it finds faults, else an empty text. */
function check(tool: string, ...args: string[]): string {
  const program = path.join(root, 'node_modules/.bin', tool)
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}`
}

const read = (file: string) => readFileSync(path.join(copy, file), 'utf8')

test('the skeletons of a room and of the first room of a wing pass boundaries and format', () => {
  expect(generate('people/birthdays', '生日')).toEqual({ status: 0, stderr: '' })
  expect(generate('oversight/complaints', '投诉')).toEqual({ status: 0, stderr: '' })

  const entries = ['commands', 'events.ts', 'feature.ts', 'index.ts', 'models', 'policy.ts', 'presenters']
  expect(readdirSync(path.join(copy, 'server/people/birthdays')).sort()).toEqual([
    ...entries,
    'queries',
    'routes',
  ])
  expect(JSON.parse(read('config/rooms.json'))).toMatchObject({
    'people/birthdays': ['people/orgs'],
    'oversight/complaints': ['people/orgs'],
    'people/audit': ['people/orgs'],
  })
  const joined = ['server/compose.ts', 'server/policies.ts', 'shared/contract', 'shared/texts/actions.ts']
  expect(check('depcruise', ...rooms, '--config', '.dependency-cruiser.cjs', '--preserve-symlinks')).toBe('')
  expect(check('prettier', '--check', ...rooms, ...joined, 'config/rooms.json')).toBe('')
}, 240_000)

/** Both read the whole program again, which takes a minute. */
const inLongRuns = LONG ? test : test.skip

inLongRuns(
  'the skeletons pass types and lint',
  () => {
    expect(typeErrors(rooms)).toEqual([])
    expect(check('eslint', '-c', 'config/eslint.config.mjs', ...rooms)).toBe('')
  },
  240_000,
)

test('the route of the skeleton is mounted and its action is in the closed list', () => {
  const script = path.join(copy, 'mounted.ts')
  writeFileSync(
    script,
    `import { ROUTES } from './server/compose'
    import { POLICIES } from './server/policies'
    const mine = ROUTES.filter(({ path }) => path.includes('birthdays'))
    console.log(JSON.stringify([mine.map(route => [route.method, route.path, route.tag]), 'birthdays.change' in POLICIES]))
    process.exit(0)`,
  )
  const tsx = path.join(root, 'node_modules/.bin/tsx')
  expect(JSON.parse(execFileSync(tsx, [script], { cwd: copy, encoding: 'utf8' }))).toEqual([
    [
      ['get', '/orgs/:code/birthdays', '生日'],
      ['post', '/orgs/:code/birthdays/change', '生日'],
    ],
    true,
  ])
}, 60_000)

test.each([
  [[], '用法'],
  [['people'], '用法'],
  [['people/Two-words'], '用法'],
  [['garden/roses'], '没有“garden”这个区'],
  [['people/orgs'], 'server/people/orgs 已经有了'],
])('refuses %j and writes nothing', (args, sentence) => {
  const before = read('config/rooms.json')
  const { status, stderr } = generate(...args)
  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(sentence)])
  expect(read('config/rooms.json')).toBe(before)
})
