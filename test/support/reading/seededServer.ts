import { seedIfEmpty } from '../../../server/seed'
import { type TestServer, startTestServer } from '../api/testServer'

/** The whole server on a database of its own that holds the demonstration area. */
export async function startSeededServer(purpose: string): Promise<TestServer> {
  const server = await startTestServer(purpose)
  await seedIfEmpty(server.models, server.services.clock, { info: () => undefined })
  return server
}

/** The first village of the demonstration and its street. */
export const VILLAGE = 'XQ-DH-LX-V01'
export const STREET = 'XQ-DH-LX'
