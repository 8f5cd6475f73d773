import { type AddressInfo, createServer } from 'node:net'

/** A port of the loopback interface that nobody listens on now, for a server that has to know its address beforehand. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
