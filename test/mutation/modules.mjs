/**
 * Loads the project's TypeScript as the unit project of Jest does (same transform, same aliases), and forgets it again in
 * milliseconds: what was compiled stays, modules are evaluated again for every fault, so that nothing a fault left behind reaches the
 * next one. Packages stay loaded.
 */
import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'

const HEAD = '(function (exports, require, module, __filename, __dirname) {'

export function makeLoader(root) {
  const fromRoot = createRequire(path.join(root, 'package.json'))
  const [unit] = fromRoot('./config/jest.config.js').projects
  const [, options] = Object.values(unit.transform)[0]
  const { transformSync } = fromRoot('@swc/core')
  const compiled = new Map()
  const resolved = new Map()

  function compile(filename) {
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false })
    return new vm.Script(`${HEAD}${code}\n})`, { filename }).runInThisContext()
  }

  function load(module, filename) {
    if (!compiled.has(filename)) compiled.set(filename, compile(filename))
    const require = id => module.require(id)
    require.resolve = id => Module._resolveFilename(id, module)
    compiled
      .get(filename)
      .call(module.exports, module.exports, require, module, filename, path.dirname(filename))
  }
  Module._extensions['.ts'] = load
  Module._extensions['.tsx'] = load

  const resolveFilename = Module._resolveFilename
  Module._resolveFilename = function (request, parent, ...rest) {
    const key = `${parent?.path ?? ''}\0${request}`
    if (!resolved.has(key)) {
      const place = /^@(shared|server)\//.test(request) ? path.join(root, request.slice(1)) : request
      resolved.set(key, resolveFilename.call(this, place, parent, ...rest))
    }
    return resolved.get(key)
  }

  return {
    /** A package. */
    fetch: fromRoot,
    /** A file of the project; without a parent, which would hold it after it is forgotten. */
    load: file => Module._load(path.join(root, file), null, false),
    forget() {
      for (const file of Object.keys(Module._cache)) if (/\.tsx?$/.test(file)) delete Module._cache[file]
    },
  }
}
