import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSigner } from '@server/platform/signer'
import { CheckFailed, InputError, readArguments, UsageError } from '../command'
import { printLine } from '../io'
import { cosign, look, othersOf } from './round'
import { serveBook } from './serve'
import { type Cosigned, keepInBook, readBook } from './witnessBook'

const OPTIONS = {
  dir: { type: 'string' },
  every: { type: 'string' },
  port: { type: 'string' },
  compare: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const
const FOLDER = 'witness'
const LEAST_SECONDS = 10

interface Duty {
  url: string
  folder: string
  /** Addresses of other witnesses. */
  compare: readonly string[]
}

interface Report {
  ok: boolean
  size: number
  root: string
  fault: { code: string; message: string } | null
  /** Checkpoints that this witness keeps. */
  kept: number
}

/** Looks once; keeps and cosigns what is sound and new. */
async function round({ url, folder, compare }: Duty): Promise<Report> {
  const kept = readBook(folder)
  const others: Cosigned[] = []
  for (const one of compare) others.push(...(await othersOf(one)))
  const { checkpoint, fault } = await look(url, kept, others)
  const isNew = kept.at(-1)?.checkpoint.number !== checkpoint.number
  if (!fault && isNew) {
    const signer = createSigner({ ledgerKey: undefined, dataDir: folder })
    keepInBook(folder, cosign(checkpoint, signer, new Date()))
  }
  const { size, root } = checkpoint
  return { ok: fault === null, size, root, fault, kept: kept.length + Number(!fault && isNew) }
}

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= least) return number
  throw new UsageError(`--${name} 应为不小于 ${least} 的整数`)
}

const lineOf = ({ fault, size, root, kept }: Report): string =>
  fault
    ? `× ${fault.message}（${size} 条，指纹 ${root.slice(0, 16)}）`
    : `✓ ${size} 条存证，指纹 ${root.slice(0, 16)}，和以前见过的接得上；已经留下 ${kept} 个存证点`

async function keepWatching(duty: Duty, seconds: number): Promise<never> {
  for (;;) {
    try {
      await printLine(lineOf(await round(duty)))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      await printLine(`? ${error.message}`)
    }
    await sleep(seconds * 1000)
  }
}

/**
 * Runs `witness URL` 见证: fetches the newest checkpoint of a ledger, checks that the ledger only grew since the last one
 * that was kept, cosigns and keeps it. `--every` goes on looking, `--port` serves what is kept, `--compare` checks that
 * another witness was shown the same ledger.
 * @throws CheckFailed (exit 1) if the ledger shrank, was rewritten or forked
 */
export async function run(args: string[]): Promise<unknown> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const [url, ...more] = positionals
  if (!url || more.length > 0 || !URL.canParse(url)) throw new UsageError('请给出一个网址')
  const duty: Duty = { url, folder: path.resolve(values.dir ?? FOLDER), compare: values.compare ?? [] }
  const seconds = values.every === undefined ? null : wholeNumber('every', values.every, LEAST_SECONDS)
  if (values.port !== undefined) await serveBook(duty.folder, wholeNumber('port', values.port, 0))
  if (seconds !== null) return keepWatching(duty, seconds)
  const report = await round(duty)
  if (!report.ok) throw new CheckFailed(report, lineOf(report))
  if (values.json) return report
  return printLine(lineOf(report))
}
