import { chinaDate } from '@shared/common/period'
import { createClock } from '@server/platform/clock'
import { type Config, loadConfig } from '@server/platform/config'
import { readArguments, UsageError } from '../command'
import { type Finding, SIGNS } from './finding'
import { checkDisk, checkNode } from './machine'
import { checkAddress, checkWechat } from './outside'
import { checkStore } from './store'
import { printLine } from '../io'
import { withStore } from '../withStore'

const OPTIONS = { json: { type: 'boolean' } } as const

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function configured(): { config: Config | null; finding: Finding } {
  try {
    const config = loadConfig()
    return { config, finding: { part: 'config', health: 'ok', words: `配置没有问题（${config.nodeEnv}）` } }
  } catch (error) {
    const words = reasonOf(error)
    return { config: null, finding: { part: 'config', health: 'broken', words, mend: '改好环境变量再查' } }
  }
}

async function storeFindings(): Promise<Finding[]> {
  try {
    return await withStore(checkStore, { anyLayout: true, prepare: 'nothing' })
  } catch (error) {
    const words = `数据库连不上：${reasonOf(error)}`
    return [{ part: 'store', health: 'broken', words, mend: '看 MONGODB_URI，看数据库开着没有' }]
  }
}

async function examine(): Promise<Finding[]> {
  const { config, finding } = configured()
  const clock = createClock(undefined)
  const node = await checkNode(process.version, chinaDate(clock.now()))
  if (!config) return [node, finding]
  return [
    node,
    finding,
    await checkDisk(config.dataDir),
    ...(await storeFindings()),
    await checkAddress(config, clock.now()),
    await checkWechat(config, clock),
  ]
}

/** Runs `doctor [--json]` 体检: what is wrong with this installation and how to fix it, a line each, or `{ findings }`. */
export async function run(args: string[]): Promise<unknown> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length > 0) throw new UsageError(`参数不对：${positionals.join(' ')}`)
  const findings = await examine()
  if (values.json) return { findings }
  for (const { health, words, mend } of findings) {
    await printLine(`${SIGNS[health]} ${words}${mend ? `。怎么办：${mend}` : ''}`)
  }
  const open = findings.filter(({ health }) => health !== 'ok').length
  return printLine(open === 0 ? '都好。' : `有 ${open} 处要看。`)
}
