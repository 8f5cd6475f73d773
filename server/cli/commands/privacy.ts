import { basename } from 'node:path'
import {
  type NameModel,
  type PlacedFinding,
  scanText,
  scanWithNames,
  systemToday,
} from '@server/domain/privacy'
import { DocumentError } from '@server/documents/documentError'
import { PRIVACY_LIMITS, scanFile } from '../../documents/privacy'
import type { PictureReader } from '../../documents/privacy/context'
import { placed } from '../../documents/privacy/place'
import { openPictures } from '@server/platform/worker/ocr/pictures'
import { openNames } from '@server/platform/worker/inference/names'
import { InputError, readArguments, UsageError } from '../command'
import { printJson, readInput, readLines } from '../io'

/** Lines that are asked about together. */
const AT_ONCE = 64

/** Scans for `--lines`: each line is the raw text of one cell; `\n` in it is a line break of that cell. */
async function scanLines(file: string, names: NameModel | null): Promise<void> {
  const today = systemToday()
  let line = 0
  const scan = async (texts: readonly string[]) => {
    const found = await scanWithNames(
      known => texts.map(text => scanText(text, { escapedBreaks: true, alone: true, today, names: known })),
      names,
    )
    for (const findings of found) {
      line += 1
      const place = (start: number) => ({ line, column: start + 1 })
      await printJson({ findings: findings.map(finding => placed(finding, place(finding.start))) })
    }
  }
  let waiting: string[] = []
  for await (const text of readLines(file)) {
    waiting.push(text)
    if (waiting.length < AT_ONCE) continue
    await scan(waiting)
    waiting = []
  }
  await scan(waiting)
}

interface Models {
  names: NameModel | null
  pictures?: PictureReader
}

async function scanOne(path: string, { names, pictures }: Models): Promise<PlacedFinding[]> {
  const bytes = await readInput(path, PRIVACY_LIMITS.fileBytes)
  try {
    return await scanWithNames(
      known => scanFile({ name: basename(path), bytes, names: known, pictures }),
      names,
    )
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

async function scanFiles(paths: readonly string[], models: Models): Promise<void> {
  const refused: InputError[] = []
  for (const path of paths) {
    try {
      await printJson({ file: path, findings: await scanOne(path, models) })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      refused.push(error)
    }
  }
  if (refused.length > 0) throw oneOf(refused)
}

async function scanFilesAndPictures(paths: readonly string[], names: NameModel | null): Promise<void> {
  const pictures = openPictures()
  if ('missing' in pictures) {
    process.stderr.write(`${pictures.missing}\n`)
    return scanFiles(paths, { names })
  }
  let unread = 0
  const read: PictureReader = async bytes => {
    const page = await pictures.read(bytes)
    if (!page) unread += 1
    return page
  }
  try {
    await scanFiles(paths, { names, pictures: read })
  } finally {
    pictures.close()
    if (unread > 0) process.stderr.write(`有 ${unread} 张图片没有读出来，图片里的字请人工查看。\n`)
  }
}

/** Runs `privacy scan FILE… | --lines FILE` → one `{ file?, findings }` per line. Findings are not an error. */
export async function run(args: string[]): Promise<undefined> {
  const { values, positionals } = readArguments(args, { lines: { type: 'string' } })
  if (values.lines !== undefined && positionals.length > 0) throw new UsageError('--lines 和文件不能同时给')
  if (values.lines === undefined && positionals.length === 0) throw new UsageError('请给出要检查的文件')
  const names = await openNames()
  if ('missing' in names) process.stderr.write(`${names.missing}\n`)
  const model = 'missing' in names ? null : names.model
  try {
    if (values.lines === undefined) await scanFilesAndPictures(positionals, model)
    else await scanLines(values.lines, model)
  } finally {
    if (!('missing' in names)) await names.close()
  }
}
