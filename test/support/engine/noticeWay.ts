import { randomUUID } from 'node:crypto'
import { MEETING } from '../api/world'
import type { KillableServer } from './killableServer'
import type { ModelContent, ModelNotice } from './modelNotice'

/** The personas of the demonstration that bring a notice from its draft to its publication. */
export const [EDITOR, SUPERVISOR, HEAD] = ['editor', 'supervisor', 'head'] as const

export type Tokens = Record<string, string>

/** What the server answers on every step of a notice. */
export interface WorkPage {
  notice: { id: string; state: string; version: number; content: ModelContent }
  item: { id: string }
  history: { to: string }[]
}

/** One request of a persona. */
export interface Step {
  persona: string
  method: string
  place: string
  body: unknown
}

/** From the draft to its publication. */
export const STEPS = 5

/** A period of its own for every notice: an item has one notice a period. */
export const dayOf = (nth: number): string => new Date(Date.UTC(2024, 0, 1 + nth)).toISOString().slice(0, 10)

/** Logs the three in. */
export async function logIn(server: KillableServer): Promise<Tokens> {
  const tokens: Tokens = {}
  for (const persona of [EDITOR, SUPERVISOR, HEAD]) {
    const body = { code: `${persona}#${randomUUID()}` }
    const session = await server.askUntilAnswered('POST', '/auth/wechat', { body })
    tokens[persona] = (session.body as { accessToken: string }).accessToken
  }
  return tokens
}

export const draftStep = (model: ModelNotice, title: string, period: string): Step => ({
  persona: EDITOR,
  method: 'POST',
  place: '/notices',
  body: { ...model, content: { ...model.content, title, period } },
})

/** The way of a notice from draft to published, one request a step; `done` of them are done. */
export const nextStep = ({ notice: { id, version } }: WorkPage, done: number): Step | undefined =>
  [
    { persona: EDITOR, method: 'POST', place: `/notices/${id}/submit`, body: { version } },
    {
      persona: SUPERVISOR,
      method: 'POST',
      place: `/notices/${id}/sign-off`,
      body: { version, opinion: 'agree' },
    },
    { persona: HEAD, method: 'POST', place: `/notices/${id}/meeting`, body: { version, ...MEETING } },
    { persona: HEAD, method: 'POST', place: `/notices/${id}/publish`, body: { version } },
  ][done - 1]

/** Brings a new notice to its publication. @throws Error when the server refuses a step */
export async function published(server: KillableServer, tokens: Tokens, first: Step): Promise<WorkPage> {
  let page: WorkPage | undefined
  let step: Step | undefined = first
  for (let done = 1; step !== undefined; done += 1) {
    const { persona, method, place, body } = step
    const call = { token: tokens[persona], body, key: randomUUID() }
    const reply = await server.ask(method, place, call)
    if (!reply || reply.status >= 300) throw new Error(`${place}: ${JSON.stringify(reply)}`)
    page = reply.body as WorkPage
    step = nextStep(page, done)
  }
  return page!
}
