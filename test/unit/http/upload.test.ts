import { createHash, randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import Koa from 'koa'
import type { AppState } from '../../../server/http/middlewares/context'
import { upload } from '../../../server/http/middlewares/upload'
import { createUploadTurns } from '../../../server/http/middlewares/uploadTurns'
import { AppError } from '../../../server/platform/errors'

/** A server that says what `upload` made of the form; two other fields are allowed. */
let server: Server
let url: string
const seen: string[] = []

beforeAll(async () => {
  const app = Object.assign(new Koa<AppState>(), { silent: true })
  app.use(async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      seen.push(error.code)
      Object.assign(ctx, { status: error.status, body: { code: error.code } })
    }
  })
  app.use(upload(createUploadTurns(), 2))
  app.use(ctx => {
    const { name, bytes, sha256 } = ctx.state.file!
    ctx.body = { name, bytes: bytes.length, sha256, fields: ctx.request.body }
  })
  server = app.listen(0)
  await new Promise(resolve => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())

type Part = [field: string, content: string | Blob, name?: string]

async function send(...parts: Part[]): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData()
  for (const [field, content, name] of parts) {
    if (typeof content === 'string') form.append(field, content)
    else form.append(field, content, name)
  }
  const response = await fetch(url, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const csv = new Blob(['序号,事项'])

test('a large file arrives whole, with its hash, its fields and its Chinese name', async () => {
  const bytes = randomBytes(3_000_000)
  const file: Part = ['file', new Blob([bytes]), '王家坪村 "清单" 50%（𠮷）.csv']
  expect(await send(['note', '说明'], ['__proto__', '1'], file)).toEqual({
    status: 200,
    body: {
      name: '王家坪村 "清单" 50%（𠮷）.csv',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      fields: JSON.parse('{"note":"说明","__proto__":"1"}'),
    },
  })
})

test('fields after the file count as well as those before it', async () => {
  const { status, body } = await send(['file', csv, 'a.csv'], ['note', '后'])
  expect([status, body.fields]).toEqual([200, { note: '后' }])
})

test.each<[string, Part[], string]>([
  [
    'one field too many',
    [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['file', csv, 'a.csv'],
    ],
    'bad-request',
  ],
  [
    'a field twice',
    [
      ['a', '1'],
      ['a', '2'],
      ['file', csv, 'a.csv'],
    ],
    'bad-request',
  ],
  [
    'a field of 2,001 bytes',
    [
      ['a', 'x'.repeat(2_001)],
      ['file', csv, 'a.csv'],
    ],
    'bad-request',
  ],
  [
    'a second file',
    [
      ['file', csv, 'a.csv'],
      ['file', csv, 'b.csv'],
    ],
    'bad-request',
  ],
  ['a folder in the name', [['file', csv, '目录/a.csv']], 'file-name-invalid'],
  ['a file without a name', [['file', csv, '']], 'file-required'],
])('%s is refused', async (_what, parts, code) => {
  expect(await send(...parts)).toEqual({ status: 400, body: { code } })
})

test('a field of 2,000 bytes is taken', async () => {
  expect((await send(['a', 'x'.repeat(2_000)], ['file', csv, 'a.csv'])).status).toBe(200)
})

test('a sender that hangs up in the middle of its file leaves nothing that waits', async () => {
  const before = seen.length
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n1,2'
  const length = 'Content-Length: 100000'
  socket.write(
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\n${length}\r\n\r\n${head}`,
  )
  await new Promise(resolve => setTimeout(resolve, 100))
  socket.destroy()
  for (let tries = 0; seen.length === before && tries < 100; tries++) {
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  expect(seen.slice(before)).toEqual(['bad-request'])
})
