import type { FileObjection, ObjectionPage } from '../../../shared/contract/participation/objection'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import { type Answer, type TestServer } from './testServer'
import { type Person, storyOf, tokenOf } from './world'

export const TEXT = '第二行道路清扫的钱，我看到的收据上不是这个数。'

/** Ids of the presented statement of `financeContent`: its table, the second row, and what was spent there. */
export const SPENT = { blockId: 'money', rowId: '2026-10-12|expense|道路清扫', columnId: 'expense' }

/** A village's notice that everybody can read. Written by `editor` alone. */
export async function publishedNotice(server: TestServer): Promise<WorkNoticePage> {
  const story = storyOf(server)
  const signed = await story.agree('supervisor', await story.submit('editor', await story.create('editor')))
  return story.publish('head', signed)
}

export const objectionOf = (
  server: TestServer,
  person: Person,
  noticeId: string,
  input: Partial<FileObjection> = {},
): Promise<Answer<ObjectionPage>> =>
  server.ask<ObjectionPage>('POST', `/notices/${noticeId}/objections`, {
    token: tokenOf(server, person),
    body: { edition: 1, kind: 'amount', target: SPENT, text: TEXT, ...input },
  })

/** Calls on one objection; each throws when the server refuses. */
export function objectionStory(server: TestServer) {
  const done = async (person: Person, path: string, body: object): Promise<ObjectionPage> => {
    const answer = await server.ask<ObjectionPage>('POST', path, { token: tokenOf(server, person), body })
    if (answer.status >= 400) throw new Error(`${person} POST ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  const step = (person: Person, { objection }: ObjectionPage, name: string, more: object = {}) =>
    done(person, `/objections/${objection.id}/${name}`, { version: objection.version, ...more })
  return {
    file: (person: Person, noticeId: string, input: Partial<FileObjection> = {}) =>
      done(person, `/notices/${noticeId}/objections`, {
        edition: 1,
        kind: 'amount',
        target: SPENT,
        text: TEXT,
        ...input,
      }),
    step,
    answer: (person: Person, page: ObjectionPage, text = '经核对，收据是两张，合起来就是这个数。') =>
      step(person, page, 'answer', { text }),
    settle: (person: Person, page: ObjectionPage, settled: boolean) =>
      step(person, page, 'settle', { settled }),
    escalate: (person: Person, page: ObjectionPage) => step(person, page, 'escalate'),
  }
}
