import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { InferenceThread } from '../../../../server/platform/worker/inference/thread'
import { findModel } from '../../../../server/platform/worker/inference/models'
import { prepareMeaning } from '../../../../server/platform/worker/inference/prepareMeaning'
import {
  meaningOf,
  packedAll,
  unpackedAll,
  VectorFile,
} from '../../../../server/platform/worker/inference/vectorFile'

/** The thread of the model with programs that answer, hang and die; the file of vectors; what is said without a model. */

let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'inference-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = (name: string, onMessage: string) => {
  const file = path.join(folder, `${name}.cjs`)
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads')\nparentPort.on('message', ({ id, texts }) => { ${onMessage} })\n`,
  )
  return file
}
const answering = 'parentPort.postMessage({ id, vectors: texts.map(text => Float32Array.of(text.length)) })'

test('answers requests one after another, in order', async () => {
  const thread = new InferenceThread({}, { time: 20_000, program: program('answers', answering) })
  const [one, other] = await Promise.all([
    thread.embed(['甲'], 'query'),
    thread.embed(['甲乙', '丙'], 'passage'),
  ])
  expect([one[0]![0], other[0]![0], other[1]![0]]).toEqual([1, 2, 1])
  await thread.close()
})

test('a run that hangs is ended in time, and the next request has a new thread', async () => {
  const hangs = `if (texts[0] === 'hang') for (;;) {} else ${answering}`
  const thread = new InferenceThread({}, { time: 3000, program: program('hangs', hangs) })
  const [hung, next] = await Promise.allSettled([
    thread.embed(['hang'], 'query'),
    thread.embed(['甲'], 'query'),
  ])
  expect(hung).toMatchObject({ status: 'rejected', reason: { message: 'the model took too long' } })
  expect(next).toMatchObject({ status: 'fulfilled' })
  await thread.close()
})

test('a thread that dies fails its request and no other', async () => {
  const dies = `if (texts[0] === 'die') process.exit(3); else ${answering}`
  const thread = new InferenceThread({}, { time: 20_000, program: program('dies', dies) })
  const [died, next] = await Promise.allSettled([
    thread.embed(['die'], 'query'),
    thread.embed(['甲'], 'query'),
  ])
  expect(died).toMatchObject({ status: 'rejected' })
  expect(next).toMatchObject({ status: 'fulfilled' })
  await thread.close()
})

test('no more wait than the queue holds, and closing fails what waits', async () => {
  const thread = new InferenceThread({}, { time: 20_000, program: program('silent', '') })
  const waiting = Array.from({ length: 17 }, () => thread.embed(['甲'], 'query'))
  const ends = Promise.allSettled(waiting)
  await expect(thread.embed(['甲'], 'query')).rejects.toThrow('too many')
  await thread.close()
  expect((await ends).every(({ status }) => status === 'rejected')).toBe(true)
})

test('vectors are kept by model, kind and text, within a hundredth', async () => {
  const file = path.join(folder, 'vectors.bin')
  const vector = Float32Array.from({ length: 384 }, (_, at) => Math.sin(at) / 14)
  const kept = await VectorFile.open(file, 'm')
  await kept.keep('query', ['甲'], [vector])
  const again = meaningOf(await VectorFile.open(file, 'm'))
  const found = again.vector('query', '甲')!
  expect(Math.max(...found.map((one, at) => Math.abs(one - vector[at]!)))).toBeLessThan(0.001)
  expect(again.vector('passage', '甲')).toBeUndefined()
  expect((await VectorFile.open(file, 'other')).find('query', '甲')).toBeUndefined()
})

test('vectors of a row come back in order, and of bytes that are cut off none', () => {
  const vectors = [Float32Array.of(1, 0, 0), Float32Array.of(0, -1, 0.5)]
  const bytes = packedAll(vectors)
  const found = unpackedAll(bytes, 2)
  found.forEach((one, row) => one.forEach((value, at) => expect(value).toBeCloseTo(vectors[row]![at]!, 2)))
  expect(found).toHaveLength(2)
  expect(unpackedAll(bytes.subarray(0, 13), 2)).toEqual([])
  expect(unpackedAll(Buffer.alloc(0), 2)).toEqual([])
})

test('without a model, or with other weights, one sentence is said and the rules run', async () => {
  const empty = mkdtempSync(path.join(folder, 'empty-'))
  expect(await findModel('e5', empty)).toMatchObject({ missing: expect.stringContaining('没有模型文件') })
  writeFileSync(path.join(empty, 'e5-small-q4.bin'), 'E5S1 but not the weights')
  expect(await prepareMeaning({ query: [], passage: [] }, empty)).toMatchObject({
    missing: expect.stringContaining('校验值不同'),
  })
})
