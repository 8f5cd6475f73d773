/**
 * `npm test`: every check and every test, each step's failure shown in full, closing with `N passed, N failed`.
 * `npm test -- unit api` runs only the named steps, `npm test -- api test/faults/fuzz` only these files of them; with `--long`
 * (`npm run test:long`) the proofs run at their full measure.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from './buildApp.mjs'
import { bundleServer } from './bundleServer.mjs'
import { findChromium } from './chromium.mjs'
import { bin, filesBelow, inRoot, main, run, say, SetupFault, WINDOWS } from './lib.mjs'
import { checkPhoneCode } from '../phone/gate.mjs'
import { leftForLater } from '../jest/longTests.mjs'

const LONGEST_FILE = 400
const MOST_ENTRIES = 20
const MOST_FILES = 45
/** The room of a file, e.g. `server/people/orgs`; null outside of the rooms. */
const roomOf = file =>
  /^server\/(?:people|catalogues|disclosure|power|participation|reading|oversight)\/\w+(?=\/)/.exec(
    file,
  )?.[0] ?? null
const LONG = '--long'
/** Two at once even on two cores: each waits for its database or browser half of the time. */
const AT_ONCE = 2
const WORKERS = `--maxWorkers=${AT_ONCE}`
const SOURCE = /\.(ts|tsx|js|mjs|cjs|scss|css)$/
const REPORTS = inRoot('.cache', 'test')
const IS_LONG = process.argv.includes(LONG)
const WORDS = process.argv.slice(2).filter(word => word !== LONG)
/** Files or folders of tests; the other words are steps. */
const FILES = WORDS.filter(word => word.includes('/'))
const STEPS = WORDS.filter(word => !word.includes('/'))
const COMMAND = [
  IS_LONG ? 'npm run test:long' : 'npm test',
  ...(WORDS.length > 0 ? ['--', ...WORDS] : []),
].join(' ')
/** A run of a few files keeps its figures in a file of their own. */
const FIGURES = path.join(
  REPORTS,
  `figures${[IS_LONG ? LONG : '', ...FILES].join('-').replace(/\W+/g, '-')}.txt`,
)
const LOGS = path.join(REPORTS, 'servers.log')

/** What a step gives back: counts of tests, and the text to show when one failed. */
const outcome = (failed, output = '') => ({ passed: failed ? 0 : 1, failed: failed ? 1 : 0, output })

/** A script of package.json: passes or fails as one test. */
const script = name => async () => {
  const { code, output } = await run(WINDOWS ? 'npm.cmd' : 'npm', ['run', '--silent', name])
  return outcome(code !== 0, output)
}

const format = async () => {
  const { code, output } = await run(bin('prettier'), ['--check', '.'])
  return outcome(code !== 0, output)
}

/** No source file over 400 lines, generated and vendored ones apart; no folder over 20 entries, no room over 45 files. */
const sizes = async () => {
  const files = filesBelow('miniapp', 'server', 'shared', 'test', 'config').filter(file => SOURCE.test(file))
  const lines = file => readFileSync(file, 'utf8').trimEnd().split('\n').length
  const tooLong = files
    .map(file => [path.relative(inRoot(), file), lines(file)])
    .filter(([, n]) => n > LONGEST_FILE)
    .map(([file, n]) => `${file}: ${n} lines`)
  const product = files.map(file => path.relative(inRoot(), file)).filter(file => !file.startsWith('test'))
  const folders = new Map()
  for (const file of product) {
    for (let entry = file; entry !== '.'; entry = path.dirname(entry)) {
      const folder = path.dirname(entry)
      folders.set(folder, (folders.get(folder) ?? new Set()).add(entry))
    }
  }
  const tooWide = [...folders]
    .filter(([, entries]) => entries.size > MOST_ENTRIES)
    .map(([folder, entries]) => `${folder}: ${entries.size} entries`)
  const rooms = new Map()
  for (const file of product) rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), file])
  const tooFull = [...rooms]
    .filter(([room, found]) => room !== null && found.length > MOST_FILES)
    .map(([room, found]) => `${room}: ${found.length} files`)
  const faults = [...tooLong, ...tooWide, ...tooFull]
  return outcome(faults.length > 0, faults.join('\n'))
}

/** A build counts as one test. */
const build = work => async () => {
  try {
    await work()
    return outcome(false)
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error
    return outcome(true, error.message)
  }
}

/** Folders of each project of config/jest.config.js that has long test files. */
const LONG_BELOW = {
  api: ['test/api', 'test/authz', 'test/faults'],
  miniapp: ['test/miniapp'],
  e2e: ['test/e2e'],
}

/** The arguments that leave the long files of other days out, which the figures then say. */
function withoutLeft(project) {
  if (IS_LONG || FILES.length > 0 || !(project in LONG_BELOW)) return []
  const { long, left } = leftForLater(LONG_BELOW[project])
  appendFileSync(
    FIGURES,
    `${project}：抽样 sampled，长测试 ${long} 个文件今天跑 ${long - left.length} 个，三天一轮；全部：npm run test:long\n`,
  )
  return [
    '--testPathIgnorePatterns',
    '/node_modules/',
    ...left.map(file => `/${file.replaceAll('.', '\\.')}$`),
  ]
}

/** One project of config/jest.config.js; a test file that cannot be run counts as one failure, and so does an empty project. */
const jest = project => async () => {
  const report = path.join(REPORTS, `${project}.json`)
  rmSync(report, { force: true })
  const args = [
    '-c',
    inRoot('config', 'jest.config.js'),
    ...FILES,
    '--selectProjects',
    project,
    '--ci',
    WORKERS,
    ...withoutLeft(project),
  ]
  const env = {
    MINGBAI_FIGURES: FIGURES,
    MINGBAI_LOGS: LOGS,
    CHROME_PATH: findChromium() ?? '',
    NODE_ENV: 'test',
  }
  if (IS_LONG) env.LONG = '1'
  const { code, output } = await run(bin('jest'), [...args, '--json', '--outputFile', report], { env })
  if (!existsSync(report)) return outcome(true, output)
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  const hidden = failed === 0 && (code !== 0 || result.numTotalTests === 0) ? 1 : 0
  return { passed: result.numPassedTests, failed: failed + hidden, output: withoutJson(output) }
}

/** jest prints its JSON to the same place when asked for a report: one very long line. */
const withoutJson = output =>
  output
    .split('\n')
    .filter(line => !line.startsWith('{"num'))
    .join('\n')

/** What the servers of this run have logged, looked through for secrets and personal data. */
const logs = async () => {
  if (!existsSync(LOGS)) return outcome(true, '没有服务端日志可查：先运行 npm test -- api logs')
  const script = inRoot('test', 'support', 'logs', 'scan.ts')
  const { code, output } = await run(bin('tsx'), [script, LOGS], { env: { MINGBAI_FIGURES: FIGURES } })
  return outcome(code !== 0, output)
}

/** Steps of one row run two at a time, in this order; a step of tests has a row of its own and two workers. */
const ROWS = [
  {
    lint: ['代码规范', script('lint')],
    types: ['类型', script('types')],
    h5: ['网页版构建', build(() => buildApp('h5'))],
    weapp: ['小程序构建', build(() => buildApp('weapp'))],
    format: ['格式', format],
    boundaries: ['引用边界', script('boundaries')],
    exports: ['无人使用的导出', script('exports')],
    server: ['服务端打包', build(bundleServer)],
    sizes: ['文件长度', sizes],
  },
  {
    phone: ['旧手机可解析的代码', build(() => ['weapp', 'h5'].forEach(type => checkPhoneCode(type)))],
  },
  { unit: ['单元与性质测试', jest('unit')] },
  { api: ['接口、权限与故障测试', jest('api')] },
  { miniapp: ['小程序测试', jest('miniapp')] },
  { e2e: ['网页旅程', jest('e2e')] },
  { logs: ['测试日志里的秘密与个人信息', logs] },
]

async function runStep([title, work]) {
  const startedAt = Date.now()
  const result = await work()
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  say(
    `${result.failed === 0 ? '通过' : '失败'}  ${title}：${result.passed} 项通过，${result.failed} 项失败（${seconds} 秒）`,
  )
  if (result.failed > 0) process.stdout.write(`${result.output.trim()}\n\n`)
  return result
}

/** Runs the steps, so many at a time. */
async function runRow(steps) {
  const waiting = [...steps]
  const results = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return results
}

function timeSince(startedAt) {
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  return `全部用时 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`
}

await main(async () => {
  const startedAt = Date.now()
  mkdirSync(REPORTS, { recursive: true })
  rmSync(LOGS, { force: true })
  writeFileSync(FIGURES, `命令 ${COMMAND}\n`)
  const total = { passed: 0, failed: 0 }
  for (const row of ROWS) {
    const steps = Object.entries(row).filter(([name]) => STEPS.length === 0 || STEPS.includes(name))
    for (const { passed, failed } of await runRow(steps.map(([, step]) => step))) {
      total.passed += passed
      total.failed += failed
    }
  }
  process.stdout.write(`\n${readFileSync(FIGURES, 'utf8')}`)
  process.stdout.write(`\n${timeSince(startedAt)}\n${total.passed} passed, ${total.failed} failed\n`)
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1
})
