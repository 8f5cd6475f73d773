/** Which functions of `wx` the mini program calls, and what WeChat says of them: version, privacy. */
import { readFileSync } from 'node:fs'
import { filesBelow, inRoot } from '../setup/lib.mjs'
import { TARGETS } from './compat.mjs'

const TYPINGS = ['node_modules', 'miniprogram-api-typings', 'types', 'wx', 'lib.wx.api.d.ts']
const CALL = /\bTaro\.([a-z]\w*)/g

/** Functions of Taro's own, without a counterpart in `wx`. */
const TARO_OWN = new Set(['env', 'getCurrentPages'])

/** Name of a `wx` function → base library that first had it, from WeChat's own typings; `0` when they do not say. */
export function wechatFunctions() {
  const text = readFileSync(inRoot(...TYPINGS), 'utf8')
  const body = text.slice(text.indexOf('interface Wx {'))
  const found = new Map()
  let since = '0'
  for (const line of body.split('\n')) {
    if (line.includes('/**')) since = '0'
    since = /^\s*\*? *需要基础库： *`([\d.]+)`/.exec(line)?.[1] ?? since
    const name = /^ {8}(\w+)[<(]/.exec(line)?.[1]
    if (name && !found.has(name)) found.set(name, since)
  }
  return found
}

/** `2.9.4` is not above `2.32.0`. */
function isAbove(version, limit) {
  const [one, other] = [version, limit].map(text => text.split('.').map(Number))
  const at = [0, 1, 2].find(place => (one[place] ?? 0) !== (other[place] ?? 0))
  return at !== undefined && (one[at] ?? 0) > (other[at] ?? 0)
}

/** Faults of the calls in one source file: functions that WeChat does not have, or has in later base libraries only. */
export function callFaults(code, functions) {
  return code.split('\n').flatMap((line, at) =>
    [...line.matchAll(CALL)].flatMap(([, name]) => {
      const since = functions.get(name)
      const place = `${at + 1}`
      if (TARO_OWN.has(name)) return []
      if (since === undefined) return [{ name: `wx.${name} 不存在`, place }]
      return isAbove(since, TARGETS.weapp.library) ? [{ name: `wx.${name} 要基础库 ${since}`, place }] : []
    }),
  )
}

/** Sources that the mini program is made of: what has a twin `.h5` of its own is not the browser's. */
export const weappSources = () =>
  filesBelow('miniapp/src').filter(file => /\.tsx?$/.test(file) && !/\.h5\.tsx?$/.test(file))

/** Names of the `wx` functions that the mini program calls. */
export function calledFunctions() {
  const names = weappSources().flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(CALL)].map(([, name]) => name),
  )
  return new Set(names.filter(name => !TARO_OWN.has(name)))
}
