import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Line {
  kbits: number
  /** There and back, ms. */
  latency: number
}

/** Bytes that a line carries in one go. */
const PACKET = 1_400

/** One direction of a line, shared by all connections: a packet after the other, half the latency under way. */
class Way {
  private free = 0

  constructor(private readonly line: Line) {}

  /** Milliseconds until so many bytes have come. */
  wait(bytes: number): number {
    const now = performance.now()
    this.free = Math.max(now, this.free) + (bytes * 8) / this.line.kbits
    return this.free - now + this.line.latency / 2
  }
}

/** Carries what one end sends to the other; takes no more from it before all has left, so that connections take turns. */
function carry(from: Socket, to: Socket, way: Way, opened: Promise<void>): void {
  from.on('data', (data: Buffer) => {
    from.pause()
    void opened.then(() => {
      for (let at = 0; at < data.length; at += PACKET) {
        const packet = data.subarray(at, at + PACKET)
        const last = at + PACKET >= data.length
        setTimeout(() => {
          if (!to.destroyed) to.write(packet)
          if (last) from.resume()
        }, way.wait(packet.length))
      }
    })
  })
  from.on('end', () => void opened.then(() => setTimeout(() => to.end(), way.wait(0))))
  from.on('error', () => to.destroy())
}

/**
 * A slow line in front of a server: bytes really come late. Chromium's own throttling holds them back behind the clock of
 * `responseStart`, so that the first byte would seem to come at once. A connection costs one way there and back before its first byte.
 */
export async function openSlowLine(
  url: string,
  line: Line,
): Promise<{ url: string; close(): Promise<void> }> {
  const { hostname, port } = new URL(url)
  const [up, down] = [new Way(line), new Way(line)]
  const open = new Set<Socket>()
  const door = createServer(phone => {
    const server = connect(Number(port), hostname)
    const opened = new Promise<void>(resolve => void setTimeout(resolve, line.latency))
    for (const end of [phone, server]) open.add(end.on('close', () => open.delete(end)))
    carry(phone, server, up, opened)
    carry(server, phone, down, opened)
  })
  await new Promise<void>(resolve => void door.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>(resolve => {
        door.close(() => resolve())
        for (const end of open) end.destroy()
      }),
  }
}
