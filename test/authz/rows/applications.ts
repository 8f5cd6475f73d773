import type { ApplicationPage, ApplicationStep } from '../../../shared/contract/participation/application'
import { applicationStory, DESK, PLANTED } from '../../support/api/applications'
import type { PublicRow, Row, Story } from './row'
import { tokenOf } from '../../support/api/world'

const OFFICE = ['clerk', 'clerk-2', 'street-head'] as const

const received = ({ server }: Story) => applicationStory(server).receive()

const step =
  (
    make: (story: Story) => Promise<ApplicationPage>,
    name: ApplicationStep,
    data: (page: ApplicationPage) => object = () => ({}),
  ): Row['prepare'] =>
  async story => {
    const page = await make(story)
    const { application, version } = page
    return { path: `/applications/${application.id}/steps`, body: { version, step: name, data: data(page) } }
  }

const intake = {
  door: 'in-person',
  ...PLANTED,
  proof: '居民身份证',
  items: ['东一村2024年征收土地公告'],
}

const taken = async (story: Story) => {
  const { step } = applicationStory(story.server)
  return step('clerk', await received(story), 'take')
}

const COPY = {
  itemId: '1',
  name: '协议遮盖件',
  text: ['乙方：示例公司，价款另定。'],
  withheld: [{ words: '示例公司', kind: 'refused-third-party', reason: '第三方不同意公开' }],
}

/** The body of the Regulation alone; to everybody else, every village first, an application does not exist. */
export const APPLICATION_ROWS: readonly Row[] = [
  {
    route: 'POST /orgs/:code/applications',
    situation: 'at the counter of a street',
    allowed: OFFICE,
    hidden: true,
    prepare: async () => ({ path: '/orgs/ST1/applications', body: intake }),
  },
  {
    route: 'POST /orgs/:code/applications',
    situation: 'at a village: nobody, it is no body of the Regulation',
    allowed: [],
    hidden: true,
    prepare: async () => ({ path: '/orgs/V1/applications', body: { ...intake, door: 'platform' } }),
  },
  {
    route: 'GET /orgs/:code/applications',
    situation: 'of a street',
    allowed: [...OFFICE, 'street-lawyer'],
    hidden: true,
    prepare: async () => ({ path: '/orgs/ST1/applications' }),
  },
  {
    route: 'PUT /orgs/:code/application-desk',
    situation: 'of a street: its head',
    allowed: ['street-head'],
    hidden: true,
    prepare: async () => ({ path: '/orgs/ST1/application-desk', body: DESK }),
  },
  {
    route: 'PUT /orgs/:code/zone',
    situation: 'reading places of a street',
    allowed: OFFICE,
    prepare: async () => ({ path: '/orgs/ST1/zone', body: { places: [] } }),
  },
  {
    route: 'GET /applications/:id',
    situation: 'received at the counter',
    allowed: [...OFFICE, 'street-lawyer'],
    hidden: true,
    prepare: async story => ({ path: `/applications/${(await received(story)).application.id}` }),
  },
  {
    route: 'GET /applications/:id/receipt',
    situation: 'received at the counter: who hands the slip out',
    allowed: OFFICE,
    hidden: true,
    prepare: async story => ({ path: `/applications/${(await received(story)).application.id}/receipt` }),
  },
  {
    route: 'GET /applications/:id/identity',
    situation: 'opened with a reason: who opened it',
    allowed: ['clerk'],
    hidden: true,
    prepare: async story => {
      const page = await received(story)
      const reason = '核对邮寄地址'
      await applicationStory(story.server).step('clerk', page, 'open-identity', { reason })
      return { path: `/applications/${page.application.id}/identity` }
    },
  },
  {
    route: 'POST /applications/:id/steps',
    situation: 'take: the desk',
    allowed: OFFICE,
    hidden: true,
    prepare: step(received, 'take'),
  },
  {
    route: 'POST /applications/:id/steps',
    situation: 'extend: the head',
    allowed: ['street-head'],
    hidden: true,
    prepare: step(received, 'extend', () => ({ wd: 10, reason: '要查的档案多' })),
  },
  {
    route: 'POST /applications/:id/steps',
    situation: 'review: the street’s lawyer',
    allowed: ['street-lawyer'],
    hidden: true,
    prepare: step(
      ({ server }) => applicationStory(server).reviewing(),
      'review',
      ({ hash }) => ({ opinion: 'agree', hash }),
    ),
  },
  {
    route: 'POST /applications/:id/steps',
    situation: 'sign: the head',
    allowed: ['street-head'],
    hidden: true,
    prepare: step(
      ({ server }) => applicationStory(server).signing(),
      'sign',
      ({ hash }) => ({ hash }),
    ),
  },
  {
    route: 'POST /applications/:id/steps',
    situation: 'withdraw, received at the counter: the desk enters it',
    allowed: OFFICE,
    hidden: true,
    prepare: step(received, 'withdraw', () => ({ reason: '申请人当面说不要了' })),
  },
  {
    route: 'POST /applications/:id/files',
    situation: 'material to be given: the desk',
    allowed: OFFICE,
    hidden: true,
    prepare: async story => ({
      path: `/applications/${(await taken(story)).application.id}/files`,
      file: { name: '材料.txt', text: '公开的材料' },
    }),
  },
  {
    route: 'POST /applications/:id/papers',
    situation: 'a redacted copy: the desk',
    allowed: OFFICE,
    hidden: true,
    prepare: async story => {
      const { application, version } = await taken(story)
      return { path: `/applications/${application.id}/papers`, body: { version, ...COPY } }
    },
  },
  {
    route: 'GET /applications/:id/bundle',
    situation: 'for the review body: the desk',
    allowed: OFFICE,
    hidden: true,
    prepare: async story => ({ path: `/applications/${(await received(story)).application.id}/bundle` }),
  },
]

/** Opened by a signed ticket alone. */
export const PUBLIC_APPLICATION_ROWS: readonly PublicRow[] = [
  {
    route: 'GET /application-papers/:ticket',
    situation: 'with the ticket of a page that may be read',
    prepare: async story => {
      const { application, version } = await taken(story)
      const { body } = await story.server.ask<ApplicationPage>(
        'POST',
        `/applications/${application.id}/papers`,
        { token: tokenOf(story.server, 'clerk'), body: { version, ...COPY } },
      )
      return { path: `/application-papers/${body.papers[0]!.ticket}` }
    },
  },
]
