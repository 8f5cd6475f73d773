import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readReport, versions } from '../bench/report'

const CACHE = path.resolve(__dirname, '../../../.cache')
const ENGINE = /^数据库 (\S+)$/m
const COMMAND = /^命令 (.+)$/m
const FIGURE = /^(未达标 |没有查成 )?([DPRW]\d+)\b[ :：]*(.*)$/

/** A line that a test or a bench has printed. */
export interface Figure {
  id: string
  text: string
  /** 未达标, or 没有查成 where it could not be asked here; empty when all is well. */
  verdict: string
}

/** One run of a command, its last. */
export interface Run {
  command: string
  /** When it ended. */
  at: Date
  /** Of Node and the database. */
  versions: string
  figures: Figure[]
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.txt'))
        .sort()
        .map(name => path.join(folder, name))
    : []

function figuresIn(text: string): Figure[] {
  return text.split('\n').flatMap(line => {
    const [, verdict, id, told] = FIGURE.exec(line) ?? []
    return id && told ? [{ id, text: told, verdict: verdict?.trim() ?? '' }] : []
  })
}

/** A run of tests: the whole, or some files at their full measure. */
function testRun(file: string): Run {
  const text = readFileSync(file, 'utf8')
  return {
    command: COMMAND.exec(text)?.[1] ?? 'npm test',
    at: statSync(file).mtime,
    versions: versions(ENGINE.exec(text)?.[1] ?? '没有用到'),
    figures: figuresIn(text),
  }
}

function benchRun(file: string): Run {
  const { name } = path.parse(file)
  return {
    command: `npm run bench ${name}`,
    at: statSync(file).mtime,
    versions: readReport(name)?.versions ?? `Node ${process.version}`,
    figures: figuresIn(readFileSync(file, 'utf8')),
  }
}

/** Everything that was measured on this machine: each command's last run. */
export const readRuns = (): Run[] => [
  ...filesIn(path.join(CACHE, 'test')).map(testRun),
  ...filesIn(path.join(CACHE, 'bench')).map(benchRun),
]
