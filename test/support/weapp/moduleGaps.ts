import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { AppConfig } from './types'

const HEAD = /[{,](\d+):function\(([^)]*)\)/g
const REQUIRE = /require\("([^"]+)"\)/g
/** Scripts of the main package that every page can rely on. */
const MAIN = ['common.js', 'vendors.js', 'taro.js', 'app.js', 'base.js']

type Asks = Map<string, string[]>

/** Number of each module in a script of webpack's → numbers of the modules that it asks for. */
function modulesOf(source: string): Asks {
  const heads = [...source.matchAll(HEAD)]
  return new Map(
    heads.map(({ index, 1: id = '', 2: parameters = '' }, place) => {
      const body = source.slice(index, heads[place + 1]?.index)
      const ask = parameters.split(',')[2]?.trim()
      const calls = ask
        ? body.matchAll(new RegExp(`(?<![\\w$.])${ask.replace('$', '\\$')}\\((\\d+)\\)`, 'g'))
        : []
      return [id, [...calls].map(call => call[1]!)]
    }),
  )
}

/** Modules that the page or something it asks for asks for, and that no script it loads holds. */
function gapsOf(own: Asks, loaded: Asks): string[] {
  const seen = new Set(own.keys())
  const gaps: string[] = []
  for (const id of seen) {
    const asks = loaded.get(id)
    if (asks) asks.forEach(one => seen.add(one))
    else gaps.push(id)
  }
  return gaps
}

/** Pages of the sub-packages of a weapp build whose scripts miss a module: page → numbers. */
export function moduleGaps(dist: string): Record<string, string[]> {
  const read = (file: string) => modulesOf(readFileSync(path.join(dist, file), 'utf8'))
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppConfig
  const main = MAIN.filter(file => existsSync(path.join(dist, file))).flatMap(file => [...read(file)])
  const pages = subPackages.flatMap(({ root, pages: names }) => names.map(name => `${root}/${name}`))
  const found = pages.map(page => {
    const source = readFileSync(path.join(dist, `${page}.js`), 'utf8')
    const own = modulesOf(source)
    const others = [...source.matchAll(REQUIRE)].map(([, file]) => path.join(path.dirname(page), file!))
    const loaded = new Map([...main, ...others.flatMap(file => [...read(file)]), ...own])
    return [page, gapsOf(own, loaded)] as const
  })
  return Object.fromEntries(found.filter(([, gaps]) => gaps.length > 0))
}
