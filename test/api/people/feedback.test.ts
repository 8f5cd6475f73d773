import type { FeedbackList, FeedbackSent } from '@shared/contract/people/operation'
import type { ErrorBody } from '@shared/contract/common'
import { Feedbacks } from '@server/people/operation/models/feedbacks'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, tokenOf } from '../../support/api/world'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer('feedback')
  await buildWorld(server.db)
})
afterAll(() => server.close())

const SAID = {
  key: 'm4x9-abcdefghij-klmnopqrst',
  text: '字太小，看不清。',
  contact: '',
  page: '/pages/home/index?org=V1',
}
const send = <Body>(change: object = {}) =>
  server.ask<Body>('POST', '/feedback', { body: { ...SAID, ...change } })
const listed = async () =>
  (await server.ask<FeedbackList>('GET', '/feedback', { token: tokenOf(server, 'system-admin') })).body.items

test('is sent without a login, once however often it is repeated, and read by the system administrator', async () => {
  const first = await send<FeedbackSent>()
  expect([first.status, first.body.number]).toEqual([200, expect.stringMatching(/^\d{4}-\d{4}$/)])
  expect((await send<FeedbackSent>()).body).toEqual(first.body)
  expect(await listed()).toMatchObject([{ ...first.body, text: SAID.text, contact: '', page: SAID.page }])
  expect((await server.ask('GET', '/feedback', { token: tokenOf(server, 'editor') })).status).toBe(403)
  expect((await server.ask('GET', '/feedback')).status).toBe(401)
})

test.each([
  ['text', { text: ' ' }],
  ['text', { text: '字'.repeat(501) }],
  ['contact', { contact: '1'.repeat(51) }],
  ['page', { page: 'p'.repeat(301) }],
  ['key', { key: 'short' }],
])('a wrong %s is named and nothing is stored', async (field, change) => {
  const before = await server.db.of(Feedbacks).countDocuments({})
  const { status, body } = await send<ErrorBody>({ key: 'another-key-0123456789', ...change })
  expect([status, body.error.details.map(one => one.field)]).toEqual([400, [field]])
  expect(await server.db.of(Feedbacks).countDocuments({})).toBe(before)
})

test('above 200 in an hour further ones are refused and asked for later; the next hour takes them', async () => {
  const at = server.services.clock.now()
  const rows = Array.from({ length: 200 }, (_, one) => ({
    _id: `filler-key-${1_000_000 + one}`,
    at,
    text: '好',
    contact: '',
    page: '',
  }))
  await server.db.connection.collection('feedbacks').insertMany(rows as never)
  expect((await send({ key: 'one-too-many-012345' })).status).toBe(429)
  await server.db.connection
    .collection('feedbacks')
    .updateMany({}, { $set: { at: new Date(at.getTime() - 3_700_000) } })
  expect((await send({ key: 'one-too-many-012345' })).status).toBe(200)
})
