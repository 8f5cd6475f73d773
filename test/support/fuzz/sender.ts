import { Agent, request } from 'node:http'
import type { Sent } from './requests'

export interface Got {
  status: number
  type: string
  /** A file to be kept is no document. */
  isFile: boolean
  text: string
}

/** Sends over a few lines that stay open; far quicker than `fetch`, and sends what a browser would not. */
export function createSender(url: string, lines: number) {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: lines })
  return {
    send: ({ method, path, headers, body }: Sent): Promise<Got> =>
      new Promise((resolve, reject) => {
        const bytes = body === null ? null : Buffer.from(body)
        const length = bytes && { 'Content-Length': String(bytes.length) }
        const sent = request(
          { hostname, port, agent, method, path, headers: { ...headers, ...length } },
          got => {
            const pieces: Buffer[] = []
            got.on('data', (piece: Buffer) => pieces.push(piece))
            got.on('error', reject)
            got.on('end', () =>
              resolve({
                status: got.statusCode!,
                type: got.headers['content-type'] ?? '',
                isFile: 'content-disposition' in got.headers,
                text: Buffer.concat(pieces).toString(),
              }),
            )
          },
        )
        sent.on('error', reject)
        sent.end(bytes)
      }),
    end: () => agent.destroy(),
  }
}
