import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { loadConfig } from '../../../server/platform/config'

const { rootDir } = loadConfig({})
const inRoot = (...parts: string[]) => path.join(rootDir, ...parts)
const packageOf = (place: string) =>
  JSON.parse(readFileSync(inRoot(place, 'package.json'), 'utf8')) as {
    version: string
    dependencies: Record<string, string>
    devDependencies?: Record<string, string>
  }

/** Packages that only the worker thread imports, which is copied next to the bundle. */
const IN_THREAD = ['pdfjs-dist']

/** The packages that the bundled server, its worker and the command line import. */
async function importedPackages(): Promise<string[]> {
  const entryPoints = ['server/main.ts', 'server/platform/worker/program.ts', 'server/cli/index.ts'].map(file => inRoot(file)) // prettier-ignore
  const { metafile } = await build({ entryPoints, absWorkingDir: rootDir, outdir: inRoot('dist', 'none'), bundle: true, write: false, metafile: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', tsconfig: inRoot('tsconfig.json'), logLevel: 'silent' }) // prettier-ignore
  const all = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(one => one.path))
  const names = all
    .filter(name => !name.startsWith('node:'))
    .map(name => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0])
  return [...new Set(names)].sort()
}

test('the image installs what the server imports, and nothing else', async () => {
  const imported = await importedPackages()
  expect(imported).toContain('mongoose')
  expect(Object.keys(packageOf('server').dependencies).sort()).toEqual([...imported, ...IN_THREAD].sort())
})

test('the two lists of packages agree: one version of the product, one range for each package', () => {
  const [root, server] = [packageOf('.'), packageOf('server')]
  expect(server.version).toBe(root.version)
  const both = { ...root.devDependencies, ...root.dependencies }
  const shared = Object.entries(server.dependencies).filter(([name]) => both[name] !== undefined)
  expect(shared.length).toBeGreaterThan(0)
  for (const [name, range] of shared) expect([name, both[name]]).toEqual([name, range])
})

test('the image needs no program that builds: it installs the workspace of the server without the rest', () => {
  const last = readFileSync(inRoot('config', 'docker', 'Dockerfile'), 'utf8')
    .split(/^FROM /m)
    .at(-1)!
  expect(last).toContain('npm ci --workspace=server --omit=dev')
  const names = Object.keys(packageOf('server').dependencies)
  expect(names.filter(name => /taro|react|babel|esbuild|tsx|webpack/.test(name))).toEqual([])
})
