import type { ErrorBody } from '../../../shared/contract/common'
import type { Clock } from '../../../server/platform/clock'
import { type TestServer, startTestServer } from './testServer'
import { type Person, buildWorld, clearNotices, storyOf, tokenOf } from './world'

/** The server and the story of the test file that called `openWorld`; each test file loads this module again. */
export let server: TestServer
export let story: ReturnType<typeof storyOf>

/** The small world on a server of its own for a whole test file; every test begins without notices. */
export function openWorld(purpose: string, clock?: Clock): void {
  beforeAll(async () => {
    server = await startTestServer(purpose, clock)
    story = storyOf(server)
    await buildWorld(server.db)
  })
  beforeEach(() => clearNotices(server.db))
  afterAll(() => server.close())
}

export const ask = <Body>(person: Person, method: string, path: string, body?: unknown) =>
  server.ask<Body>(method, path, { token: tokenOf(server, person), body })

export const errorOf = (body: unknown) => (body as ErrorBody).error

/** A notice of the village that its supervisor has agreed to. */
export async function signed() {
  const draft = await story.create('editor')
  return story.agree('supervisor', await story.submit('editor', draft))
}
