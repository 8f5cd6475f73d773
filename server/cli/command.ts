import path from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Issue } from '@shared/contract/common'

/** Module of a command, loaded only when the command is called. */
export interface CommandModule {
  /**
   * Runs the command with the arguments after its name. A returned value is printed as one JSON document; `undefined`
   * means the command printed its own lines.
   * @throws UsageError (exit 2), InputError (exit 1)
   */
  run(args: string[]): Promise<unknown>
}

/** One entry of the command table. */
export interface CommandSpec {
  /** Name of the command, e.g. `catalogue parse`. */
  name: string
  /** One line: arguments and options. */
  usage: string
  load: () => Promise<CommandModule>
}

/** Thrown for wrong usage: exit code 2, the usage line on stderr, nothing on stdout. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Thrown for bad input: exit code 1 and `{"error":{code,message,details}}` on stdout. `message` is Chinese. */
export class InputError extends Error {
  override name = 'InputError'
  constructor(
    readonly code: string,
    message: string,
    readonly details: readonly Issue[] = [],
  ) {
    super(message)
  }
}

/**
 * Thrown when what was checked is not sound: exit code 1, the findings on stdout as usual; undefined: they are printed
 * already. `message` is Chinese.
 */
export class CheckFailed extends Error {
  override name = 'CheckFailed'
  constructor(
    readonly findings: unknown,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Parses options and positionals of a command.
 * @throws UsageError for anything unknown
 */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch {
    throw new UsageError(`参数不对：${args.join(' ')}`)
  }
}

/** Returns the single folder argument of a command as an absolute path. */
export function folderIn(args: string[]): string {
  const [folder, ...others] = readArguments(args, {}).positionals
  if (!folder || others.length > 0) throw new UsageError('请给出一个文件夹')
  return path.resolve(folder)
}
