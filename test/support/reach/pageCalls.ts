import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROUTES } from '../../../server/compose'

const SOURCES = path.resolve(__dirname, '../../../miniapp/src')

/** Where a module is looked for: the browser's files come before the common ones, as in the builds. */
const ENDINGS = {
  weapp: ['.tsx', '.ts', '/index.tsx', '/index.ts'],
  h5: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '/index.tsx', '/index.ts'],
} as const
export type Build = keyof typeof ENDINGS

const IMPORT = /(?:^|\n)(?:import|export)(?!\s+type\b)[^'"]*?from\s+'(\.[^']*)'/g
const CALL = /['`]((?:GET|POST|PUT|PATCH|DELETE) \/[^'`]*)['`]/g

const keyOf = ({ method, path: address }: (typeof ROUTES)[number]): string =>
  `${method.toUpperCase()} ${address}`
const KEYS = ROUTES.map(keyOf)

/** Endpoints that a text in the source names; a step put in by a template means each that there is. */
function endpointsNamed(text: string): string[] {
  if (!text.includes('${')) return [text]
  const pattern = text
    .split(/\$\{[^}]*\}/)
    .map(part => part.replace(/[.*+?^$()[\]\\|]/g, '\\$&'))
    .join('[\\w-]+')
  return KEYS.filter(key => new RegExp(`^${pattern}$`).test(key))
}

function resolveImport(from: string, name: string, build: Build): string | null {
  const base = path.resolve(path.dirname(from), name)
  return ENDINGS[build].map(ending => base + ending).find(existsSync) ?? null
}

/** What a page may ask of the server: the endpoints named in its module and in all that it imports. */
export function callsOf(route: string, build: Build): Set<string> {
  const entry = path.join(SOURCES, `${route}.tsx`)
  const seen = new Set<string>()
  const calls = new Set<string>()
  const queue = [entry]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, named = ''] of text.matchAll(CALL)) {
      for (const endpoint of endpointsNamed(named)) calls.add(endpoint)
    }
    for (const [, name = ''] of text.matchAll(IMPORT)) {
      const next = resolveImport(file, name, build)
      if (next) queue.push(next)
    }
  }
  return calls
}
