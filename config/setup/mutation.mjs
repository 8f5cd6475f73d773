/**
 * `npm run test:mutation -- SLICE…`: how many small faults, put into the code one by one, the unit tests find. Without a slice it
 * lists them; `all` runs every one, which takes hours. The tester is installed into .cache/mutation from test/mutation; what a slice
 * has shown stays there, so that a run after a change tries only what the change touches.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf, inRoot, isFresh, main, run, say, SetupFault, stamp, WINDOWS } from './lib.mjs'

const TOOL = inRoot('.cache', 'mutation')
const RECIPE = inRoot('test', 'mutation')
const FIGURES = inRoot('.cache', 'test', 'mutation.txt')
const COMMAND = '命令 npm run test:mutation -- all'
const BAR = 80
const FOUND = new Set(['Killed', 'Timeout'])
const MISSED = new Set(['Survived', 'NoCoverage'])
const DOMAIN = 'shared/domain'

/** Folders of test/unit whose tests are asked, where their name is not the slice's: every file of them is loaded for each fault. */
const TESTS = {
  // docs/permissions.md is the table of who may do what, and its test asks every policy.
  policies: ['policies', 'docs'],
  rules: ['domain', 'policies', 'objection', 'presentation'],
  presenters: ['presentation', 'tables', 'print'],
  catalogueDraft: ['catalogue'],
  publicity: ['presentation', 'domain'],
  search: ['domain'],
  tableImport: ['tables'],
  villageList: ['domain', 'alignment'],
}

/** The slices by name, each what one run of minutes takes: a folder of the domain, or one of the two of the server. */
function slices() {
  const folders = readdirSync(inRoot(DOMAIN), { withFileTypes: true }).filter(entry => entry.isDirectory())
  return {
    policies: 'server/policies/**/*.ts',
    presenters: 'server/presenters/**/*.ts',
    rules: `${DOMAIN}/*.ts`,
    ...Object.fromEntries(folders.map(({ name }) => [name, `${DOMAIN}/${name}/**/*.ts`])),
  }
}

const testsOf = slice => TESTS[slice] ?? [slice]

async function install() {
  const files = ['package.json', 'package-lock.json', '.npmrc'].map(name => path.join(RECIPE, name))
  const hash = hashOf(files, process.version)
  if (isFresh('mutation', hash, path.join(TOOL, 'node_modules'))) return
  say('安装变异测试工具……')
  mkdirSync(TOOL, { recursive: true })
  for (const file of files) cpSync(file, path.join(TOOL, path.basename(file)))
  const { code, output } = await run(WINDOWS ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'], { cwd: TOOL })
  if (code !== 0) throw new SetupFault(`变异测试工具安装失败：\n${output.trim().slice(-2000)}`)
  stamp('mutation', hash)
}

const fileOf = (slice, ending) => path.join(TOOL, `${slice}.${ending}`)

function writeOrder(slice, pattern) {
  const tool = name => path.join(TOOL, 'node_modules', '@stryker-mutator', name)
  const order = {
    mutate: [pattern],
    plugins: [path.join(tool('jest-runner'), 'dist', 'src', 'index.js')],
    testRunner: 'jest',
    jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    incremental: true,
    incrementalFile: path.relative(inRoot(), fileOf(slice, 'known.json')),
    jsonReporter: { fileName: path.relative(inRoot(), fileOf(slice, 'report.json')) },
    reporters: ['json', 'progress-append-only'],
    concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
    timeoutMS: 15_000,
    tempDirName: path.join('.cache', 'mutation', 'sandbox'),
    ignorePatterns: [
      '.data',
      '.engine',
      '.cache',
      'dist',
      'docs/images',
      'test/e2e',
      'test/api',
      'test/bench',
    ],
    disableTypeChecks: false,
    allowConsoleColors: false,
  }
  const file = fileOf(slice, 'order.json')
  writeFileSync(file, JSON.stringify(order, null, 2))
  return file
}

const place = (file, { location, mutatorName, replacement, status }) =>
  `${file}:${location.start.line}:${location.start.column} ${mutatorName} ${status} → ${(replacement ?? '').replaceAll('\n', ' ').slice(0, 120)}`

/** Counts of a slice's report, and where what was missed stands. */
function resultOf(slice) {
  const { files } = JSON.parse(readFileSync(fileOf(slice, 'report.json'), 'utf8'))
  const mutants = Object.entries(files).flatMap(([file, { mutants: all }]) => all.map(one => [file, one]))
  const found = mutants.filter(([, { status }]) => FOUND.has(status)).length
  const missed = mutants.filter(([, { status }]) => MISSED.has(status))
  writeFileSync(fileOf(slice, 'missed.txt'), missed.map(([file, one]) => `${place(file, one)}\n`).join(''))
  return { found, all: found + missed.length }
}

/** One figure line for each slice, the newest of each, in one order. */
function keepFigure(slice, { found, all }) {
  const lines = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8').split('\n').filter(Boolean) : []
  const head = `R16 变异测试 ${slice}：`
  const score = (100 * found) / Math.max(1, all)
  const line = `${score < BAR ? '未达标 ' : ''}${head}${all} 个变异，发现 ${found} 个，得分 ${score.toFixed(1)} %（要求 ≥ ${BAR} %）`
  const others = lines.filter(known => known !== COMMAND && !known.includes(head))
  mkdirSync(path.dirname(FIGURES), { recursive: true })
  writeFileSync(FIGURES, `${[COMMAND, ...[...others, line].sort()].join('\n')}\n`)
  say(line)
  return score >= BAR
}

async function test(slice, pattern) {
  say(`变异测试 ${slice}：${pattern}`)
  rmSync(fileOf(slice, 'report.json'), { force: true })
  const program = path.join(TOOL, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const { code, output } = await run(process.execPath, [program, 'run', writeOrder(slice, pattern)], {
    show: process.env.MUTATION_SHOW === '1',
    env: { MUTATION_TESTS: testsOf(slice).join() },
  })
  if (!existsSync(fileOf(slice, 'report.json'))) {
    throw new SetupFault(`变异测试 ${slice} 没有跑完（${code}）：\n${output.trim().slice(-3000)}`)
  }
  return keepFigure(slice, resultOf(slice))
}

await main(async () => {
  const known = slices()
  const words = process.argv.slice(2)
  const wanted = words.includes('all') ? Object.keys(known) : words
  const unknown = wanted.filter(name => !(name in known))
  if (wanted.length === 0 || unknown.length > 0) {
    throw new SetupFault(`请选要测的部分（或 all）：${Object.keys(known).join('、')}`)
  }
  await install()
  const low = []
  for (const name of wanted) if (!(await test(name, known[name]))) low.push(name)
  if (low.length > 0)
    throw new SetupFault(`得分低于 ${BAR} %：${low.join('、')}；没发现的在 .cache/mutation/*.missed.txt`)
})
