import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KillableServer, Reply } from '../engine/killableServer'
import { type ModelNotice, modelNotice } from '../engine/modelNotice'
import { dayOf, draftStep, EDITOR, logIn, published, STEPS, type Tokens } from '../engine/noticeWay'

/** What everybody does for a long time: readers of kept pages and of others, people who log in, a village that publishes. */
export interface Soaked {
  /** Requests that were answered. */
  requests: number
  /** Answers that nobody should get, and connections that broke. */
  failed: string[]
  drafts: number
  /** Notices that are public now, and that were withdrawn again. */
  public: Set<string>
  withdrawn: Set<string>
}

const LEAK = { reason: '误带了他人信息，先撤下', leaked: ['name'], persons: 1, measures: '已撤下并告知本人' }
/** Every so manieth publication is withdrawn again; so many drafts are written for each. */
const [WITHDRAWN_EACH, DRAFTS_EACH] = [3, 2]
const READERS = { kept: 3, others: 2 }
const [READ_PAUSE_MS, LOGIN_PAUSE_MS, WRITE_PAUSE_MS] = [20, 200, 100]

export interface SoakLoad {
  orgCode: string
  seen: Soaked
  end(): Promise<void>
}

interface Stage {
  server: KillableServer
  seen: Soaked
  model: ModelNotice
  tokens: Tokens
}

type Call = Parameters<KillableServer['ask']>

/** Asks, and notes an answer that is no good. */
async function asked({ server, seen }: Stage, ...call: Call): Promise<Reply | undefined> {
  const reply = await server.ask(...call)
  seen.requests += 1
  if (!reply || reply.status >= 400) {
    seen.failed.push(`${call[0]} ${call[1]}: ${JSON.stringify(reply)?.slice(0, 200)}`)
    return undefined
  }
  return reply
}

const newestOf = ({ seen }: Stage): string | undefined => [...seen.public].at(-1)

async function readKept(stage: Stage): Promise<void> {
  const { orgCode } = stage.model
  const newest = newestOf(stage)
  await asked(stage, 'GET', `/orgs/${orgCode}/notices`)
  await asked(stage, 'GET', `/home?org=${orgCode}`)
  if (newest) await asked(stage, 'GET', `/notices/${newest}`)
}

async function readOthers(stage: Stage): Promise<void> {
  const { model, tokens, seen } = stage
  const q = encodeURIComponent(`第 ${1 + (seen.requests % 50)} 次`)
  await asked(stage, 'GET', `/search?org=${model.orgCode}&q=${q}`)
  await asked(stage, 'GET', `/orgs/${model.orgCode}/work?limit=${1 + (seen.requests % 50)}`, { token: tokens[EDITOR] }) // prettier-ignore
  await asked(stage, 'GET', '/me', { token: tokens[EDITOR] })
}

async function comeAndGo(stage: Stage): Promise<void> {
  const login = await asked(stage, 'POST', '/auth/wechat', { body: { code: `villager#${randomUUID()}` } })
  const session = login?.body as { refreshToken: string } | undefined
  if (!session) return
  const renewed = await asked(stage, 'POST', '/auth/refresh', {
    body: { refreshToken: session.refreshToken },
  })
  const { refreshToken } = (renewed?.body ?? session) as { refreshToken: string }
  await asked(stage, 'POST', '/auth/logout', { body: { refreshToken } })
}

/** Drafts, one of them published, now and then withdrawn again. */
async function write(stage: Stage, nth: number): Promise<void> {
  const { server, seen, model, tokens } = stage
  const stepOf = (at: number) => draftStep(model, `第 ${nth} 次耐久`, dayOf(-nth * DRAFTS_EACH - at))
  for (let at = 1; at < DRAFTS_EACH; at += 1) {
    const { method, place, body } = stepOf(at)
    if (await asked(stage, method, place, { token: tokens[EDITOR], body, key: randomUUID() })) {
      seen.drafts += 1
    }
  }
  const page = await published(server, tokens, stepOf(0)).catch((error: Error) => error)
  seen.requests += STEPS
  if (page instanceof Error) return void seen.failed.push(page.message)
  const { id, version } = page.notice
  seen.public.add(id)
  if (nth % WITHDRAWN_EACH !== 0) return
  const call = { token: tokens[EDITOR], body: { version, ...LEAK }, key: randomUUID() }
  seen.public.delete(id)
  if (await asked(stage, 'POST', `/notices/${id}/withdraw`, call)) seen.withdrawn.add(id)
}

/** Begins at once and goes on until `end`. */
export async function soakLoad(server: KillableServer): Promise<SoakLoad> {
  const tokens = await logIn(server)
  const model = await modelNotice(server, tokens[EDITOR]!)
  const seen: Soaked = { requests: 0, failed: [], drafts: 0, public: new Set(), withdrawn: new Set() }
  const stage: Stage = { server, seen, model, tokens }
  let over = false
  const again = async (work: (nth: number) => Promise<void>, pause: number) => {
    for (let nth = 1; !over; nth += 1) {
      await work(nth)
      await sleep(pause)
    }
  }
  const all = Promise.all([
    ...Array.from({ length: READERS.kept }, () => again(() => readKept(stage), READ_PAUSE_MS)),
    ...Array.from({ length: READERS.others }, () => again(() => readOthers(stage), READ_PAUSE_MS)),
    again(() => comeAndGo(stage), LOGIN_PAUSE_MS),
    again(nth => write(stage, nth), WRITE_PAUSE_MS),
  ])
  return {
    orgCode: model.orgCode,
    seen,
    end: async () => {
      over = true
      await all
    },
  }
}

/** The notices that readers of an organisation's feed see, page by page. */
export async function feedOf(server: KillableServer, orgCode: string): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const place = `/orgs/${orgCode}/notices?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const { body } = await server.askUntilAnswered('GET', place)
    const page = body as { items: { id: string }[]; nextCursor: string | null }
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}
