import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import mongoose from 'mongoose'
import type { Database } from '@server/platform/store/database'
import { connect } from '@server/platform/store/connect'

/**
 * The limits of this machine in the same run, in a process of its own: a bare `node:http` that sends ready bytes, and one that
 * reads twenty rows of the organisation that is its path by the driver and writes them as JSON.
 */
export interface LimitsOrder {
  /** Body that is sent unchanged. */
  body: string
  /** Headers of the answer whose bytes are sent. */
  headers: Record<string, string>
  database: Pick<Database, 'uri' | 'options'>
}

export interface LimitsAnswer {
  ready: number
  bare: number
  driver: number
}

const listen = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

async function serve({ body, headers, database }: LimitsOrder): Promise<LimitsAnswer> {
  const bytes = Buffer.from(body)
  const length = String(bytes.length)
  const ready = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': length })
    response.end(bytes)
  })
  const whole = { ...headers, 'Content-Length': length }
  const bare = createServer((_request, response) => {
    response.writeHead(200, whole)
    response.end(bytes)
  })
  await connect(mongoose, { ...database } as Database)
  const rows = mongoose.connection.collection('publications')
  const driver = createServer((request, response) => {
    const orgCode = request.url!.slice(1)
    void rows
      .find({ orgCode, live: true }, { projection: { grams: 0, content: 0 } })
      .sort({ publishedAt: -1, _id: -1 })
      .limit(20)
      .toArray()
      .then(found => {
        const text = Buffer.from(JSON.stringify(found))
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': String(text.length) })
        response.end(text)
      })
  })
  return { ready: await listen(ready), bare: await listen(bare), driver: await listen(driver) }
}

process.on('message', (order: LimitsOrder) => {
  void serve(order).then(answer => process.send?.(answer))
})
