import child from 'node:child_process'
import { prepareRoster } from '../../../../server/people/residents/commands/importRoster'
import type { Print } from '../../../../server/documents/print'
import { runInWorker } from '../../../../server/platform/worker/pool'

const PRINT: Print = {
  title: '公示',
  author: '东一村',
  paper: { size: 'A4', layout: 'portrait', body: 12, title: 20 },
  blocks: [],
  footer: '',
  date: new Date('2026-11-26'),
}
const rollOf = (people: number) => {
  const rows = Array.from({ length: people }, (_, nth) => `王建国,${100_000 + nth}`)
  return { name: '名册.csv', bytes: Buffer.from(['姓名,身份证号', ...rows].join('\n')) }
}

beforeAll(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }))
afterAll(() => {
  // The helper ends, since nobody asks.
  jest.advanceTimersByTime(10_000)
  jest.useRealTimers()
})

test('a file that takes too long is given up, and who comes after it is not: first a print, then files', async () => {
  const done: string[] = []
  const slow = prepareRoster(rollOf(20_000))
  const roll = prepareRoster(rollOf(1)).finally(() => done.push('roll'))
  const print = runInWorker('print', PRINT).finally(() => done.push('print'))
  jest.advanceTimersByTime(60_000)
  await expect(slow).rejects.toMatchObject({
    status: 422,
    code: 'roll-unreadable',
    details: [{ code: 'too-large', message: expect.stringContaining('太大或太复杂') as unknown }],
  })
  expect((await roll).people).toHaveLength(1)
  expect((await print).subarray(0, 5).toString()).toBe('%PDF-')
  expect(done).toEqual(['print', 'roll'])
})

test('prints and files take turns, and of each no more than twenty wait', async () => {
  const done: string[] = []
  const print = () => runInWorker('print', PRINT).finally(() => done.push('print'))
  const prints = Array.from({ length: 21 }, print)
  await expect(runInWorker('print', PRINT)).rejects.toMatchObject({
    status: 503,
    code: 'worker-busy',
    headers: { 'Retry-After': '5' },
  })
  const roll = prepareRoster(rollOf(1)).finally(() => done.push('roll'))
  await Promise.all([...prints, roll])
  expect(done.slice(0, 3)).toContain('roll')
})

test('a helper that is killed in the middle costs only the file that it had', async () => {
  const started = jest.spyOn(child, 'fork')
  jest.advanceTimersByTime(10_000)
  const broken = prepareRoster(rollOf(20_000))
  const next = prepareRoster(rollOf(1))
  const { value } = started.mock.results[0] as { value: child.ChildProcess }
  value.kill('SIGKILL')
  await expect(broken).rejects.toMatchObject({ status: 422, code: 'roll-unreadable', details: [{ code: 'too-large' }] }) // prettier-ignore
  expect((await next).people).toHaveLength(1)
  expect(started).toHaveBeenCalledTimes(2)
})

test('a stop that is sent to all costs no file: the helper ends when the server lets go of it', async () => {
  const started = jest.spyOn(child, 'fork').mockClear()
  jest.advanceTimersByTime(10_000)
  await prepareRoster(rollOf(1))
  const { value } = started.mock.results[0] as { value: child.ChildProcess }
  const reading = prepareRoster(rollOf(2_000))
  value.kill('SIGTERM')
  value.kill('SIGINT')
  expect((await reading).people).toHaveLength(2_000)
  const ended = new Promise(resolve => value.once('exit', resolve))
  jest.advanceTimersByTime(10_000)
  expect(await ended).toBe(0)
})

test('the helper knows none of the server’s keys', async () => {
  process.env.JWT_SECRET = 'a-secret-of-this-test'
  const started = jest.spyOn(child, 'fork').mockClear()
  jest.advanceTimersByTime(10_000)
  await prepareRoster(rollOf(1))
  const { env } = started.mock.calls[0]![1] as child.ForkOptions
  expect(Object.keys(env!)).not.toContain('JWT_SECRET')
  delete process.env.JWT_SECRET
})
