import { EventEmitter, once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { startListening } from '../../server/http/listener'

/** A stop while people are being answered: every request that was taken is answered whole. */
const CALLERS = 40
/** When the server cuts off what still runs: a stop that takes so long has waited for a connection that nobody uses. */
const CUT_MS = 10_000

interface Reply {
  status: number
  length: number
  connection?: string
}

function ask(url: string, agent: Agent): Promise<Reply> {
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
  const gate = new EventEmitter()
  let begun = 0
  const listener = await startListening(
    ({ url }, response) => {
      if (url === '/idle') return void response.end('z')
      gate.once('open', () => {
        response.write('x'.repeat(1000))
        setImmediate(() => response.end('y'.repeat(1000)))
      })
      begun += 1
      if (begun === CALLERS) gate.emit('full')
    },
    '127.0.0.1',
    0,
  )
  gate.setMaxListeners(CALLERS)
  const idle = connect(Number(new URL(listener.url).port), '127.0.0.1')
  idle.write('GET /idle HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(idle, 'data')
  const busy = new Agent({ keepAlive: true })
  const full = once(gate, 'full')
  const underWay = Promise.all(Array.from({ length: CALLERS }, () => ask(listener.url, busy)))
  await full

  const began = performance.now()
  const ended = listener.end()
  // The gate is shut: nobody who is under way has been answered yet.
  await once(idle, 'close')
  await expect(ask(listener.url, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  gate.emit('open')
  for (const answer of await underWay) {
    expect(answer).toEqual({ status: 200, length: 2000, connection: 'close' })
  }
  await ended
  expect((performance.now() - began) / CUT_MS).toBeLessThan(1)
  busy.destroy()
})
