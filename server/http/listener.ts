import { type RequestListener, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Milliseconds. Must exceed the proxy's keep-alive, or it may reuse a socket we are closing. */
const IDLE_MS = 65_000
const HEADERS_MS = 10_000
const REQUEST_MS = 60_000
const FAREWELL_MS = 10_000

export interface Listener {
  /** Address of the listener, e.g. `http://127.0.0.1:8080`. */
  url: string
  /** Stops accepting connections, waits for running requests, and cuts them after ten seconds. */
  end(): Promise<void>
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

const opened = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Starts a listener that can stop without breaking off an answer. */
export async function startListening(handle: RequestListener, host: string, port: number): Promise<Listener> {
  const running = new Set<ServerResponse>()
  let ending = false
  const lastOfItsConnection = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close')
  }
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS },
    (request, response) => {
      running.add(response)
      response.once('close', () => running.delete(response))
      if (ending) lastOfItsConnection(response)
      handle(request, response)
    },
  )
  await opened(server, host, port)
  return {
    url: addressOf(server),
    end: () =>
      new Promise(resolve => {
        ending = true
        running.forEach(lastOfItsConnection)
        const cut = setTimeout(() => server.closeAllConnections(), FAREWELL_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
