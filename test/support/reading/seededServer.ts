import { createHash } from 'node:crypto'
import { PERSONAS, personaOf } from '../../../server/demo/seed/personas'
import { userIdOf } from '../../../server/demo/seed/noticeRows'
import { type TestServer, startTestServer } from '../api/testServer'
import { Logins } from '@server/people/accounts/models/logins'
import { SEEDED_MS } from '../seed/limits'
import { openSeededDatabase } from '../seed/seededDatabase'

jest.setTimeout(SEEDED_MS)

const loginOf = (userId: string) => `fam_${createHash('sha256').update(userId).digest('hex').slice(0, 20)}`

/** The whole server on a database of its own that holds the demonstration area. */
export async function startSeededServer(purpose: string): Promise<TestServer> {
  const server = await startTestServer(purpose, undefined, {}, await openSeededDatabase(purpose))
  await server.db.of(Logins).insertMany(
    PERSONAS.map(persona => ({
      _id: loginOf(userIdOf(persona)),
      userId: userIdOf(persona),
      createdAt: new Date('2099-01-01T00:00:00Z'),
      lastSeenAt: new Date('2099-01-01T00:00:00Z'),
      secondFactorAt: null,
      endedAt: null,
    })),
  )
  return server
}

/** Token of the person who holds the role in the organisation. */
export function tokenIn(server: TestServer, orgCode: string, role: Parameters<typeof personaOf>[1]): string {
  const userId = userIdOf(personaOf(orgCode, role))
  return server.services.tokens.sign({ userId, tokenVersion: 0, login: loginOf(userId) })
}

/** The first village of the demonstration and its street. */
export const VILLAGE = 'XQ-DH-LX-V01'
export const STREET = 'XQ-DH-LX'
