import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../../..')

/** Violations, as `rule file`, of a small house with the project's own rules. */
function violationsOf(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-house-'))
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'config/rooms.json']) {
      cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true })
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(folder, file), text)
    }
    const cruise = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
    const args = [cruise, 'server', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
    const { stdout } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] }
    }
    return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const EMPTY = 'export const nothing = null\n'
const taking = (from: string) => `import { nothing } from '${from}'\nexport const it = nothing\n`

/** A planted import for each rule: what it is, the rule, the importing file and the imported one. */
const PLANTED = [
  [
    'a room that uses a room outside of its line',
    'room-people-orgs',
    'people/orgs/far.ts',
    'people/audit/index.ts',
  ],
  ['a room that reaches past a door', 'through-the-door', 'people/audit/past.ts', 'people/orgs/inner.ts'],
  ['the platform that uses a room', 'layer-platform', 'platform/up.ts', 'people/orgs/index.ts'],
  ['the domain that uses the platform', 'layer-domain', 'domain/up.ts', 'platform/plain.ts'],
  ['documents that use http', 'layer-documents', 'documents/up.ts', 'http/plain.ts'],
  ['http that uses a room', 'layer-http', 'http/up.ts', 'people/orgs/index.ts'],
  ['a room that uses the composition', 'rooms-know-no-composition', 'people/orgs/top.ts', 'compose.ts'],
  [
    'a feature that a room mounts by itself',
    'features-are-composed',
    'people/orgs/own.ts',
    'people/orgs/feature.ts',
  ],
  ['the demonstration in the server', 'demo-by-start-alone', 'platform/demo.ts', 'demo/plain.ts'],
  ['a policy that reads rows', 'pure-layers', 'people/orgs/policy.ts', 'people/orgs/queries/plain.ts'],
  [
    'a route that touches a model',
    'routes-do-not-touch-models',
    'people/orgs/routes/near.ts',
    'people/orgs/models/plain.ts',
  ],
  ['a room that no list names', 'rooms-are-listed', 'people/unknown/near.ts', 'domain/plain.ts'],
] as const

let found: string[]
beforeAll(() => {
  const files: Record<string, string> = {
    'server/domain/round.ts': taking('./about'),
    'server/domain/about.ts': `${taking('./round')}${EMPTY}`,
    'server/people/messages/good.ts': taking('@server/people/orgs'),
  }
  for (const [, , from, to] of PLANTED) {
    files[`server/${from}`] = taking(`@server/${to.replace(/(\/index)?\.ts$/, '')}`)
    files[`server/${to}`] ??= EMPTY
  }
  found = violationsOf(files)
}, 60_000)

test.each(PLANTED)('the boundaries refuse %s', (_what, rule, from) => {
  expect(found).toContain(`${rule} server/${from}`)
})

test('the boundaries refuse a circle', () => {
  const circles = found.filter(one => one.startsWith('no-circular'))
  expect(circles.map(one => one.replace(/round|about/, 'either'))).toEqual([
    'no-circular server/domain/either.ts',
  ])
})

test('the boundaries let a room use another of its line through the door', () => {
  expect(found.filter(one => one.endsWith('server/people/messages/good.ts'))).toEqual([])
})
