/**
 * How well catalogues are read, layout by layout: cells, right, inherited, uncertain, wrong without a mark. Bar: in every
 * layout ≥ 97 % of the cells right and none wrong without a mark. `VERBOSE=1` prints each wrong cell.
 * P12: what a workbook of 5,000 items costs, read in a process of its own: < 5 s of the processor, < 300 MB at the peak.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ImportCost } from '../support/catalogue/importCost'
import { type Layout, LAYOUTS, scoreOf } from '../support/catalogue/layouts'
import { largeBook } from '../support/catalogue/layouts/large'
import { keepReport } from '../support/bench/report'
import { reportFigure } from '../support/figures'

const RIGHT_BAR = 0.97
const [ROWS, SECONDS_BAR, MEGABYTES_BAR] = [5_000, 5, 300]
const CHILD = path.join(__dirname, '../support/catalogue/importCost.ts')

const line = (name: string, columns: readonly (string | number)[]): string =>
  `${columns.map(text => String(text).padStart(7)).join('')}  ${name}`

async function measure(layout: Layout): Promise<boolean> {
  const { cells, right, inherited, flagged, silent, wrong } = await scoreOf(layout)
  const share = `${((100 * right) / cells).toFixed(1)}%`
  const met = right / cells >= RIGHT_BAR && silent.length === 0
  reportFigure(
    line(`${met ? '' : '未达标 '}${layout.name}`, [cells, share, inherited, flagged, silent.length]),
  )
  for (const fault of silent) reportFigure(`        无标记的错：${fault}`)
  if (process.env.VERBOSE === '1') for (const fault of wrong) reportFigure(`        已标存疑：${fault}`)
  return met
}

async function readLayouts(): Promise<boolean> {
  reportFigure('   格数   正确   继承   存疑 无标记错  版式')
  let missed = 0
  for (const layout of LAYOUTS) if (!(await measure(layout))) missed++
  reportFigure(`${LAYOUTS.length} 种版式，${missed} 种未达标（每种正确 ≥ 97%，无标记的错为 0）`)
  return missed === 0
}

const costOf = (file: string): ImportCost =>
  JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, CHILD, file], { encoding: 'utf8' }),
  ) as ImportCost

/** Two sizes in turn, each in a fresh process; the smaller one shows what a row costs more when there are many. */
async function readLarge(folder: string): Promise<void> {
  const [small, large] = [path.join(folder, 'small.xlsx'), path.join(folder, 'large.xlsx')]
  writeFileSync(small, await largeBook(ROWS / 10))
  writeFileSync(large, await largeBook(ROWS))
  const rounds = [1, 2, 3].map(() => ({ small: costOf(small), large: costOf(large) }))
  const [least] = rounds.map(round => round.large).sort((a, b) => a.seconds - b.seconds)
  const [leastSmall] = rounds.map(round => round.small).sort((a, b) => a.seconds - b.seconds)
  if (!least || !leastSmall || least.rows !== ROWS) {
    throw new Error(`P12: ${least?.rows} of ${ROWS} rows were read`)
  }
  const peak = Math.max(...rounds.map(round => round.large.peakMegabytes))
  const row = least.seconds / leastSmall.seconds / 10
  keepReport({
    bench: 'import',
    command: 'npm run bench import',
    versions: `Node ${process.version}`,
    rows: [
      {
        id: 'P12',
        what: `xlsx ${ROWS} 行`,
        value:
          `${least.seconds.toFixed(2)} 秒（处理器），内存峰值 ${peak.toFixed(0)} MB，` +
          `是单纯解压的 ${(least.seconds / least.plainSeconds).toFixed(0)} 倍，每行用时之比 ${ROWS} : ${ROWS / 10} = ${row.toFixed(2)}`,
        bar: `要求 < ${SECONDS_BAR} 秒，< ${MEGABYTES_BAR} MB`,
        met: least.seconds < SECONDS_BAR && peak < MEGABYTES_BAR,
      },
    ],
    table: [],
  })
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-import-'))
  try {
    const read = await readLayouts()
    await readLarge(folder)
    if (!read) throw new Error('layouts miss the bar')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

void bench()
