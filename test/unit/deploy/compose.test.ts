import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { configVariables, loadConfig } from '../../../server/platform/config'
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
  networks: z.strictObject({ default: z.strictObject({ ipv4_address: z.ipv4() }) }).optional(),
  logging: z.strictObject({
    driver: z.literal('json-file'),
    options: z.strictObject({
      'max-size': z.string().regex(/^\d+m$/),
      'max-file': z.string().regex(/^\d+$/),
    }),
  }),
})
const Networks = z.strictObject({
  default: z.strictObject({
    ipam: z.strictObject({ config: z.tuple([z.strictObject({ subnet: z.cidrv4() })]) }),
  }),
})
const Compose = z
  .object({
    services: z.record(z.string(), Service),
    volumes: z.record(z.string(), z.null()),
    networks: Networks,
  })
  .catchall(z.unknown())

const compose = Compose.parse(load(read('docker-compose.yml')))
const { services, volumes } = compose
const names = Object.keys(services)

test('a replica set of three, two servers, a proxy and the nightly backup', () => {
  expect(names).toEqual(['mongo1', 'mongo2', 'mongo3', 'server1', 'server2', 'proxy', 'backup'])
  expect(Object.keys(compose).filter(key => !['services', 'volumes', 'networks'].includes(key) && !key.startsWith('x-'))).toEqual([]) // prettier-ignore
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

/** Settings that the image or one office decides, not `.env`; all others can be set there. */
const NOT_IN_COMPOSE = [
  // By the folder or the machine.
  'DATA_DIR', 'ENGINE_DIR', 'BACKUP_KEY_FILE', 'DISK_RESERVE_MB',
  // Refused or pointless in production.
  'DEMO', 'CLOCK', 'SECOND_FACTOR', 'WECHAT_API_BASE',
  // Whose defaults are measured: change them in docker-compose.yml.
  'RATE_READ', 'RATE_LOGIN', 'RATE_WRITE', 'RATE_BODY', 'RATE_REFUSED', 'PAGES_MB', 'JOBS_EVERY',
] // prettier-ignore

test('it gives the servers variables that they know, and all that an operator may want to set', () => {
  const known = configVariables().map(({ name }) => name)
  const given = Object.keys({ ...services.server1!.environment, ...services.backup!.environment })
  const ofTheScript = ['TZ', 'BACKUP_AT', 'BACKUP_KEEP_DAYS']
  expect(given.filter(name => !known.includes(name))).toEqual(ofTheScript)
  expect(known.filter(name => !given.includes(name)).sort()).toEqual([...NOT_IN_COMPOSE].sort())
  expect(services.server2!.environment).toEqual(services.server1!.environment)
})

test('the memory that is planned fits the smallest machine of the guide', () => {
  const cache = Number(/MONGO_CACHE_GB:-([\d.]+)/.exec(read('docker-compose.yml'))![1])
  const guide = read('docs/deploy.md')
  const smallest = Number(/一个街道（镇）[^\n]*?核 (\d+) GB/.exec(guide)![1])
  const [, each, servers] = /3 × ([\d.]+) 加 2 × ([\d.]+)/.exec(guide)!.map(Number) as [
    number,
    number,
    number,
  ]
  expect(each).toBeCloseTo(cache + 0.2)
  const helper = 1
  expect(3 * each + 2 * servers + helper).toBeLessThan(smallest)
  expect(names.filter(name => name.startsWith('mongo'))).toHaveLength(3)
})

test('the servers keep their addresses, which nginx asks for once', () => {
  const [{ subnet }] = compose.networks.default.ipam.config
  const addresses = ['server1', 'server2'].map(name => services[name]!.networks!.default.ipv4_address)
  expect(new Set(addresses).size).toBe(2)
  for (const address of addresses) expect(address.startsWith(subnet.replace(/0\/24$/, ''))).toBe(true)
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
