import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MissingBuiltins } from './types'

const CONFIG = path.resolve(__dirname, '../../../config/phone')

const GUIDE = path.resolve(__dirname, '../../../shared/facts/people/privacyGuide.json')

interface PrivacyGuide {
  known: Record<string, string[]>
  openTypes: string[]
  declared: { kind: string; functions: string[]; why: string }[]
}

/** 用户隐私保护指引, as it is to be entered in WeChat's console. */
export const PRIVACY = JSON.parse(readFileSync(GUIDE, 'utf8')) as PrivacyGuide
export const PRIVATE_FUNCTIONS = Object.values(PRIVACY.known).flat()
export const DECLARED_FUNCTIONS = PRIVACY.declared.flatMap(({ functions }) => functions)

/** Evaluates an expression over the modules of config/phone, which are ES modules, in a run of Node. */
function inConfig<T>(module: string, expression: string): T {
  const script = `import * as config from ${JSON.stringify(path.join(CONFIG, module))}
    console.log(JSON.stringify(${expression}))`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as T
}

function once<T>(work: () => T): () => T {
  let kept: { value: T } | null = null
  return () => (kept ??= { value: work() }).value
}

/** Names of all functions that WeChat has, by its own typings. */
export const wechatFunctions = once(() =>
  inConfig<string[]>('wechatApi.mjs', '[...config.wechatFunctions().keys()]'),
)

/** Names of the functions of `wx` that the sources of the mini program call. */
export const calledFunctions = once(() =>
  inConfig<string[]>('wechatApi.mjs', '[...config.calledFunctions()]'),
)

/** What the oldest phone of config/phone/targets.json lacks of the language. */
export const missingBuiltins = once(() =>
  inConfig<MissingBuiltins>('compat.mjs', 'config.missingBuiltins(config.TARGETS.weapp.engines)'),
)
