import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { HostRequest, HostResponse, HostUpload } from './types'

/** One request of the app, as the wire saw it. */
export interface Exchange {
  method: string
  /** Path and query, without the origin. */
  path: string
  status: number
  /** Bytes of the body as it came over the wire, compressed. */
  wireBytes: number
  encoding: string
  failure: string
}

const DECODERS: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
}

/** The way from the phone to a real server: the origin built into the package is mapped to where the server runs. */
export class RealNetwork {
  readonly exchanges: Exchange[] = []

  /** `doorway`: origin that answers logins by WeChat, where it is another. */
  constructor(
    private readonly server: string | null,
    private readonly doorway: string | null = null,
  ) {}

  async request(request: HostRequest): Promise<HostResponse> {
    const asked = new URL(request.url)
    const exchange = {
      method: request.method,
      path: asked.pathname + asked.search,
      status: 0,
      wireBytes: 0,
      encoding: '',
    }
    try {
      if (this.server === null) throw new Error('there is no server in this test')
      const isLogin = exchange.path.endsWith('/auth/wechat')
      const origin = isLogin ? (this.doorway ?? this.server) : this.server
      const { status, headers, raw } = await send(new URL(exchange.path, origin), request)
      const encoding = headers['content-encoding'] ?? ''
      this.exchanges.push({ ...exchange, status, wireBytes: raw.length, encoding, failure: '' })
      return { status, headers, body: (DECODERS[encoding]?.(raw) ?? raw).toString('utf8') }
    } catch (problem) {
      const failure = problem instanceof Error ? problem.message : String(problem)
      this.exchanges.push({ ...exchange, failure })
      return { failure }
    }
  }
}

const BOUNDARY = '----phone-upload-boundary'

/** A multipart form, as WeChat sends it. */
function formOf({ path: file, field, fields }: HostUpload): Buffer {
  const part = (head: string) => Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n`)
  const texts = Object.entries(fields).flatMap(([name, value]) => [
    part(`name="${name}"`),
    Buffer.from(`\r\n${value}\r\n`),
  ])
  return Buffer.concat([
    ...texts,
    part(`name="${field}"; filename="${path.basename(file)}"`),
    Buffer.from('Content-Type: application/octet-stream\r\n\r\n'),
    readFileSync(file),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ])
}

function send(url: URL, { method, headers, body, upload }: HostRequest) {
  const multipart = upload && { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  return new Promise<{ status: number; headers: Record<string, string>; raw: Buffer }>((resolve, reject) => {
    const request = http.request(
      url,
      { method, headers: { 'accept-encoding': 'br, gzip', ...headers, ...multipart } },
      response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const flat = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(flat) as Record<string, string>,
            raw: Buffer.concat(chunks),
          })
        })
      },
    )
    request.on('error', reject)
    request.end(upload ? formOf(upload) : (body ?? undefined))
  })
}
