import { setTimeout as sleep } from 'node:timers/promises'
import { mongo } from 'mongoose'
import { answerFor } from '../../../../server/http/errorAnswer'
import type { Models } from '../../../../server/platform/store/collections'
import { watchStoreAvailability } from '../../../../server/platform/store/availability'

/** A store that answers on, but fails in what it is asked to keep. */
const answering = { connection: { db: { command: () => Promise.resolve({ ok: 1 }) } } } as unknown as Models
const failed = (code: number) => new mongo.MongoServerError({ message: 'internal server error', code })
const LOOK_MS = 1_200
/** As long as a look waits for an answer. */
const PATIENCE_MS = 3_000

test.each([1, 14031])('code %i is told as a store that could not do it, and kept in the log', code => {
  const { status, body, headers, unknown } = answerFor(failed(code), 'req_1')
  expect([status, body.error.code, unknown]).toEqual([503, 'store-failed', true])
  expect(headers['Retry-After']).toBe('5')
})

test('a store that failed is asked whether it keeps what it is given, and is away until it does', async () => {
  const answers = [false, true]
  const mend = jest.fn(() => Promise.resolve(answers.shift() ?? true))
  const store = watchStoreAvailability(answering, mend)
  await expect(store.orAway(() => Promise.resolve('kept'))).resolves.toBe('kept')
  await sleep(LOOK_MS)
  expect(mend).not.toHaveBeenCalled()
  await expect(store.orAway(() => Promise.reject(failed(1)))).rejects.toThrow('internal server error')
  await sleep(LOOK_MS)
  expect(store.isAway()).toBe(true)
  await expect(store.orAway(() => Promise.resolve('kept'))).rejects.toMatchObject({ code: 'store-away' })
  await sleep(LOOK_MS)
  expect(store.isAway()).toBe(false)
  expect(mend).toHaveBeenCalledTimes(2)
  await store.stop()
})

test.each([
  ['says that it cannot', () => Promise.reject(failed(1)), []],
  ['says nothing, after it has failed', () => new Promise(() => undefined), [failed(1)]],
])('a store that %s is mended too, and is there when it answers again', async (_what, command, faults) => {
  const db = { command }
  const mend = jest.fn(() => {
    db.command = () => Promise.resolve({ ok: 1 })
    return Promise.resolve(true)
  })
  const store = watchStoreAvailability({ connection: { db } } as unknown as Models, mend)
  for (const fault of faults) await store.orAway(() => Promise.reject(fault)).catch(() => undefined)
  await sleep(PATIENCE_MS + LOOK_MS)
  expect(mend).toHaveBeenCalledTimes(1)
  await sleep(LOOK_MS)
  expect(store.isAway()).toBe(false)
  await store.stop()
})
