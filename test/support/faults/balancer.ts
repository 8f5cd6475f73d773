import { Agent, type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The balancer in front of several servers, as config/docker/nginx.conf has it: one after another, the next when one cannot be reached. */
export interface Balancer {
  url: string
  /** How often a request had to go to another server. */
  moved(): number
  close(): Promise<void>
}

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  let turn = 0
  let moved = 0

  function pass(asked: IncomingMessage, response: ServerResponse, first: number, tries: number): void {
    const port = ports[(first + tries) % ports.length]!
    const sent = request(
      { port, host: '127.0.0.1', path: asked.url, method: asked.method, agent },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    sent.once('error', () => {
      if (response.headersSent) return response.destroy()
      if (tries <= 1) return void response.writeHead(502).end()
      moved += 1
      pass(asked, response, first, tries - 1)
    })
    sent.end()
  }

  const server = createServer((asked, response) => pass(asked, response, (turn += 1), ports.length))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    moved: () => moved,
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
