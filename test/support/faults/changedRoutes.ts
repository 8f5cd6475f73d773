import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Route } from '../../../server/http/route'

const ROOT = path.resolve(__dirname, '../../..')
const IMPORT = /from '([^']*\/commands\/[^']+)'/g

function git(...args: string[]): string[] {
  try {
    const output = execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output.split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** Files that differ from where this branch left main, committed or not; none where git cannot say. */
function changedFiles(): ReadonlySet<string> {
  const [base] = [...git('merge-base', 'HEAD', 'main'), ...git('merge-base', 'HEAD', 'origin/main')]
  if (!base) return new Set()
  const changed = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]
  return new Set(changed.map(file => path.join(ROOT, file)))
}

/** The file that an import names; undefined for one of a package. */
function fileOf(specifier: string, importer: string): string | undefined {
  const place = specifier.startsWith('@server/')
    ? path.join(ROOT, 'server', specifier.slice('@server/'.length))
    : path.resolve(path.dirname(importer), specifier)
  return [`${place}.ts`, path.join(place, 'index.ts')].find(existsSync)
}

/** Adds the file and the commands that it imports, and those that these import. */
function addCommands(file: string, found: Set<string>): void {
  if (found.has(file)) return
  found.add(file)
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const next = fileOf(specifier!, file)
    if (next) addCommands(next, found)
  }
}

const routeFiles = (): string[] =>
  readdirSync(path.join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.includes(`${path.sep}routes${path.sep}`) && file.endsWith('.ts'))
    .map(file => path.join(ROOT, 'server', file))

const isChanged = (file: string, changed: ReadonlySet<string>): boolean => {
  const sources = new Set<string>()
  addCommands(file, sources)
  return [...sources].some(source => changed.has(source))
}

/** The routes of which the file of the route or of a command that it runs differs from main. */
export function changedRoutes(): ReadonlySet<Route> {
  const changed = changedFiles()
  if (changed.size === 0) return new Set()
  const files = routeFiles().filter(file => isChanged(file, changed))
  const exported = files.flatMap(file => Object.values(jest.requireActual<Record<string, unknown>>(file)))
  return new Set(exported.filter(Array.isArray).flat() as Route[])
}
