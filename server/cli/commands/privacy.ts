import { basename } from 'node:path'
import { scanText, systemToday, type PlacedFinding } from '@server/domain/privacy'
import { DocumentError } from '@server/documents/documentError'
import { PRIVACY_LIMITS, scanFile } from '../../documents/privacy'
import { placed } from '../../documents/privacy/place'
import { InputError, readArguments, UsageError } from '../command'
import { printJson, readInput, readLines } from '../io'

/** Scans for `--lines`: each line is the raw text of one cell; `\n` in it is a line break of that cell. */
async function scanLines(file: string): Promise<void> {
  const today = systemToday()
  let line = 0
  for await (const text of readLines(file)) {
    line += 1
    const place = (start: number) => ({ line, column: start + 1 })
    const findings = scanText(text, { escapedBreaks: true, today }).map(found =>
      placed(found, place(found.start)),
    )
    await printJson({ findings })
  }
}

async function scanOne(path: string): Promise<PlacedFinding[]> {
  const bytes = await readInput(path, PRIVACY_LIMITS.fileBytes)
  try {
    return await scanFile({ name: basename(path), bytes })
  } catch (error) {
    if (error instanceof DocumentError) {
      throw new InputError(error.code, `${error.message}：${path}`, error.details)
    }
    throw error
  }
}

/** Combines the errors of all unreadable files into one, reported after the findings in the others. */
function oneOf(refused: readonly InputError[]): InputError {
  const [first] = refused
  if (first && refused.length === 1) return first
  const details = refused.map(({ code, message }) => ({ code, message }))
  return new InputError('unreadable', `有 ${refused.length} 个文件没有检查成`, details)
}

/** Runs `privacy scan FILE… | --lines FILE` → one `{ file?, findings }` per line. Findings are not an error. */
export async function run(args: string[]): Promise<undefined> {
  const { values, positionals } = readArguments(args, { lines: { type: 'string' } })
  if (values.lines !== undefined) {
    if (positionals.length > 0) throw new UsageError('--lines 和文件不能同时给')
    await scanLines(values.lines)
    return
  }
  if (positionals.length === 0) throw new UsageError('请给出要检查的文件')
  const refused: InputError[] = []
  for (const path of positionals) {
    try {
      await printJson({ file: path, findings: await scanOne(path) })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      refused.push(error)
    }
  }
  if (refused.length > 0) throw oneOf(refused)
}
