/**
 * Holds every emitted file of a build against the oldest phones of targets.json: `gate.mjs weapp|h5 [folder]`. One syntax error
 * there, a look-behind in a regular expression too, stops the whole app; a missing built-in stops a page.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesBelow, inRoot, isMain, main, say, SetupFault } from '../setup/lib.mjs'
import { TARGETS } from './compat.mjs'
import { propertyNames, scriptFaults } from './scripts.mjs'
import { styleFaults } from './styles.mjs'
import { templateFaults } from './templates.mjs'
import { callFaults, weappSources, wechatFunctions } from './wechatApi.mjs'

/** Names of all methods that the scripts of a build define; a script that cannot be parsed is a fault of its own. */
function handlersOf(scripts) {
  const names = new Set()
  for (const code of scripts) {
    try {
      propertyNames(code).forEach(name => names.add(name))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return names
}

/** `{ file, name, place }` of everything in the emitted files that an old phone cannot run or show. */
function emittedFaults(type, folder) {
  const files = filesBelow(folder).map(file => ({
    file: path.relative(inRoot(), file),
    text: () => readFileSync(file, 'utf8'),
  }))
  const ending = pattern => files.filter(({ file }) => pattern.test(file))
  const scripts = ending(/\.js$/)
  if (scripts.length === 0) throw new SetupFault(`${folder} 里没有可检查的代码，请先构建。`)
  const check = (chosen, work) =>
    chosen.flatMap(({ file, text }) => work(text()).map(fault => ({ file, ...fault })))
  const templates = ending(/\.wxml$/)
  const handlers = templates.length > 0 ? handlersOf(scripts.map(({ text }) => text())) : new Set()
  return [
    ...check(scripts, code => scriptFaults(code, type)),
    ...check(ending(/\.(?:wxss|css)$/), css => styleFaults(css, type)),
    ...check(templates, wxml => templateFaults(wxml, handlers)),
  ]
}

/** Calls of `wx` in the sources: in the emitted files they are called by names of Taro's. */
function apiFaults() {
  const functions = wechatFunctions()
  return weappSources().flatMap(file =>
    callFaults(readFileSync(file, 'utf8'), functions).map(fault => ({
      file: path.relative(inRoot(), file),
      ...fault,
    })),
  )
}

/** The list of phones that Babel and Autoprefixer write for is the gate's. */
function browserslistFault() {
  const { browserslist } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  const [here, there] = [TARGETS.browserslist, browserslist.production].map(list => JSON.stringify(list))
  return here === there
    ? []
    : [
        {
          file: 'package.json',
          name: `browserslist.production 和 config/phone/targets.json 不一致`,
          place: here,
        },
      ]
}

/**
 * @param type `weapp` or `h5`
 * @param folder of the build, relative to the root
 * @throws SetupFault that lists what an old phone cannot run, with file and place
 */
export function checkPhoneCode(type, folder = path.join('dist', type)) {
  const { allowed } = TARGETS[type]
  const found = [
    ...emittedFaults(type, folder),
    ...(type === 'weapp' ? apiFaults() : []),
    ...browserslistFault(),
  ]
  const faults = found.filter(({ name }) => !(name in allowed))
  const unused = Object.keys(allowed).filter(name => !found.some(fault => fault.name === name))
  const lines = [
    ...faults.map(({ file, place, name }) => `${file}:${place}  ${name}`),
    ...(folder === path.join('dist', type)
      ? unused.map(name => `targets.json：${type}.allowed 里的“${name}”已经用不着，请删去`)
      : []),
  ]
  if (lines.length > 0)
    throw new SetupFault(`旧手机不能运行或显示的代码（${lines.length} 处）：\n${lines.join('\n')}`)
  say(`${folder}：每个文件都在 config/phone/targets.json 的手机上能运行`)
}

if (isMain(import.meta.url)) {
  const [type, folder] = process.argv.slice(2)
  await main(() => checkPhoneCode(type === 'h5' ? 'h5' : 'weapp', folder))
}
