import { z } from 'zod'
import { CheckpointMark } from '@shared/contract/disclosure/ledger'
import { SHA256 } from '@shared/contract/common'
import { CheckFailed, InputError, readArguments, UsageError } from '../command'
import { readLines } from '../io'
import { storeLedger } from '../storeLedger'
import { type Anchors, LedgerVerifier, type Verdict, verifyLedger } from '../verifier/verifyLedger'
import { verifyAudit, verifyFiles, verifyRecords } from '../verifier/verifyStore'

/** A known checkpoint, also as a line of an older export. */
const Remembered = z.union([
  CheckpointMark,
  z.object({ checkpoint: CheckpointMark }).transform(one => one.checkpoint),
])

function checkpointIn(line: string): CheckpointMark[] {
  try {
    const { success, data } = Remembered.safeParse(JSON.parse(line))
    return success ? [data] : []
  } catch {
    return []
  }
}

/**
 * Reads known checkpoints from a file: one per line, or those of an older export.
 * @throws InputError
 */
async function readCheckpoints(file: string): Promise<CheckpointMark[]> {
  const found: CheckpointMark[] = []
  for await (const line of readLines(file)) found.push(...checkpointIn(line))
  if (found.length === 0) throw new InputError('checkpoint-unreadable', `文件里没有存证点：${file}`)
  return found
}

async function anchorsOf(checkpoint?: string, key?: string): Promise<Anchors> {
  if (key !== undefined && !SHA256.safeParse(key).success) {
    throw new UsageError('--key 应为 64 位十六进制公钥')
  }
  return { ...(checkpoint && { checkpoints: await readCheckpoints(checkpoint) }), ...(key && { key }) }
}

/** Verifies a file of JSON lines, or the ledger, its attachments, its recorded rows and the audit log in a folder of `data export`. */
export function verifyPlace(place: string, anchors: Anchors = {}): Verdict {
  const lines = storeLedger(place)
  if (!lines) return verifyLedger(place, anchors)
  const verifier = new LedgerVerifier(anchors)
  for (const line of lines) verifier.line(line)
  const verdict = verifier.verdict()
  const faults = [...verdict.faults, ...verifyFiles(place), ...verifyRecords(place), ...verifyAudit(place)]
  return { ...verdict, ok: faults.length === 0, faults }
}

/** Verdict of a command: `ok` is null if nothing from elsewhere anchors the export. */
type Judged = Omit<Verdict, 'ok'> & { ok: boolean | null }

/** An export that agrees with itself alone was not compared with anything: not compared is not sound. */
function judged(verdict: Verdict, anchors: Anchors): Judged {
  const { length } = verdict.faults
  if (!verdict.ok) throw new CheckFailed(verdict, `账本核验没有通过：${length} 处不对`)
  if (anchors.checkpoints || anchors.key) return verdict
  console.error('未对照存证点：账本前后一致，但没有拿别处记下的存证点（--checkpoint）或公钥（--key）对照过')
  return { ...verdict, ok: null }
}

/**
 * Runs `ledger verify EXPORT` → `{ ok, entries, faults }`; a file of `ledger export` or a folder of `data export`.
 * @throws CheckFailed (exit 1) with the verdict
 */
export async function run(args: string[]): Promise<Judged> {
  const options = { checkpoint: { type: 'string' }, key: { type: 'string' } } as const
  const { values, positionals } = readArguments(args, options)
  const [place, ...others] = positionals
  if (!place || others.length > 0) throw new UsageError('请给出一个导出的文件或文件夹')
  const anchors = await anchorsOf(values.checkpoint, values.key)
  try {
    return judged(verifyPlace(place, anchors), anchors)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new InputError('unreadable', `文件读不出来：${place}`)
  }
}
