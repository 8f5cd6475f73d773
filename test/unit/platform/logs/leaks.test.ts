import { randomBytes } from 'node:crypto'
import jwt from 'jsonwebtoken'
import pino from 'pino'
import { ROLL } from '../../../support/api/roster'
import { leaksIn } from '../../../support/logs/leaks'
import { Chance } from '../../../support/privacy/chance'
import { residentId } from '../../../support/privacy/identities'

/** The scan of the logs can fail: whatever is planted in a line is found. */
function logged(fields: object, message = 'request'): string {
  const lines: string[] = []
  pino({}, { write: (line: string) => void lines.push(line) }).info(fields, message)
  return lines[0]!
}

const TOKEN = jwt.sign({ sub: 'usr_1' }, 'x'.repeat(32))
const REFRESH = randomBytes(32).toString('base64url')

test.each([
  ['an access token in a header', { err: { headers: { authorization: `Bearer ${TOKEN}` } } }],
  ['an access token in a text', { note: `token ${TOKEN} is bad` }],
  ['a refresh token', { body: REFRESH }],
  ['a session key', { err: { message: '{"session_key":"HyVFkGl5F5OQWJZZaNzBBg=="}' } }],
  ['an openid', { openid: 'oGZUI0egBJY1zhBYw2KhdUfwVJJE' }],
  ['a private key', { key: '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw' }],
  ['the password of the database', { uri: 'mongodb://mingbai:geheim1234@127.0.0.1:27017/' }],
  ['a salt', { salts: { title: randomBytes(32).toString('hex') } }],
  ['a development secret', { config: { jwt: 'development-only-jwt-secret-never-in-production' } }],
  ['an ID number in an address', { path: `/api/v1/orgs/${residentId(new Chance(1))}` }],
  ['a mobile number in an error', { err: { message: 'dup key: { phone: "13812345678" }' } }],
  ['a person of the roll', { err: { message: `no match for ${ROLL.farmer.name}` } }],
])('%s is found', (_name, fields) => {
  expect(leaksIn(logged(fields))).not.toEqual([])
})

test('an everyday line gives nothing away', () => {
  const line = logged({
    requestId: '3f0f8e0c-43c2-4a1e-9f51-2b62c3f3d7d1',
    method: 'POST',
    path: '/api/v1/notices/ntc_4f1c0a9b8c7d6e5f4a3b/publish',
    status: 200,
    ms: 12,
  })
  expect(leaksIn(line)).toEqual([])
})
