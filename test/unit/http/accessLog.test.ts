import type { IncomingMessage } from 'node:http'
import { createAccessLog } from '@server/http/middlewares/accessLog'
import { createRateLimits } from '@server/http/middlewares/rateLimit'
import { createLogger } from '@server/platform/logger'
import { loadConfig } from '@server/platform/config'
import { PRODUCTION_SETTINGS } from '../../support/server/productionSettings'
import { leaksIn } from '../../support/logs/leaks'

/** 访问日志: by default in production, with what an investigation needs and nothing that names a person. */
const asked = (address: string, forwarded?: string) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: address } }) as unknown as IncomingMessage // prettier-ignore

function accessLog(env: Record<string, string> = {}) {
  const settings = { ...PRODUCTION_SETTINGS, NODE_ENV: 'production', MONGODB_URI: 'mongodb://127.0.0.1/x', ...env } // prettier-ignore
  const config = loadConfig(settings)
  const lines: string[] = []
  const log = createLogger(config.logLevel, { write: (line: string) => void lines.push(line) })
  return { lines, log: createAccessLog(log, config, createRateLimits(config)) }
}

const write = ({ log }: ReturnType<typeof accessLog>, request: IncomingMessage) =>
  log.write({ requestId: '3f6f7a52-0000-4000-8000-000000000000', method: 'GET', path: '/api/v1/notices/:id', from: log.fromOf(request), started: performance.now() }, 200) // prettier-ignore

test('a production server writes a line for each request unless it is set to say less', () => {
  const made = accessLog()
  write(made, asked('203.0.113.77'))
  expect(made.lines).toHaveLength(1)
  const { method, path, status, ms, requestId, from, msg } = JSON.parse(made.lines[0]!) as Record<string, unknown> // prettier-ignore
  expect([msg, method, path, status, typeof ms, typeof requestId]).toEqual(['request', 'GET', '/api/v1/notices/:id', 200, 'number', 'string']) // prettier-ignore
  expect(from).toMatch(/^[\w-]{12}$/)
  expect(leaksIn(made.lines[0]!)).toEqual([])
  expect(made.lines[0]).not.toContain('203.0.113')
  const quiet = accessLog({ LOG_LEVEL: 'warn' })
  write(quiet, asked('203.0.113.77'))
  expect(quiet.lines).toEqual([])
})

test('one sender keeps one hash, others and other installations have others', () => {
  const { log } = accessLog({ TRUST_PROXY: '1' })
  const from = (forwarded: string) => log.fromOf(asked('10.0.0.1', forwarded))
  expect(from('203.0.113.77')).toBe(from('203.0.113.77'))
  expect(from('203.0.113.77')).toBe(from('1.2.3.4, 203.0.113.77'))
  expect(from('203.0.113.77')).not.toBe(from('203.0.113.78'))
  expect(from('2001:db8:1:2::1')).toBe(from('2001:db8:1:2:ffff::9'))
  expect(from('2001:db8:1:2::1')).not.toBe(from('2001:db8:1:3::1'))
  const other = accessLog({ TRUST_PROXY: '1', JWT_SECRET: 'an-other-secret-of-an-other-place-0123456789' })
  expect(other.log.fromOf(asked('10.0.0.1', '203.0.113.77'))).not.toBe(from('203.0.113.77'))
})

test('at a terminal nobody is shown a line for each request', () => {
  const made = accessLog({ NODE_ENV: 'development' })
  write(made, asked('127.0.0.1'))
  expect(made.lines).toEqual([])
})
