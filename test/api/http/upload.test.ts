import { UPLOAD_LIMIT } from '@shared/facts/disclosure/uploadLimit'
import type { ErrorBody } from '@shared/contract/common'
import { randomUUID } from 'node:crypto'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, tokenOf } from '../../support/api/world'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { IdempotencyKeys } from '@server/platform/idempotency/idempotencyKeys'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('upload')
  await buildWorld(server.db)
})
afterAll(() => server.close())

async function send(form: FormData | string, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/api/v1/orgs/ST1/catalogues/drafts`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${tokenOf(server, 'clerk')}`,
      'Idempotency-Key': randomUUID(),
      ...headers,
    },
    body: form,
  })
  return { status: response.status, code: ((await response.json()) as ErrorBody).error?.code }
}

function formOf(...parts: [field: string, content: string | Blob, name?: string][]): FormData {
  const form = new FormData()
  for (const [field, content, name] of parts) {
    if (typeof content === 'string') form.append(field, content)
    else form.append(field, content, name)
  }
  return form
}

const csv = new Blob(['序号,事项\n1,村庄规划'])

test.each([
  ['no file', () => formOf(), 400],
  ['a text field instead', () => formOf(['file', 'text']), 400],
  ['another field', () => formOf(['other', csv, 'a.csv']), 400],
  ['two files', () => formOf(['file', csv, 'a.csv'], ['file', csv, 'b.csv']), 400],
])('%s', async (_name, form, status) => {
  expect(await send(form())).toMatchObject({
    status,
    code: expect.stringMatching(/^(file-required|bad-request)$/),
  })
})

test('a file over the limit', async () => {
  const form = formOf(['file', new Blob([new Uint8Array(UPLOAD_LIMIT.bytes + 1)]), 'a.csv'])
  expect(await send(form)).toEqual({ status: 413, code: 'file-too-large' })
})

test('a file of exactly the limit is read: only what is in it is refused', async () => {
  const form = formOf(['file', new Blob([new Uint8Array(UPLOAD_LIMIT.bytes)]), '村务公开目录.xlsx'])
  expect(await send(form)).toEqual({ status: 422, code: 'catalogue-unreadable' })
})

test('JSON instead of a form, and a form that breaks off', async () => {
  expect(await send('{}', { 'Content-Type': 'application/json' })).toEqual({
    status: 400,
    code: 'file-required',
  })
  const broken = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n1,2'
  expect(await send(broken, { 'Content-Type': 'multipart/form-data; boundary=x' })).toEqual({
    status: 400,
    code: 'bad-request',
  })
})

test('nothing was stored by any of them', async () => {
  expect(await server.db.of(Catalogues).countDocuments({})).toBe(2)
  expect(await server.db.of(IdempotencyKeys).countDocuments({})).toBe(0)
})
