import type { IncomingMessage } from 'node:http'
import { createRateLimits } from '../../../server/http/middlewares/rateLimit'
import { networkOf } from '../../../server/platform/access/addressHash'
import { LARGE_BODY, refuseHeavy, SMALL_BODY } from '../../../server/http/middlewares/requestBody'
import { createUploadTurns } from '../../../server/http/middlewares/uploadTurns'
import type { AppError } from '../../../server/platform/errors'

const codeOf = (work: () => void): string => {
  try {
    work()
    return 'taken'
  } catch (error) {
    return (error as AppError).code
  }
}

describe('the scan before a body is parsed', () => {
  test.each([
    ['brackets without end', `${'['.repeat(500_000)}`, 'body-too-deep'],
    ['21 levels', `${'['.repeat(21)}${']'.repeat(21)}`, 'body-too-deep'],
    ['20 levels', `${'['.repeat(20)}${']'.repeat(20)}`, 'taken'],
    ['brackets in a text', JSON.stringify({ a: '['.repeat(100) }), 'taken'],
    ['brackets behind an escaped quote', JSON.stringify({ a: `"\\"${'['.repeat(100)}` }), 'taken'],
    ['a text without an end', `{"a":"${'\\'.repeat(999)}`, 'taken'],
    ['empty objects', `[${'{},'.repeat(60_000)}{}]`, 'body-too-many'],
    ['numbers', `[${'0,'.repeat(100_000)}0]`, 'body-too-many'],
  ])('%s', (_, text, code) => {
    expect(codeOf(() => refuseHeavy(Buffer.from(text), LARGE_BODY))).toBe(code)
  })

  test('a small body has fewer values', () => {
    expect(codeOf(() => refuseHeavy(Buffer.from(`[${'0,'.repeat(3_000)}0]`), SMALL_BODY))).toBe(
      'body-too-many',
    )
  })

  test('takes no longer than a few milliseconds for a megabyte of anything', () => {
    const texts = ['{},', '0,', '"\\"",', '[],', '   ,'].map(piece =>
      Buffer.from(`[${piece.repeat(1_000_000 / piece.length)}0]`),
    )
    const most = { bytes: 1_048_576, values: Infinity }
    for (const text of texts) refuseHeavy(text, most)
    const started = process.cpuUsage()
    for (const text of texts) refuseHeavy(text, most)
    const { user } = process.cpuUsage(started)
    expect(user / 1000 / texts.length).toBeLessThan(40)
  })
})

describe('the address that is counted', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:0:7::1', '2001:db8:0:7::/64'],
    ['2001:0db8::7:1:2:3:4', '2001:db8:0:7::/64'],
    ['2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:db8:0:7::/64'],
    ['::1', '0:0:0:0::/64'],
    ['nonsense', 'nonsense'],
  ])('%s is counted as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('all addresses of one subscriber share the limit, whatever is expensive takes more of it', async () => {
    const limits = createRateLimits({
      perMinute: { read: 20, login: 0, write: 0, refused: 2 },
      trustedProxies: 1,
    })
    const from = (address: string) =>
      limits.callerOf({ headers: { 'x-forwarded-for': address }, socket: {} } as unknown as IncomingMessage)
    const read = limits.limit('read')
    for (let nth = 0; nth < 10; nth += 1) await read(from(`2001:db8::${nth}`))
    await read(from('2001:db8::aa'), 10)
    await expect(read(from('2001:db8::bb'))).rejects.toMatchObject({ status: 429 })
    await read(from('2001:db8:0:1::1'))
    // An answer that costs more than a minute's points is given once a minute.
    await read(from('2001:db8:0:2::1'), 400)
    await expect(read(from('2001:db8:0:2::1'), 400)).rejects.toMatchObject({ status: 429 })
  })
})

describe('uploads take turns', () => {
  const gate = () => {
    let open = () => undefined as void
    const opened = new Promise<void>(resolve => (open = resolve))
    return { opened, open }
  }
  const settle = () => new Promise(resolve => setImmediate(resolve))

  test('of one person one at a time, and only a few may wait', async () => {
    const { ofPerson } = createUploadTurns()
    const { opened, open } = gate()
    let running = 0
    let most = 0
    const upload = () =>
      ofPerson('usr_1', async () => {
        running += 1
        most = Math.max(most, running)
        await opened
        running -= 1
      })
    const taken = Array.from({ length: 6 }, upload)
    await expect(upload()).rejects.toMatchObject({ status: 429, code: 'uploads-waiting' })
    let other = false
    await ofPerson('usr_2', () => Promise.resolve(void (other = true)))
    expect(other).toBe(true)
    open()
    await Promise.all(taken)
    expect(most).toBe(1)
    await upload()
  })

  test('four files are in memory at the same time, and a failed one gives its place back', async () => {
    const { inMemory } = createUploadTurns()
    const { opened, open } = gate()
    let running = 0
    const work = async (nth: number) => {
      running += 1
      await opened
      if (nth % 2 === 0) throw new Error('unreadable')
    }
    const all = Array.from({ length: 12 }, (_, nth) => inMemory(() => work(nth)).catch(() => 'failed'))
    await settle()
    expect(running).toBe(4)
    open()
    expect((await Promise.all(all)).filter(one => one === 'failed')).toHaveLength(6)
    expect(running).toBe(12)
  })
})
