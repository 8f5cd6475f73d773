import type { RemovalPage, WorkRemovals } from '@shared/contract/disclosure/removal'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { type Person, tokenOf } from '../../support/api/world'
import { STREET_STAFF, VILLAGE_STAFF, inStreet, inVillage } from '../situations'
import { type PublicRow, type Row, type Story, at } from './row'

const LEAK = { reason: '名单里误带了证件号码', leaked: ['id'], persons: 3, measures: '已撤下并告知本人' }
const ERASURE = { edition: 1, basis: 'pipl-47-4', note: '名单里写了不该公开的内容' }
const REASON = { reason: '看过了，没有泄露个人信息' }
const INSIDE = [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...STREET_STAFF, 'district'] as const

const asking = async <Body>(story: Story, person: Person, method: string, path: string, body?: object) => {
  const answer = await story.server.ask<Body>(method, path, { token: tokenOf(story.server, person), body })
  if (answer.status >= 400) throw new Error(`${person} ${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.body
}

/** The removal that opened with a withdrawal by `person`. */
async function withdrawn(
  story: Story,
  page: WorkNoticePage,
  person: Person,
): Promise<{ id: string; version: number }> {
  await story.step(person, page, 'withdraw', LEAK)
  const path = `/orgs/${page.notice.orgCode}/removals/work`
  const { items } = await asking<WorkRemovals>(story, person, 'GET', path)
  return items[0]!
}

const inVillageHidden = async (story: Story) => withdrawn(story, await inVillage.published(story), 'editor')
const inStreetHidden = async (story: Story) =>
  withdrawn(story, await story.publish('clerk', await inStreet.signed(story)), 'clerk')

async function proposed(story: Story): Promise<{ id: string; version: number }> {
  const { notice } = await inVillage.published(story)
  return (await asking<RemovalPage>(story, 'head', 'POST', `/notices/${notice.id}/erasures`, ERASURE)).removal
}

const press =
  (
    make: (story: Story) => Promise<{ id: string; version: number }>,
    name: string,
    more: object = {},
  ): Row['prepare'] =>
  async story => {
    const { id, version } = await make(story)
    return { path: `/removals/${id}/${name}`, body: { version, ...more } }
  }

export const REMOVAL_ROWS: readonly Row[] = [
  {
    route: 'GET /orgs/:code/removals/work',
    situation: 'a village’s: its staff, its supervisors, the street above, the district',
    allowed: INSIDE,
    prepare: at('/orgs/V1/removals/work'),
  },
  {
    route: 'GET /removals/:id',
    situation: 'a withdrawal of a village that waits',
    allowed: INSIDE,
    prepare: async story => ({ path: `/removals/${(await inVillageHidden(story)).id}` }),
  },
  {
    route: 'POST /removals/:id/agree',
    situation: 'a withdrawal of a village: its supervisors, never who also serves in the committee',
    allowed: ['supervisor', 'supervisor-2'],
    prepare: press(inVillageHidden, 'agree'),
  },
  {
    route: 'POST /removals/:id/agree',
    situation: 'a withdrawal of a street’s own notice: another person of the street',
    allowed: ['clerk-2', 'street-head'],
    prepare: press(inStreetHidden, 'agree'),
  },
  {
    route: 'POST /removals/:id/agree',
    situation: 'an erasure of a village’s notice: supervisors and street',
    allowed: ['supervisor', 'supervisor-2', ...STREET_STAFF],
    prepare: press(proposed, 'agree'),
  },
  {
    route: 'POST /removals/:id/refuse',
    situation: 'a withdrawal of a village: its supervisors',
    allowed: ['supervisor', 'supervisor-2'],
    prepare: press(inVillageHidden, 'refuse', REASON),
  },
  {
    route: 'POST /removals/:id/refuse',
    situation: 'an erasure of a village’s notice: supervisors and street',
    allowed: ['supervisor', 'supervisor-2', ...STREET_STAFF],
    prepare: press(proposed, 'refuse', REASON),
  },
  {
    route: 'POST /removals/:id/drop',
    situation: 'an erasure of a village’s notice: its head',
    allowed: ['head'],
    prepare: press(proposed, 'drop'),
  },
  {
    route: 'GET /notices/:id/erasure',
    situation: 'an edition of a village: its head alone',
    allowed: ['head'],
    prepare: async story => ({
      path: `/notices/${(await inVillage.published(story)).notice.id}/erasure?edition=1`,
    }),
  },
  {
    route: 'POST /notices/:id/erasures',
    situation: 'an edition of a village: its head alone, no administrator',
    allowed: ['head'],
    prepare: async story => ({
      path: `/notices/${(await inVillage.published(story)).notice.id}/erasures`,
      body: ERASURE,
    }),
  },
]

export const PUBLIC_REMOVAL_ROWS: readonly PublicRow[] = [
  {
    route: 'GET /orgs/:code/removals',
    situation: 'a village with a withdrawal',
    prepare: async story => {
      await inVillageHidden(story)
      return { path: '/orgs/V1/removals' }
    },
  },
]
