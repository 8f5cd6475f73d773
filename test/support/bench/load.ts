import { type Socket, connect } from 'node:net'

/**
 * Load generator on bare sockets: node's own HTTP client would be slower than the servers that it measures. Runs in a process of
 * its own, one order at a time over IPC.
 */
export interface Order {
  port: number
  /** Paths with their headers; connections take them in turn. */
  requests: { path: string; headers?: Record<string, string> }[]
  connections: number
  milliseconds: number
  /** Status and length that an answer must have; every 1,000th body is passed on so that the caller can look at it. */
  status: number
}

export interface Load {
  answers: number
  seconds: number
  /** Answers with another status. */
  wrong: number
  p50: number
  p99: number
  /** Every 1,000th body, as it came. */
  bodies: string[]
}

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const LENGTH = /content-length: (\d+)/i
const BODY_EVERY = 1_000

const bytesOf = ({ path, headers = {} }: Order['requests'][number], port: number): Buffer =>
  Buffer.from(
    [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n'),
  )

interface Count {
  answers: number
  wrong: number
  times: number[]
  bodies: string[]
}

/** One connection that asks the same again as soon as it is answered. */
function ask(socket: Socket, text: Buffer, status: string, count: Count): void {
  let rest: Buffer = Buffer.alloc(0)
  let sentAt = 0
  const next = () => {
    sentAt = performance.now()
    socket.write(text)
  }
  socket.on('data', (piece: Buffer) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const headEnd = rest.indexOf(END_OF_HEAD)
    if (headEnd < 0) return
    const head = rest.toString('latin1', 0, headEnd)
    const end = headEnd + END_OF_HEAD.length + Number(LENGTH.exec(head)?.[1] ?? 0)
    if (rest.length < end) return
    count.answers += 1
    if (head.slice(9, 12) !== status) count.wrong += 1
    if (count.answers % BODY_EVERY === 1) {
      count.bodies.push(rest.toString('utf8', headEnd + END_OF_HEAD.length, end))
    }
    count.times.push(performance.now() - sentAt)
    rest = rest.subarray(end)
    next()
  })
  socket.once('connect', next)
}

const ended = (socket: Socket) =>
  new Promise<void>(resolve => {
    socket.once('close', () => resolve())
    socket.destroy()
  })

export async function load({ port, requests, connections, milliseconds, status }: Order): Promise<Load> {
  const texts = requests.map(one => bytesOf(one, port))
  const count: Count = { answers: 0, wrong: 0, times: [], bodies: [] }
  const started = performance.now()
  const sockets = Array.from({ length: connections }, (_, nth) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.on('error', () => (count.wrong += 1))
    ask(socket, texts[nth % texts.length]!, String(status), count)
    return socket
  })
  await new Promise(resolve => setTimeout(resolve, milliseconds))
  const seconds = (performance.now() - started) / 1000
  const { answers, wrong, bodies } = count
  const times = count.times.sort((a, b) => a - b)
  await Promise.all(sockets.map(ended))
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { answers, seconds, wrong, p50: at(0.5), p99: at(0.99), bodies }
}

process.on('message', (order: Order) => {
  void load(order).then(result => process.send?.(result))
})
