import type { ErrorBody } from '@shared/contract/common'
import { AppError } from '@server/platform/errors'
import { CheckFailed, type CommandSpec, InputError, UsageError } from './command'
import { printJson } from './io'

const DONE = 0
const BAD_INPUT = 1
const WRONG_USAGE = 2

const usageOf = (commands: readonly CommandSpec[]): string =>
  ['用法：npm run -s cli -- <命令>', ...commands.map(({ usage }) => `  ${usage}`)].join('\n')

const commandOf = (argv: readonly string[], commands: readonly CommandSpec[]): CommandSpec | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, index) => argv[index] === word))

async function reportBadInput(error: Pick<InputError, 'code' | 'message' | 'details'>): Promise<number> {
  const body: ErrorBody = { error: { code: error.code, message: error.message, details: [...error.details] } }
  await printJson(body)
  console.error(error.message)
  return BAD_INPUT
}

async function reportFailure(error: unknown, spec: CommandSpec): Promise<number> {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n用法：${spec.usage}`)
    return WRONG_USAGE
  }
  if (error instanceof CheckFailed) {
    if (error.findings !== undefined) await printJson(error.findings)
    console.error(error.message)
    return BAD_INPUT
  }
  if (error instanceof InputError || error instanceof AppError) return reportBadInput(error)
  console.error(error instanceof Error ? error.message : String(error))
  return reportBadInput(new InputError('internal', '程序内部出错，没有完成'))
}

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 bad input or a failed check, 2 wrong usage
 */
export async function runCli(argv: readonly string[], commands: readonly CommandSpec[]): Promise<number> {
  const spec = commandOf(argv, commands)
  if (!spec) {
    console.error(usageOf(commands))
    return WRONG_USAGE
  }
  try {
    const { run } = await spec.load()
    const value = await run(argv.slice(spec.name.split(' ').length))
    if (value !== undefined) await printJson(value)
    return DONE
  } catch (error) {
    return reportFailure(error, spec)
  }
}
