import { createWriteStream, createReadStream } from 'node:fs'
import { rename, rm, readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { InputError } from './command'

const NOT_READABLE: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件',
  EACCES: '没有权限读取这个文件',
  EISDIR: '这是一个文件夹，不是文件',
}

const unreadable = (file: string, error: unknown): InputError => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return new InputError('unreadable', `${NOT_READABLE[code] ?? '文件读不出来'}：${file}`)
}

/**
 * Reads FILE, at most `maxBytes`.
 * @throws InputError `unreadable`, `too-large`
 */
export async function readInput(file: string, maxBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    if (size > maxBytes) {
      const limit = Math.floor(maxBytes / 1024 / 1024)
      throw new InputError('too-large', `文件太大，最多 ${limit} MB：${file}`)
    }
    return await readFile(file)
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(file, error)
  }
}

/**
 * Yields the lines of FILE (`-` is stdin) as UTF-8; `\n` or `\r\n` ends a line, optional for the last one; empty
 * lines count.
 * @throws InputError `unreadable`
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  const stream = file === '-' ? process.stdin : createReadStream(file)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let first = true
  try {
    for await (const chunk of stream) {
      rest += decoder.write(chunk as Buffer)
      if (first && rest.length > 0) {
        rest = rest.replace(/^\uFEFF/, '')
        first = false
      }
      const parts = rest.split('\n')
      rest = parts.pop() ?? ''
      for (const part of parts) yield part.replace(/\r$/, '')
    }
  } catch (error) {
    throw unreadable(file, error)
  }
  rest += decoder.end()
  if (rest !== '') yield rest.replace(/\r$/, '')
}

const write = (text: string): Promise<void> =>
  new Promise(resolve => {
    if (process.stdout.write(text)) resolve()
    else process.stdout.once('drain', resolve)
  })

/** Prints one JSON document on one line; waits for a slow reader. */
export const printJson = (value: unknown): Promise<void> => write(`${JSON.stringify(value)}\n`)

/** Prints one line for people. */
export const printLine = (line: string): Promise<void> => write(`${line}\n`)

/** Runs `--lines FILE`: one input per line, one JSON per line, in order. */
export async function printForEachLine(file: string, answer: (line: string) => unknown): Promise<void> {
  for await (const line of readLines(file)) await printJson(await answer(line))
}

/**
 * Writes a file atomically: the whole content or nothing.
 * @throws InputError `unwritable`
 */
export async function writeWhole(
  file: string,
  parts: AsyncIterable<string> | Iterable<Buffer>,
): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    await pipeline(Readable.from(parts), createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new InputError('unwritable', `文件写不进去：${file}`)
  }
}
