import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { reportFigure } from '../figures'

/** One measured value with its bar; `met` is null where there is no bar to meet. */
export interface Measured {
  /** P1, W3 … */
  id: string
  what: string
  value: string
  bar: string
  met: boolean | null
}

/** What a bench leaves behind for the documents. */
export interface Report {
  bench: string
  command: string
  at: string
  machine: string
  versions: string
  rows: Measured[]
  /** Table of the rounds, as text. */
  table: string[]
  /** Line chart of p50 by size, where the bench has one. */
  chart?: { title: string; sizes: number[]; lines: { name: string; values: number[] }[] }
}

const FOLDER = path.resolve(__dirname, '../../../.cache/bench')

export const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** `12,345（11,900–12,800）`: the median and what the rounds lay between. */
export const spread = (all: readonly number[], digits = 0): string => {
  const text = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits }) // prettier-ignore
  return `${text(median(all))}（${text(Math.min(...all))}–${text(Math.max(...all))}）`
}

export const machine = (): string => {
  const [cpu] = cpus()
  return `${cpus().length} 核 ${cpu?.model.trim() || '处理器'}，${(totalmem() / 2 ** 30).toFixed(0)} GB 内存`
}

export const versions = (engine: string): string => `Node ${process.version}，数据库 ${engine}`

/** Prints the figures, and keeps them as JSON; fails when a bar that is judged was missed. */
export function keepReport(report: Omit<Report, 'at' | 'machine'>): void {
  const whole: Report = { ...report, at: new Date().toISOString(), machine: machine() }
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(path.join(FOLDER, `${report.bench}.json`), `${JSON.stringify(whole, null, 2)}\n`)
  for (const line of report.table) reportFigure(line)
  for (const { id, what, value, bar, met } of report.rows) {
    reportFigure(`${met === false ? '未达标 ' : ''}${id} ${what}：${value}（${bar}）`)
  }
  if (report.rows.some(({ met }) => met === false)) process.exitCode = 1
}

export function readReport(bench: string): Report | null {
  try {
    return JSON.parse(readFileSync(path.join(FOLDER, `${bench}.json`), 'utf8')) as Report
  } catch {
    return null
  }
}
