import { remoteEmbeddings } from '../../../../server/platform/worker/inference/remoteEmbeddings'
import { type Mood, startVectorServer } from '../../../support/search/vectorServer'

/** Vectors from a server of another maker: asked over real HTTP, and not believed. */

let server: Awaited<ReturnType<typeof startVectorServer>>
beforeAll(async () => void (server = await startVectorServer()))
afterAll(() => server.close())

const service = (time = 2000) =>
  remoteEmbeddings({ url: server.url, model: 'bge-m3', prefixes: { query: '问：', passage: '' } }, time)
const TEXTS = ['低保名单', '宅基地审批', '茶园道路']

test('asks with model and prefix, and gives vectors of length 1 in the order of the texts', async () => {
  server.be('good')
  const vectors = await service().embed(TEXTS, 'query')
  expect(server.asked.at(-1)).toEqual({
    model: 'bge-m3',
    input: TEXTS.map(text => `问：${text}`),
    encoding_format: 'float',
  })
  expect(vectors).toHaveLength(3)
  for (const vector of vectors!) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  server.be('shuffled')
  expect(await service().embed(TEXTS, 'query')).toEqual(vectors)
  server.be('good')
  const many = Array.from({ length: 150 }, (_, at) => `第${at}条`)
  expect(await service().embed(many, 'passage')).toHaveLength(150)
})

const BAD: Mood[] = [
  'refuses',
  'delays',
  'nonsense',
  'redirects',
  'hangs up',
  'short',
  'mixed sizes',
  'zeros',
  'words',
  'constant',
]

test.each(BAD)('a server that %s gives no vectors, in time', async mood => {
  server.be(mood)
  const started = Date.now()
  expect(await service(500).embed(TEXTS, 'passage')).toBeNull()
  expect(Date.now() - started).toBeLessThan(5000)
})

test('an answer without an end is cut at its largest size, long before the time is over', async () => {
  server.be('endless')
  const started = Date.now()
  expect(await service(60_000).embed(TEXTS, 'passage')).toBeNull()
  expect(Date.now() - started).toBeLessThan(30_000)
}, 60_000)

test('a server whose vectors change their size is not believed any more', async () => {
  const one = service()
  server.be('good')
  expect(await one.embed(TEXTS, 'passage')).not.toBeNull()
  server.be('other size')
  expect(await one.embed(['低保名单'], 'passage')).toBeNull()
  server.be('good')
  expect(await one.embed(TEXTS, 'passage')).not.toBeNull()
})

test('requests beyond the queue are left to the rules, and the queue empties again', async () => {
  server.be('delays')
  const one = service(300)
  const all = await Promise.all(Array.from({ length: 20 }, () => one.embed(TEXTS, 'query')))
  expect(all.every(answer => answer === null)).toBe(true)
  expect(one.waiting()).toBe(0)
})

test('nobody at the address', async () => {
  const gone = remoteEmbeddings({
    url: 'http://127.0.0.1:9',
    model: 'm',
    prefixes: { query: '', passage: '' },
  })
  expect(await gone.embed(TEXTS, 'query')).toBeNull()
})
