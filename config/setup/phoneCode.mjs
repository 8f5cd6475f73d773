/**
 * Checks that the oldest promised phone (browserslist in package.json) can parse every emitted file of a build:
 * `phoneCode.mjs weapp|h5`. One syntax error there, a look-behind in a regular expression too, stops the whole app.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { filesBelow, inRoot, isMain, main, say, SetupFault } from './lib.mjs'

/** ECMAScript of iOS 13 and Chrome 70, as far as the parser goes; acorn checks the literals of regular expressions too. */
const EDITION = 2017
/** Newer than that inside a regular expression: look-behind, named groups, Unicode properties. */
const NEWER_PATTERN = /\(\?<|\\[pP]\{|\\k</
/** Flags `s` (dotAll), `d` (indices) and `v` (sets). */
const NEWER_FLAG = /[sdv]/

/** Pieces of text that an expression is put together from, as far as they are written out. */
function textsIn(node) {
  if (!node) return []
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'TemplateLiteral') {
    return [...node.quasis.map(({ value }) => value.cooked ?? ''), ...node.expressions.flatMap(textsIn)]
  }
  if (node.type === 'BinaryExpression') return [...textsIn(node.left), ...textsIn(node.right)]
  if (node.type === 'CallExpression') {
    return [...textsIn(node.callee.object), ...node.arguments.flatMap(textsIn)]
  }
  return []
}

const isRegExpCall = ({ type, callee }) =>
  (type === 'NewExpression' || type === 'CallExpression') &&
  callee.type === 'Identifier' &&
  callee.name === 'RegExp'

/** Every node below this one, itself included. */
function* nodesBelow(node) {
  const open = [node]
  while (open.length > 0) {
    const next = open.pop()
    if (Array.isArray(next)) open.push(...next)
    else if (next && typeof next.type === 'string') {
      yield next
      open.push(...Object.values(next).filter(part => part && typeof part === 'object'))
    }
  }
}

/** What the oldest phone would refuse in a program, as `line:column reason`. */
export function newerThanPhones(code) {
  let program
  try {
    program = parse(code, {
      ecmaVersion: EDITION,
      sourceType: 'script',
      locations: true,
      allowHashBang: false,
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [error.message]
  }
  const faults = []
  for (const node of nodesBelow(program)) {
    if (!isRegExpCall(node)) continue
    const [pattern, flags] = node.arguments
    const found = textsIn(pattern).find(text => NEWER_PATTERN.test(text))
    const newerFlags = textsIn(flags).find(text => NEWER_FLAG.test(text))
    const { line, column } = node.loc.start
    if (found !== undefined) faults.push(`RegExp ${found.slice(0, 60)} (${line}:${column})`)
    if (newerFlags !== undefined) faults.push(`RegExp flags ${newerFlags} (${line}:${column})`)
  }
  return faults
}

/** @throws SetupFault that lists the files of dist/<type> an old phone cannot run */
export function checkPhoneCode(type) {
  const files = filesBelow(path.join('dist', type)).filter(file => file.endsWith('.js'))
  if (files.length === 0) throw new SetupFault(`dist/${type} 里没有可检查的代码，请先构建。`)
  const faults = files.flatMap(file =>
    newerThanPhones(readFileSync(file, 'utf8')).map(fault => `${path.relative(inRoot(), file)}: ${fault}`),
  )
  if (faults.length > 0) throw new SetupFault(`旧手机不能运行的代码：\n${faults.join('\n')}`)
  say(`dist/${type}：${files.length} 个文件按 ES${EDITION} 可解析`)
}

if (isMain(import.meta.url)) await main(() => checkPhoneCode(process.argv[2] === 'h5' ? 'h5' : 'weapp'))
