/**
 * How long the independent verifier takes for a ledger: per entry at 10⁴ and at 10⁶ entries, and against a plain SHA-256
 * over the same bytes in the same run. Top bar of R9: 10⁶ entries of the public export in less than 10 seconds. Seconds are
 * those of the processor, of which the verifier uses one: on a quiet machine they are the clock's.
 */
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { verifyLedger } from '../../server/cli/verifier/verifyLedger'
import { type Measured, keepReport } from '../support/bench/report'
import { writeLedger } from '../support/ledger/bigLedger'

const [SMALL, LARGE, OPENED] = [10_000, 1_000_000, 20_000]
const BAR_SECONDS = 10

/** Processor seconds of this process so far. */
const seconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function plainHash(file: string): Promise<number> {
  const start = seconds()
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  hash.digest()
  return seconds() - start
}

function verify(file: string, entries: number): number {
  const start = seconds()
  const verdict = verifyLedger(file)
  const used = seconds() - start
  if (!verdict.ok || verdict.entries !== entries) throw new Error(JSON.stringify(verdict))
  return used
}

async function measure(folder: string, entries: number, openings: boolean) {
  const file = path.join(folder, `${entries}.jsonl`)
  writeLedger(file, entries, openings)
  const used = Math.min(verify(file, entries), verify(file, entries))
  const hashed = await plainHash(file)
  const megabytes = statSync(file).size / 1e6
  rmSync(file)
  const kind = openings ? '带内容导出' : '公开导出'
  const each = (used / entries) * 1e6
  const row: Measured = {
    id: 'R9',
    what: `${kind} ${entries} 条（${megabytes.toFixed(0)} MB），验证`,
    value: `${used.toFixed(2)} 秒，每条 ${each.toFixed(1)} 微秒，是同样字节单纯 SHA-256 的 ${(used / hashed).toFixed(1)} 倍`,
    bar: entries === LARGE ? `要求 < ${BAR_SECONDS} 秒` : '报数',
    met: entries === LARGE ? used < BAR_SECONDS : null,
  }
  return { each, row }
}

async function bench(folder: string): Promise<void> {
  const small = await measure(folder, SMALL, false)
  const large = await measure(folder, LARGE, false)
  const opened = await measure(folder, OPENED, true)
  const peak = process.resourceUsage().maxRSS / 1024
  const growth: Measured = {
    id: 'R9',
    what: '每条用时之比 10⁶ : 10⁴',
    value: `${(large.each / small.each).toFixed(2)}，内存峰值 ${peak.toFixed(0)} MB`,
    bar: '报数',
    met: null,
  }
  keepReport({
    bench: 'ledgerVerify',
    command: 'npm run bench ledgerVerify',
    versions: `Node ${process.version}`,
    rows: [small.row, large.row, opened.row, growth],
    table: [],
  })
}

const place = mkdtempSync(path.join(tmpdir(), 'mingbai-bench-'))
void bench(place).finally(() => rmSync(place, { recursive: true, force: true }))
