import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '../../../shared/contract/common'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import type { TestServer } from '../api/testServer'
import { type Person, type storyOf, tokenOf } from '../api/world'

type Story = ReturnType<typeof storyOf>

/** What a rival wants to do with the notice. */
export interface Wish {
  person: Person
  step: string
  body: object
}

/** A notice in a state, and what people may do with it there: of all that want it at once, one gets it. */
export interface Contest {
  name: string
  make(story: Story): Promise<WorkNoticePage>
  wishes: readonly Wish[]
}

const submitted = async (story: Story) => story.submit('editor', await story.create('editor'))
const met = async (story: Story) =>
  story.meet('head', await story.agree('supervisor', await submitted(story)))

const wish = (person: Person, step: string, body: object = {}): Wish => ({ person, step, body })

export const CONTESTS: readonly Contest[] = [
  {
    name: 'agree or object',
    make: submitted,
    wishes: [
      wish('supervisor', 'sign-off', { opinion: 'agree' }),
      wish('supervisor-2', 'sign-off', { opinion: 'agree' }),
      wish('supervisor', 'sign-off', { opinion: 'object', reason: '没有附票据' }),
      wish('supervisor-2', 'sign-off', { opinion: 'object', reason: '金额不对' }),
    ],
  },
  {
    name: 'publish',
    make: met,
    wishes: [wish('editor', 'publish'), wish('editor-2', 'publish'), wish('head', 'publish')],
  },
]

export const RIVALS = 64

/** How a contest went. */
export interface Round {
  won: number
  /** Losers that learnt, by 409, what has happened. */
  told: number
  /** Answers that are neither, as texts. */
  odd: string[]
}

const TOLD = /已经办了“.+”/

/** Everybody wants it at once; rival `at` asks the server `urls[at % urls.length]`. */
export async function contend(
  server: TestServer,
  { notice }: WorkNoticePage,
  wishes: readonly Wish[],
  urls: readonly string[],
): Promise<Round> {
  const answers = await Promise.all(
    Array.from({ length: RIVALS }, (_, at) => {
      const { person, step, body } = wishes[at % wishes.length]!
      const path = `${urls[at % urls.length]}/api/v1/notices/${notice.id}/${step}`
      return server.ask<ErrorBody>('POST', path, {
        token: tokenOf(server, person),
        body: { version: notice.version, ...body },
        key: randomUUID(),
      })
    }),
  )
  const won = answers.filter(answer => answer.status === 200).length
  const losers = answers.filter(answer => answer.status !== 200)
  const isTold = ({ status, body }: (typeof answers)[number]) =>
    status === 409 && body.error.code === 'version-conflict' && TOLD.test(body.error.message)
  return {
    won,
    told: losers.filter(isTold).length,
    odd: losers.filter(answer => !isTold(answer)).map(({ status, text }) => `${status} ${text}`),
  }
}
