import { createClient } from '../../../shared/client'
import type { TokenPair } from '../../../shared/client/call'
import type { AlongsidePage, NoticeSummary } from '../../../shared/contract/reading/site'
import type { RunningServer } from '../server/runningServer'
import { authenticatorOf } from './webLogin'

/** What a test looks up beforehand, by the public API and its typed client. */
export type Library = ReturnType<typeof openLibrary>

export interface Pair {
  notice: NoticeSummary
  page: AlongsidePage
}

/** The typed client of a running server; it keeps its tokens in memory. */
export function openClient(server: string) {
  let kept: TokenPair | null = null
  return createClient({
    baseUrl: `${server}/api/v1`,
    tokens: { load: () => kept, save: pair => void (kept = pair), clear: () => void (kept = null) },
    request: async ({ method, url, headers, body }) => {
      const answer = await fetch(url, { method, headers, ...(body !== undefined && { body }) })
      return { status: answer.status, body: (await answer.json()) as unknown }
    },
  })
}

/** The typed client of a person of the demonstration, logged in, with the second factor where the server asks for one. */
export async function clientOf({ url, loginCode }: RunningServer, persona: string) {
  const client = openClient(url)
  const { me } = await client.loginWechat(await loginCode(persona))
  const authenticator = authenticatorOf(url, persona)
  if (me.secondFactor === 'enrol') {
    authenticator.take((await client.api('POST /auth/second-factor/enrol')).secret)
  }
  if (me.secondFactor === 'enrol' || me.secondFactor === 'verify') {
    await client.api('POST /auth/second-factor/verify', { body: { code: await authenticator.code() } })
  }
  return client
}

/** Reads the public API of a running server without a login. */
export function openLibrary(server: string) {
  const client = openClient(server)

  /** First village notice, in the order of the villages, whose 对照 is as wanted. */
  async function findPair(wanted: (page: AlongsidePage) => boolean): Promise<Pair> {
    const { items: orgs } = await client.api('GET /orgs')
    for (const org of orgs.filter(({ kind }) => kind === 'village' || kind === 'community')) {
      const { items } = await client.api('GET /orgs/:code/notices', {
        params: { code: org.code },
        query: { limit: 50 },
      })
      for (const notice of items) {
        const page = await client.api('GET /notices/:id/alongside', { params: { id: notice.id } })
        if (wanted(page)) return { notice, page }
      }
    }
    throw new Error('the seed has no such pair')
  }

  return { client, findPair }
}

export const isIdentical = ({ village, government, comparison }: AlongsidePage): boolean =>
  village !== null && government !== null && comparison.fields.every(({ status }) => status === 'same')

export const isDiffering = ({ government, comparison }: AlongsidePage): boolean =>
  government !== null && comparison.counts.differs > 0

export const isMissingOnStreet = ({ government }: AlongsidePage): boolean => government === null
