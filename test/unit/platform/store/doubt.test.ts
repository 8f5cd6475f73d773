import { mongo } from 'mongoose'
import { answerFor } from '../../../../server/http/errorAnswer'
import type { Store } from '@server/platform/store/db'
import { watchStoreAvailability } from '../../../../server/platform/store/availability'
import { until } from '../../../support/until'

const failed = (code: number) => new mongo.MongoServerError({ message: 'internal server error', code })

/** A store that answers each look with `command`. */
const storeOf = (db: { command: () => Promise<unknown> }) => ({ connection: { db } }) as unknown as Store

test.each([1, 14031])('code %i is told as a store that could not do it, and kept in the log', code => {
  const { status, body, headers, unknown } = answerFor(failed(code), 'req_1')
  expect([status, body.error.code, unknown]).toEqual([503, 'store-failed', true])
  expect(headers['Retry-After']).toBe('5')
})

test('a store that failed is asked whether it keeps what it is given, and is away until it does', async () => {
  const answers = [false, true]
  const mend = jest.fn(() => Promise.resolve(answers.shift() ?? true))
  const command = jest.fn(() => Promise.resolve({ ok: 1 }))
  const store = watchStoreAvailability(storeOf({ command }), mend)
  await expect(store.orAway(() => Promise.resolve('kept'))).resolves.toBe('kept')
  // The first look is over when the second begins.
  await until(() => command.mock.calls.length === 2)
  expect(mend).not.toHaveBeenCalled()
  await expect(store.orAway(() => Promise.reject(failed(1)))).rejects.toThrow('internal server error')
  await until(() => store.isAway())
  await expect(store.orAway(() => Promise.resolve('kept'))).rejects.toMatchObject({ code: 'store-away' })
  await until(() => !store.isAway())
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
  const store = watchStoreAvailability(storeOf(db), mend)
  for (const fault of faults) await store.orAway(() => Promise.reject(fault)).catch(() => undefined)
  await until(() => store.isAway())
  await until(() => !store.isAway())
  expect(mend).toHaveBeenCalledTimes(1)
  await store.stop()
})
