import type {
  ApplicationPage,
  ApplicationStep,
  ReceiveApplication,
} from '../../../shared/contract/participation/application'
import type { Answer, TestServer } from './testServer'
import { type Person, tokenOf } from './world'

/** Planted in every application of the tests: must be on no surface. */
export const PLANTED = { name: '欧阳测试', proofNumber: '610111196203047710', phone: '13900001234' } as const

type Input = Partial<ReceiveApplication>

const APPLICATION = {
  door: 'in-person',
  ...PLANTED,
  proof: '居民身份证',
  address: '东一村三组',
  items: ['东一村2024年征收土地公告', '东一村2009年征地批复（陕政土批〔2009〕88号）'],
} as const

export const receiveOf = (
  server: TestServer,
  person: Person,
  input: Input = {},
  orgCode = 'ST1',
): Promise<Answer<ApplicationPage>> =>
  server.ask<ApplicationPage>('POST', `/orgs/${orgCode}/applications`, {
    token: tokenOf(server, person),
    body: { ...APPLICATION, ...input },
  })

export const DESK = {
  reviewBody: '试验新城管理委员会',
  court: '试验铁路运输法院',
  searchPlaces: ['综合档案室'],
}

/** Search log 检索记录 of the second item. */
const SEARCH = [
  {
    place: '综合档案室',
    words: ['陕政土批〔2009〕88号', '东一村征地批复'],
    from: '2009-01-01',
    to: '2010-12-31',
    by: '经办',
    on: '2026-11-20',
    result: '没有检索到',
  },
]
export const DECIDED = {
  items: [
    { id: '1', kind: 'given', manner: '随答复书附纸质复印件一份，当面领取' },
    { id: '2', kind: 'absent', search: SEARCH },
  ],
}

/** Calls on one application; each throws when the server refuses. */
export function applicationStory(server: TestServer) {
  const must = ({ status, text, body }: Answer<ApplicationPage>, what: string): ApplicationPage => {
    if (status >= 400) throw new Error(`${what}: ${status} ${text}`)
    return body
  }
  const ask = (person: Person, page: ApplicationPage, step: ApplicationStep, data: object = {}) =>
    server.ask<ApplicationPage>('POST', `/applications/${page.application.id}/steps`, {
      token: tokenOf(server, person),
      body: { version: page.version, step, data },
    })
  const step = async (person: Person, page: ApplicationPage, name: ApplicationStep, data: object = {}) =>
    must(await ask(person, page, name, data), `${person} ${name}`)
  const receive = async (person: Person = 'clerk', input: Input = {}) =>
    must(await receiveOf(server, person, input), `${person} receives`)
  const setDesk = () =>
    server.ask('PUT', '/orgs/ST1/application-desk', { token: tokenOf(server, 'street-head'), body: DESK })
  const drafted = async (input: Input = {}) => {
    await setDesk()
    const taken = await step('clerk', await receive('clerk', input), 'take')
    return step('clerk', await step('clerk', taken, 'items', DECIDED), 'draft')
  }
  const reviewing = async (input: Input = {}) => step('clerk', await drafted(input), 'to-lawyer')
  const signing = async (input: Input = {}) => {
    const page = await reviewing(input)
    const reviewed = await step('street-lawyer', page, 'review', { opinion: 'agree', hash: page.hash })
    return step('clerk', reviewed, 'to-head')
  }
  return { ask, step, receive, setDesk, drafted, reviewing, signing }
}
