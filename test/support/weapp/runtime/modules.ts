import type { WeappBundle } from '../types'
import { hiddenNames } from './phoneGlobals'

interface Module {
  exports: unknown
}

/** `a/b` + `../c.js` → `c`. */
export function resolveModule(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of target.replace(/\.js$/, '').split('/')) {
    if (part === '..') base.pop()
    else if (part !== '.' && part !== '') base.push(part)
  }
  return base.join('/')
}

/** CommonJS over the scripts of the package, each run once, with nothing but `scope` in sight. */
export class ModuleLoader {
  private readonly loaded = new Map<string, Module>()
  private readonly names: string[]
  private readonly values: unknown[]

  constructor(
    private readonly scripts: WeappBundle['scripts'],
    missing: readonly string[],
    scope: Record<string, unknown>,
  ) {
    const hidden = hiddenNames([...Object.keys(scope), 'require', 'module', 'exports'], missing)
    this.names = [...Object.keys(scope), ...hidden]
    this.values = Object.values(scope)
  }

  has(id: string): boolean {
    return id in this.scripts
  }

  require(id: string): unknown {
    const known = this.loaded.get(id)
    if (known) return known.exports
    const source = this.scripts[id]
    if (source === undefined) throw new Error(`module "${id}.js" is not defined`)
    const module: Module = { exports: {} }
    this.loaded.set(id, module)
    const run = new Function(
      'require',
      'module',
      'exports',
      ...this.names,
      // A scope of its own, so that a script may call its variable what a browser calls a global.
      `return (function () {${source}\n}).call(undefined)\n//# sourceURL=weapp/${id}.js`,
    )
    const require = (target: string) => this.require(resolveModule(id, target))
    run.call(undefined, require, module, module.exports, ...this.values)
    return module.exports
  }
}
