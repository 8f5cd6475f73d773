import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { startListening } from '../../server/http/listener'

/** A stop while people are being answered: every request that was taken is answered whole. */
const SLOW_MS = 150
const CALLERS = 40

function ask(url: string, agent: Agent): Promise<{ status: number; length: number; connection?: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, response => {
      let length = 0
      response.on('data', (part: Buffer) => (length += part.length))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, length, connection: response.headers.connection }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('requests under way are answered whole, idle lines are closed at once, new ones are not taken', async () => {
  const listener = await startListening(
    (_request, response) => {
      void sleep(SLOW_MS).then(() => {
        response.write('x'.repeat(1000))
        return sleep(SLOW_MS).then(() => response.end('y'.repeat(1000)))
      })
    },
    '127.0.0.1',
    0,
  )
  const agent = new Agent({ keepAlive: true })
  await Promise.all([ask(listener.url, agent), ask(listener.url, agent)])
  const underWay = Promise.all(Array.from({ length: CALLERS }, () => ask(listener.url, agent)))
  await sleep(SLOW_MS / 2)
  const began = performance.now()
  const ended = listener.end()
  await sleep(SLOW_MS / 3)
  await expect(ask(listener.url, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  for (const answer of await underWay) {
    expect(answer).toEqual({ status: 200, length: 2000, connection: 'close' })
  }
  await ended
  expect(performance.now() - began).toBeLessThan(2_000)
  agent.destroy()
})
