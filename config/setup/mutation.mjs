/**
 * `npm run test:mutation -- SLICE… [--sample N] [--seed S]`: how many small faults, put into the code one by one, the unit tests find.
 * Without a slice it lists them; `all` is every one. With a sample about one in N of the functions is tried, with all of its faults;
 * the seed says which. The tester is installed into .cache/mutation from test/mutation, the scores of each slice stay there.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { hashOf, inRoot, isFresh, main, run, say, SetupFault, stamp, WINDOWS } from './lib.mjs'

const TOOL = inRoot('.cache', 'mutation')
const RECIPE = inRoot('test', 'mutation')
const FIGURES = inRoot('.cache', 'test', 'mutation.txt')
const SCORES = path.join(TOOL, 'scores.json')
const COMMAND = 'npm run test:mutation -- all'
const BAR = 80
const FOUND = new Set(['Killed', 'Timeout'])
const MISSED = new Set(['Survived', 'NoCoverage'])
const DOMAIN = 'server/domain'

/** Tests that are asked for a slice, below test/: every file of them that reaches a fault is run for it. */
const TESTS = {
  policies: ['unit/policies'],
  presenters: [
    'unit/presenters',
    ...['powers', 'pens', 'drawings'].map(name => `unit/documents/print/${name}.test.ts`),
  ],
  rules: [
    ...['domain', 'messages', 'ownLines', 'amountChanges'].map(name => `unit/domain/${name}.test.ts`),
    'unit/policies',
    'unit/participation/objections',
    'unit/disclosure/notices',
    'unit/disclosure/ledger/ledger.test.ts',
    'unit/people/messages',
    'unit/reading/channels',
    'unit/presenters',
    'unit/documents/table',
  ],
  common: ['domain', 'messages', 'yearOfPeriod', 'search'].map(name => `unit/domain/${name}.test.ts`),
  content: ['unit/shared/content', ...ofDomain('domain', 'messages', 'amountChanges'), 'unit/presenters'],
  figures: ['unit/documents/table', ...ofDomain('comparison/numerals', 'comparison/notation')],
  ledger: ['unit/disclosure/ledger'],
  presentation: [
    'unit/shared/presentation',
    ...ofDomain('publicity', 'serviceGuide'),
    'unit/presenters',
    'unit/participation/objections',
  ],
  // The labelled lines are ranked while their tests are collected: that would be done again for every fault.
  alignment: ofDomain('alignment/likeness', 'alignment/ranking', 'alignment/suggest'),
  catalogue: [
    'unit/domain/catalogue',
    'properties/catalogueLayouts.test.ts',
    'properties/catalogueExport.test.ts',
  ],
  catalogueDraft: ['unit/domain/catalogueDraft', 'unit/presenters/drafts.test.ts'],
  comparison: ['unit/domain/comparison', 'properties/comparison.test.ts'],
  deadline: ['unit/domain/deadline', 'unit/domain/obligation', 'properties/deadlineReading.test.ts'],
  power: [
    'unit/domain/power',
    'unit/presenters/cases.test.ts',
    'unit/presenters/powers.test.ts',
    'unit/policies/cases.test.ts',
    'properties/splitting.test.ts',
  ],
  obligation: [
    'unit/domain/obligation',
    'unit/presenters/obligations.test.ts',
    'unit/presenters/inspections.test.ts',
    'properties/obligation.test.ts',
  ],
  // Files of every kind, hostile texts and thousands of generated ones take too long to be asked about every fault.
  privacy: ofDomain(
    ...[
      'columns',
      'contacts',
      'digits',
      'identities',
      'masks',
      'names',
      'notice',
      'numbers',
      'openFindings',
      'tables',
      'words',
    ].map(name => `privacy/${name}`),
  ),
  search: [...ofDomain('search', 'domain'), 'unit/presenters/notices.test.ts'],
  tableImport: ['unit/documents/table', 'unit/domain/domain.test.ts'],
  villageCatalogue: [
    'unit/domain/villageCatalogue',
    'unit/domain/alignment',
    ...ofDomain('domain'),
    'unit/presenters/lists.test.ts',
  ],
}

/** Files of test/unit/domain. */
function ofDomain(...names) {
  return names.map(name => `unit/domain/${name}.test.ts`)
}

const foldersOf = place =>
  readdirSync(inRoot(place), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

const FOLDERS = foldersOf(DOMAIN)

/** Pure rules of one room that its `states.ts` and requirements do not hold. */
const RULES_OF_ROOMS = [
  'disclosure/ledger/chain',
  'participation/objections/answerDue',
  'people/accounts/roleRules',
  'people/messages/digestMessage',
  'platform/wechat/textPieces',
  'reading/channels/plan',
  'reading/site/ownLines',
]

/** The slices by name: patterns of files. */
const SLICES = {
  policies: [
    'server/*/*/policy.ts',
    'server/people/orgs/orgTarget.ts',
    ...['actor', 'authorize', 'policies'].map(name => `server/platform/access/${name}.ts`),
  ],
  presenters: ['server/*/*/presenters/**/*.ts'],
  rules: [
    `${DOMAIN}/*.ts`,
    'server/*/*/states.ts',
    'server/*/*/requirements/**/*.ts',
    ...RULES_OF_ROOMS.map(name => `server/${name}.ts`),
  ],
  ...Object.fromEntries(FOLDERS.map(name => [name, [`${DOMAIN}/${name}/**/*.ts`]])),
  common: ['shared/common/*.ts'],
  content: ['shared/content/**/*.ts'],
  figures: ['shared/figures/*.ts'],
  ledger: ['shared/ledger/*.ts'],
  presentation: ['shared/presentation/**/*.ts'],
}
// What both ends say of a case belongs to the engine of cases.
SLICES.power.push('shared/power/*.ts')

/** What R16 names, by their slices. */
const TARGETS = {
  [DOMAIN]: ['rules', ...FOLDERS],
  shared: ['common', 'content', 'figures', 'ledger', 'presentation'],
  policies: ['policies'],
  presenters: ['presenters'],
}

const testsOf = slice => TESTS[slice].map(place => `test/${place}`)

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

function writeOrder(slice, patterns, { every }) {
  const plugin = name => path.join(RECIPE, `${name}.mjs`)
  const order = {
    mutate: patterns,
    plugins: [plugin('runner'), plugin('sample')],
    testRunner: 'direct',
    ignorers: every > 1 ? ['sample'] : [],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
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

/** Counts of a slice's report, and the places of the missed faults. */
function resultOf(slice) {
  const { files } = JSON.parse(readFileSync(fileOf(slice, 'report.json'), 'utf8'))
  const mutants = Object.entries(files).flatMap(([file, { mutants: all }]) => all.map(one => [file, one]))
  const found = mutants.filter(([, { status }]) => FOUND.has(status)).length
  const missed = mutants.filter(([, { status }]) => MISSED.has(status))
  writeFileSync(fileOf(slice, 'missed.txt'), missed.map(([file, one]) => `${place(file, one)}\n`).join(''))
  return { found, all: found + missed.length }
}

const percent = ({ found, all }) => (100 * found) / Math.max(1, all)
const modeOf = ({ every, seed }) => (every > 1 ? `抽样：每 ${every} 个函数约取 1 个，种子 ${seed}` : '全部')

function lineOf(title, mode, score) {
  const percentage = percent(score)
  const low = percentage < BAR ? '未达标 ' : ''
  return `${low}R16 变异测试 ${title}（${mode}）：${score.all} 个变异，发现 ${score.found} 个，得分 ${percentage.toFixed(1)} %（要求 ≥ ${BAR} %）`
}

const sumOf = scores =>
  scores.reduce((sum, { found, all }) => ({ found: sum.found + found, all: sum.all + all }), {
    found: 0,
    all: 0,
  })

/** The slices of one way of measuring, and a sum for each target of which all slices were measured that way. */
function linesOf(mode, scores) {
  const sums = Object.entries(TARGETS).flatMap(([target, names]) =>
    names.every(name => name in scores)
      ? [lineOf(`合计 ${target}`, mode, sumOf(names.map(name => scores[name])))]
      : [],
  )
  const single = Object.keys(scores).sort()
  return [...sums, ...single.map(name => lineOf(name, mode, scores[name]))]
}

/** The newest score of each slice and way of measuring, as figures. */
function keepScore(slice, mode, score) {
  const known = existsSync(SCORES) ? JSON.parse(readFileSync(SCORES, 'utf8')) : {}
  const scores = { ...known, [mode]: { ...known[mode], [slice]: score } }
  writeFileSync(SCORES, JSON.stringify(scores, null, 2))
  mkdirSync(path.dirname(FIGURES), { recursive: true })
  const lines = Object.entries(scores).flatMap(([name, of]) => linesOf(name, of))
  writeFileSync(FIGURES, `${[`命令 ${COMMAND}`, ...lines].join('\n')}\n`)
}

async function test(slice, patterns, choice) {
  rmSync(fileOf(slice, 'report.json'), { force: true })
  const program = path.join(TOOL, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const { code, output } = await run(
    process.execPath,
    [program, 'run', writeOrder(slice, patterns, choice)],
    {
      show: process.env.MUTATION_SHOW === '1',
      env: {
        MUTATION_TESTS: testsOf(slice).join(),
        MUTATION_SAMPLE: String(choice.every),
        MUTATION_SEED: choice.seed,
      },
    },
  )
  if (!existsSync(fileOf(slice, 'report.json'))) {
    throw new SetupFault(`变异测试 ${slice} 没有跑完（${code}）：\n${output.trim().slice(-3000)}`)
  }
  const score = resultOf(slice)
  keepScore(slice, modeOf(choice), score)
  say(lineOf(slice, modeOf(choice), score))
  return percent(score) >= BAR
}

function readWords() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
  })
  const every = Number(values.sample)
  if (!Number.isInteger(every) || every < 1)
    throw new SetupFault('--sample 后面要写一个正整数，如 --sample 10')
  const names = positionals.includes('all') ? Object.keys(SLICES) : positionals
  if (names.length === 0 || names.some(name => !(name in SLICES))) {
    throw new SetupFault(`请选要测的部分（或 all）：${Object.keys(SLICES).join('、')}`)
  }
  return { names, choice: { every, seed: values.seed } }
}

await main(async () => {
  const { names, choice } = readWords()
  await install()
  const low = []
  for (const name of names) if (!(await test(name, SLICES[name], choice))) low.push(name)
  if (low.length > 0)
    throw new SetupFault(`得分低于 ${BAR} %：${low.join('、')}；没发现的在 .cache/mutation/*.missed.txt`)
})
