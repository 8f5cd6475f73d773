import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The supply chain: what is installed is named by hash, listed by a command, and runs on what is still supported. */
const ROOT = path.resolve(__dirname, '../../..')
const inRoot = (...parts: string[]) => path.join(ROOT, ...parts)
const read = (...parts: string[]) => readFileSync(inRoot(...parts), 'utf8')

interface Component {
  name: string
  version: string
  purl: string
  hashes?: { alg: string; content: string }[]
}
interface Bill {
  bomFormat: string
  specVersion: string
  metadata: { component: { name: string; version: string } }
  components: Component[]
}
interface Locked {
  version: string
  integrity?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** Places in the lock file at which Node looks for a package, nearest first. */
function* places(from: string, name: string): Generator<string> {
  const parts = from.split('/node_modules/')
  for (let n = parts.length; n > 0; n -= 1) {
    yield `${parts.slice(0, n).join('/node_modules/')}/node_modules/${name}`
  }
  yield `node_modules/${name}`
}

/** All that the server needs, by the lock file alone, as `name@version`. */
function neededBy(packages: Record<string, Locked>, start: string): Set<string> {
  const seen = new Map<string, string>()
  const visit = (place: string): void => {
    const {
      dependencies,
      optionalDependencies,
      peerDependencies = {},
      peerDependenciesMeta,
    } = packages[place]!
    const peers = Object.keys(peerDependencies).filter(name => !peerDependenciesMeta?.[name]?.optional)
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      const found = [...places(place, name)].find(one => packages[one])
      if (found === undefined || seen.has(found)) continue
      seen.set(found, `${name}@${packages[found]!.version}`)
      visit(found)
    }
  }
  visit(start)
  return new Set(seen.values())
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-supply-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('`npm run sbom` lists the packages of the server alone, each with the hash of the lock file', () => {
  const file = path.join(folder, 'sbom.json')
  execFileSync(process.execPath, [inRoot('config', 'setup', 'sbom.mjs'), file])
  const bill = JSON.parse(readFileSync(file, 'utf8')) as Bill
  const server = JSON.parse(read('server', 'package.json')) as { version: string; dependencies: Record<string, string> } // prettier-ignore
  expect([bill.bomFormat, bill.metadata.component.name, bill.metadata.component.version]).toEqual(['CycloneDX', '@mingbai/server', server.version]) // prettier-ignore
  const names = bill.components.map(({ name }) => name)
  expect(Object.keys(server.dependencies).filter(name => !names.includes(name))).toEqual([])
  expect(names.filter(name => /taro|react|webpack|jest|esbuild|^tsx$|^server$/.test(name))).toEqual([])
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
  const listed = new Set(bill.components.map(one => `${one.name}@${one.version}`))
  expect([...listed].sort()).toEqual([...neededBy(packages, 'server')].sort())
  const locked = new Map(Object.entries(packages).map(([place, one]) => [`${place.split('node_modules/').at(-1)}@${one.version}`, one.integrity])) // prettier-ignore
  for (const { name, version, purl, hashes } of bill.components) {
    expect(purl).toMatch(/^pkg:npm\//)
    const sha512 = hashes?.find(({ alg }) => alg === 'SHA-512')?.content
    const known = locked.get(`${name}@${version}`)
    if (known?.startsWith('sha512-')) {
      expect([name, sha512]).toEqual([name, Buffer.from(known.slice(7), 'base64').toString('hex')])
    } else expect([name, known]).toEqual([name, undefined])
  }
  expect(bill.components.filter(({ hashes }) => !hashes).length).toBe(0)
})

test('the embedded database comes with everything it needs by version and hash, and pip takes nothing else', () => {
  const rows = read('config', 'setup', 'requirements.txt').replaceAll(/^#.*\n/gm, '').replaceAll('\\\n', ' ').trim().split('\n') // prettier-ignore
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) {
    expect(row).toMatch(/^[\w-]+==\d[\w.]*(?: ; python_full_version (?:>=|<) '3\.11')?(?:\s+--hash=sha256:[0-9a-f]{64})+$/) // prettier-ignore
  }
  expect(read('config', 'setup', 'installEngine.mjs')).toContain("'--require-hashes'")
})

test('the image runs on a Node that is supported, as the papers say, and no stage takes another', () => {
  const file = read('config', 'docker', 'Dockerfile')
  const wanted = /^ARG NODE_IMAGE=(\S+)$/m.exec(file)![1]!
  expect([...file.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(['${NODE_IMAGE}', '${NODE_IMAGE}']) // prettier-ignore
  const [, major] = /^node:(\d+)-/.exec(wanted)!
  for (const paper of ['README.md', 'docs/deploy.md']) {
    expect([paper, read(paper).includes(`Node ${major} LTS`)]).toEqual([paper, true])
  }
  expect(read('docker-compose.yml')).toContain(`NODE_IMAGE:-${wanted}}`)
  expect(read('config', 'docker', 'pin.sh')).toContain(`pin NODE_IMAGE ${wanted}\n`)
  const images = [...read('docker-compose.yml').matchAll(/image: \$\{(\w+):-(\S+)\}/g)].map(([, name, tag]) => `pin ${name} ${tag}`) // prettier-ignore
  expect(images.filter(line => !read('config', 'docker', 'pin.sh').includes(`${line}\n`))).toEqual([])
  expect(images).toHaveLength(2)
})

/** Docker runs nowhere in these tests; a program of its name answers as it does. */
function pinned(digest: string) {
  const docker = path.join(folder, 'docker')
  writeFileSync(docker, `#!/bin/sh\n[ "$1" = pull ] || echo "$(echo "$5" | cut -d: -f1)@${digest}"\n`)
  chmodSync(docker, 0o755)
  const env = path.join(folder, 'env')
  writeFileSync(env, 'JWT_SECRET=x\nNODE_IMAGE=old\nMONGO_IMAGE=\n')
  const { status, stderr } = spawnSync('bash', [inRoot('config', 'docker', 'pin.sh'), env], { encoding: 'utf8', env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } }) // prettier-ignore
  return { status, stderr, env: readFileSync(env, 'utf8') }
}

test('pin.sh writes digests into .env and keeps the rest; without a digest it says so and stops', () => {
  const digest = `sha256:${'a1'.repeat(32)}`
  const { status, env } = pinned(digest)
  expect([status, env.trim().split('\n')]).toEqual([0, ['JWT_SECRET=x', `NODE_IMAGE=node@${digest}`, `MONGO_IMAGE=mongo@${digest}`, `PROXY_IMAGE=nginx@${digest}`]]) // prettier-ignore
  const failed = pinned('')
  expect([failed.status, failed.stderr.trim(), failed.env.includes('NODE_IMAGE=old')]).toEqual([1, '没有取到 node:24-bookworm-slim 的摘要', true]) // prettier-ignore
})
