import { createServer, type Server } from 'node:http'
import { readBook } from './witnessBook'

/** Number of checkpoints that are served, the newest last. */
const SERVED = 100

/** Serves the cosigned checkpoints of a folder as `GET /checkpoints` → `{ items }`, for everybody. */
export function serveBook(folder: string, port: number): Promise<Server> {
  const server = createServer((request, answer) => {
    const isKnown = request.method === 'GET' && request.url === '/checkpoints'
    const body = isKnown ? { items: readBook(folder).slice(-SERVED) } : { error: { code: 'not-found' } }
    answer.writeHead(isKnown ? 200 : 404, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
    })
    answer.end(JSON.stringify(body))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => resolve(server))
  })
}
