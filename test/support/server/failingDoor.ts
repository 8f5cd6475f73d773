import { Agent, type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a failing server answers; `silent`: nothing at all, the connection stays open. */
export type ServerFault = 'silent' | { status: number; headers: Record<string, string>; body: Buffer }

const answer = (
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): ServerFault => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(body),
})

/** Page of a proxy whose server is gone. */
const PAGE = '<html><head><title>Error</title></head><body><h1>Error</h1></body></html>'
const HTML = { 'content-type': 'text/html' }

/** Ways in which a server fails → what comes of it. */
export const SERVER_FAULTS = {
  '500 with the page of a proxy': answer(500, PAGE, HTML),
  '503 with Retry-After': answer(503, PAGE, { ...HTML, 'retry-after': '30' }),
  'bytes that mean nothing': answer(200, Buffer.from([0, 255, 254, 123, 34, 195, 40, 0, 91, 93, 128])),
  'an empty body': answer(200, ''),
  nothing: 'silent',
} as const satisfies Record<string, ServerFault>

/** The way to a server that can be made to fail: all that is asked of its API while `fail` is given a fault. */
export interface FailingDoor {
  url: string
  fail(fault: ServerFault | null): void
  close(): Promise<void>
}

/** Opens a door in front of the server at `url`; what is no part of the API always comes through. */
export async function openFailingDoor(url: string): Promise<FailingDoor> {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true })
  let fault: ServerFault | null = null

  function pass(asked: IncomingMessage, response: ServerResponse): void {
    const { url: path, method, headers } = asked
    const sent = request({ hostname, port, path, method, headers, agent }, found => {
      response.writeHead(found.statusCode ?? 502, found.headers)
      found.pipe(response)
    })
    sent.once('error', () => response.destroy())
    asked.pipe(sent)
  }

  function fail(asked: IncomingMessage, response: ServerResponse, now: ServerFault): void {
    asked.resume()
    if (now !== 'silent') response.writeHead(now.status, now.headers).end(now.body)
  }

  const door = createServer((asked, response) =>
    fault && asked.url?.startsWith('/api/') ? fail(asked, response, fault) : pass(asked, response),
  )
  await new Promise<void>(resolve => void door.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    fail: next => {
      fault = next
    },
    close: async () => {
      agent.destroy()
      door.closeAllConnections()
      await new Promise(resolve => door.close(resolve))
    },
  }
}
