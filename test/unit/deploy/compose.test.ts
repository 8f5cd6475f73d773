import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { loadConfig } from '../../../server/platform/config'
import { PRODUCTION_SETTINGS } from '../../support/server/productionSettings'

/** Comes with eslint; brings no types. */
const { load } = require('js-yaml') as { load(text: string): unknown } // eslint-disable-line @typescript-eslint/no-require-imports -- no types

/** docker-compose.yml can be started nowhere in these tests; what can be known of it without Docker is checked here. */
const ROOT = path.resolve(__dirname, '../../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

const Text = z.union([z.string(), z.number()])
/** The part of the Compose specification that the file uses; anything else in it is refused. */
const Service = z.strictObject({
  image: z.string().optional(),
  build: z
    .strictObject({ context: z.string(), dockerfile: z.string(), args: z.record(z.string(), z.string()) })
    .optional(),
  restart: z.enum(['unless-stopped', 'always', 'no']),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), Text).optional(),
  depends_on: z
    .union([
      z.array(z.string()),
      z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })),
    ])
    .optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({
        test: z.array(z.string()),
        interval: z.string(),
        timeout: z.string(),
        retries: z.int(),
        start_period: z.string(),
      }),
    ])
    .optional(),
  ports: z.array(z.string().regex(/^(\d+\.\d+\.\d+\.\d+:)?\d+:\d+$/)).optional(),
  volumes: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  /** Bounded in every service, so that logs never fill the disk. */
  logging: z.strictObject({
    driver: z.literal('json-file'),
    options: z.strictObject({
      'max-size': z.string().regex(/^\d+m$/),
      'max-file': z.string().regex(/^\d+$/),
    }),
  }),
})
const Compose = z
  .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) })
  .catchall(z.unknown())

const compose = Compose.parse(load(read('docker-compose.yml')))
const { services, volumes } = compose
const names = Object.keys(services)

test('a replica set of three, two servers, a proxy and the nightly backup', () => {
  expect(names).toEqual(['mongo1', 'mongo2', 'mongo3', 'server1', 'server2', 'proxy', 'backup'])
  expect(Object.keys(compose).filter(key => !['services', 'volumes'].includes(key) && !key.startsWith('x-'))).toEqual([]) // prettier-ignore
})

test('whatever a service waits for, mounts or is reached by is there', () => {
  for (const { depends_on: needs = [], volumes: mounts = [] } of Object.values(services)) {
    for (const name of Array.isArray(needs) ? needs : Object.keys(needs)) expect(names).toContain(name)
    for (const [place] of mounts.map(mount => mount.split(':') as [string])) {
      if (/^[a-z]/.test(place)) expect(Object.keys(volumes)).toContain(place)
      else if (place.startsWith('./config')) expect(existsSync(path.join(ROOT, place))).toBe(true)
    }
  }
  expect(names.filter(name => services[name]!.ports)).toEqual(['proxy'])
  const upstreams = [...read('config/docker/nginx.conf').matchAll(/^\s+server (\w+):8080/gm)].map(
    ([, name]) => name,
  )
  expect(upstreams).toEqual(['server1', 'server2'])
})

test('every variable that it asks for is explained in env.example, and no other stands there', () => {
  const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name))
  const explained = [...read('config/docker/env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
  expect([...asked].sort()).toEqual([...new Set(explained)].sort())
})

test('the servers start with what it gives them', () => {
  const filled = (text: string | number) =>
    String(text).replace(
      /\$\{([A-Z_]+)(?::([?-])([^}]*))?\}/g,
      (_whole, name: string, kind: string, other: string) => (kind === '-' ? other : SAMPLES[name]!),
    )
  const { environment = {} } = services.server1!
  const env = Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, filled(text)]))
  expect(loadConfig(env)).toMatchObject({ nodeEnv: 'production', trustedProxies: 1, drainSeconds: 5 })
})

const SAMPLES: Record<string, string> = { ...PRODUCTION_SETTINGS, MONGO_PASSWORD: 'abc123' }

test('the nightly script is sound bash', () => {
  execFileSync('bash', ['-n', path.join(ROOT, 'config/docker/nightly.sh')])
})
