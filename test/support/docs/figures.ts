/**
 * `npm run docs:figures`: writes docs/performance.md, docs/reliability.md and docs/reading.md from what the last runs on this machine have reported.
 * Nothing in them is typed by hand, and no test compares them: another machine measures other numbers.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { version } from '../../../package.json'
import { machine, readReport } from '../bench/report'
import {
  type Bar,
  IMPORT_BARS,
  MEANING_BARS,
  PERFORMANCE_BARS,
  PICTURE_BARS,
  PRIVACY_BARS,
  READING_BARS,
  RELIABILITY_BARS,
  SCAN_BARS,
  WORK_BARS,
} from './bars'
import { type Figure, type Run, readRuns } from './figureLines'
import { growthChart } from './growthChart'
import { table } from './markdown'

const DOCS = path.resolve(__dirname, '../../../docs')
const CHART = 'images/growth.svg'

const day = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ')
const cell = (text: string): string => text.replaceAll('|', '\\|')

const figuresOf = (runs: readonly Run[]): Figure[] => runs.flatMap(({ figures }) => figures)

function measuredOf({ id, command }: Bar, figures: readonly Figure[]): string {
  const mine = figures.filter(figure => figure.id === id)
  if (mine.length === 0) return `这次没有跑，命令：\`${command}\``
  return mine.map(({ text, verdict }) => `${verdict && `**${verdict}** `}${cell(text)}`).join('<br>')
}

const barsTable = (bars: readonly Bar[], figures: readonly Figure[]): string =>
  table(
    ['编号', '测什么', '要求', '这次测得'],
    bars.map(bar => [bar.id, cell(bar.what), bar.bar, measuredOf(bar, figures)]),
  )

/** Which runs the numbers come from. */
const runsTable = (runs: readonly Run[]): string =>
  table(
    ['命令', '跑完于（UTC）', '版本'],
    runs.map(({ command, at, versions }) => [`\`${command}\``, day(at), versions]),
  )

const head = (title: string): string[] => [
  `# ${title}`,
  '',
  '本页由 `npm run docs:figures` 写成，数字都来自本机最近一次运行，没有一个是手写的。机器不同，数字就不同；要看的是同一次运行里的比值。',
  '',
  `机器：${machine()}；Node ${process.version}；明白栏 ${version}。`,
  '',
]

/** Table of a bench's rounds, where it was run. */
function roundsOf(bench: string, what: string): string[] {
  const report = readReport(bench)
  return report ? [`${what}：`, '', '```', ...report.table, '```', ''] : []
}

function performancePage(runs: readonly Run[]): string {
  const figures = figuresOf(runs)
  const growth = readReport('growth')
  return [
    ...head('有多快'),
    runsTable(runs),
    '',
    '## 要求与测得',
    '',
    barsTable(PERFORMANCE_BARS, figures),
    '',
    '## 各种工作',
    '',
    barsTable(WORK_BARS, figures),
    '',
    ...roundsOf('reads', '同一次运行的全部选手，轮流测，取中位数'),
    ...roundsOf('strapi', '和 Strapi 同一次运行，同样的行：一个有 80 条公示的村，共 1,000 条'),
    ...(growth?.chart ? ['## 公示多了以后', '', `![${growth.chart.title}](${CHART})`, '', '```', ...growth.table, '```', ''] : []), // prettier-ignore
    '## 没有在这里测的',
    '',
    '- 每个查询检查的键数 ≤ 页长 + 1：要真正的 MongoDB，命令：`MONGODB_URI=… npm test -- api`。',
    '- 正式环境的 MongoDB：内置数据库要取完一个村的全部候选才截取一页，“无缓存”各项主要测的是它。命令：`MONGODB_URI=mongodb://… npm run bench reads strapi`。',
    '- 多个节点的副本集、分片：要另外的机器，命令：`MONGODB_URI=mongodb://…?replicaSet=… npm run bench`。',
    '',
  ].join('\n')
}

const reliabilityPage = (runs: readonly Run[]): string =>
  [
    ...head('有多可靠'),
    runsTable(runs),
    '',
    barsTable(RELIABILITY_BARS, figuresOf(runs)),
    '',
    '`npm test` 跑其中一份，`npm run test:long` 跑全部次数。',
    '',
    '## 没有在这里测的',
    '',
    '- 多个节点的副本集：要另外的机器，命令：`MONGODB_URI=mongodb://…?replicaSet=… npm run test:long -- api`。',
    '- 依赖的漏洞：要连得上软件包登记处的漏洞查询，命令：`npm audit --omit=dev`。',
    '',
  ].join('\n')

const readingPage = (runs: readonly Run[]): string =>
  [
    ...head('读得有多准'),
    runsTable(runs),
    '',
    '## 公开时限',
    '',
    '读法：先找时间词（封闭的一张表，`server/domain/deadline/reading/shapes.ts`），再找它管的动作，其余的字不看；读不准的报未读懂，不猜。语料在 `test/fixtures/deadlines`，改读法时逐句看过，所以 D1 不是没见过的文件上的准确率。',
    '',
    barsTable(READING_BARS, figuresOf(runs)),
    '',
    '## 个人信息',
    '',
    '号码是编的，校验位都对。写法有三百多种（别的数字字形、夹杂符号、认错的字母、逐字分开），文件里的地方有一百来处，各按散列分成两半，一半在做检查时没有看过结果。',
    '',
    barsTable(PRIVACY_BARS, figuresOf(runs)),
    '',
    '### 图片里的号码',
    '',
    '页是排出来的，按一个种子转、弯、打阴影、传真、压小（`test/support/pictures`），十张里三张是横的或倒的；种子在测之前定下，没有照着它调过。',
    '',
    barsTable(PICTURE_BARS, figuresOf(runs)),
    '',
    '## 目录导入',
    '',
    '已公开的目录按另一只手的版式重新排出（`test/support/catalogue/trials`），逐格比对。文件对半分：一半在改读法时看过，一半没有；版式也留出一部分没有看。',
    '',
    barsTable(IMPORT_BARS, figuresOf(runs)),
    '',
    '### 扫描件和照片',
    '',
    '同样的目录排成页，转、弯、打阴影、传真（`test/support/pictures`）。从图片读出的每一格都留给人核对，所以“错而没有留给人看”只会是漏了或多出来的行。',
    '',
    barsTable(SCAN_BARS, figuresOf(runs)),
    '',
    '## 清单对应和按意思找',
    '',
    '各套清单和目录见 `test/fixtures/alignment/README.md`：development 取没有用来定权重的领域，south、lists、spoken 整套没有用来定权重。问法写在试之前（`test/fixtures/searchQuestions.tsv`）。没有模型时按规则，本页两种都列。',
    '',
    barsTable(MEANING_BARS, figuresOf(runs)),
    '',
  ].join('\n')

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(DOCS, file)), { recursive: true })
  writeFileSync(path.join(DOCS, file), text)
  process.stdout.write(`已写 docs/${file}\n`)
}

const runs = readRuns()
/** The runs that have reported one of these figures. */
const having = (letter: RegExp): Run[] =>
  runs.filter(({ figures }) => figures.some(({ id }) => letter.test(id)))
const chart = readReport('growth')?.chart
if (chart) write(CHART, growthChart(chart))
write('performance.md', performancePage(having(/^[PW]/)))
write('reliability.md', reliabilityPage(having(/^R/)))
write('reading.md', readingPage(having(/^D/)))
