/**
 * Checks that the oldest promised phone (browserslist in package.json) can parse every emitted file of a build:
 * `phoneCode.mjs weapp|h5`. One syntax error there, a look-behind in a regular expression too, stops the whole app.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { filesBelow, inRoot, isMain, main, say, SetupFault } from './lib.mjs'

/** ECMAScript of iOS 14 and Chrome 70, as far as the parser goes; acorn checks the literals of regular expressions too. */
const EDITION = 2017
/** Look-behind, named groups and Unicode properties, in texts that may become regular expressions while the app runs. */
const NEWER_PATTERN = /\(\?<[=!\w]|\\[pP]\{/
/** Flags `s` (dotAll), `d` (indices) and `v` (sets). */
const NEWER_FLAG = /^[a-z]*[sdv][a-z]*$/

/** The text that a node writes out, if it is one. */
function textOf(node) {
  if (node.type === 'TemplateElement') return node.value.cooked ?? ''
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : ''
}

/** The flags of a call of RegExp, if they are written out. */
function flagsOf({ type, callee, arguments: given }) {
  const isRegExp = (type === 'NewExpression' || type === 'CallExpression') && callee.name === 'RegExp'
  return isRegExp && given[1] ? textOf(given[1]) : ''
}

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
    const { line, column } = node.loc.start
    if (NEWER_PATTERN.test(textOf(node))) faults.push(`"${textOf(node).slice(0, 60)}" (${line}:${column})`)
    if (NEWER_FLAG.test(flagsOf(node))) faults.push(`RegExp flags ${flagsOf(node)} (${line}:${column})`)
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
