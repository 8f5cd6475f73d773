import type { ErrorBody } from '../../../../shared/contract/common'
import type { DraftList } from '../../../../shared/contract/catalogues/catalogueDraft'
import type { ObligationList } from '../../../../shared/contract/disclosure/obligation'
import type { ApplicationPage } from '../../../../shared/contract/participation/application'
import type { TodoPage } from '../../../../shared/contract/people/todo'
import { applicationStory, PLANTED } from '../../../support/api/applications'
import { draftStoryOf } from '../../../support/api/drafts'
import { startTestServer, TEST_NOW, type TestServer } from '../../../support/api/testServer'
import { buildWorld, type Person, tokenOf } from '../../../support/api/world'
import { JOB_HANDLERS } from '@server/compose'
import { createJobRunner } from '@server/platform/jobs/runner'

/** 条例 §44: what several applicants ask for becomes an item of the catalogue, owed by a day, by two people. */

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('applications-activation', { now: () => new Date(TEST_NOW) })
  await buildWorld(server.db)
})
afterAll(() => server.close())

const AREA = '农村集体土地征收'
const get = <Body>(person: Person, path: string) =>
  server.ask<Body>('GET', path, { token: tokenOf(server, person) })
const codesOf = ({ body }: { body: unknown }) => (body as ErrorBody).error.details.map(({ code }) => code)
const drafts = async () => (await get<DraftList>('clerk', '/orgs/ST1/catalogues/drafts')).body.items
const owed = async (name: string) =>
  (await get<ObligationList>('clerk', '/orgs/ST1/obligations?limit=50')).body.items.filter(one =>
    one.name.includes(name),
  )
const todos = async (person: Person, number: string) =>
  (await get<TodoPage>(person, '/me/todos?limit=50')).body.items.filter(({ title }) => title.includes(number))
const runJobs = () => createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()

/** Two different people ask for the same; the second case. */
async function asked(item: string): Promise<ApplicationPage> {
  const { receive } = applicationStory(server)
  await receive('clerk', { items: [item], name: '测试甲人', proofNumber: '0001' })
  return receive('clerk', { items: [item], name: '测试乙人', proofNumber: '0002' })
}

const decision = (catalogueItem: string, more: object = {}) => ({
  ...{ itemId: '1', accept: 'yes', reason: '多人申请，可以公开', catalogueItem },
  ...more,
})

test('accepted: a draft of the catalogue for a second person, then a duty with its last day, until its address is kept', async () => {
  const { step, ask } = applicationStory(server)
  const page = await asked('东一村2024年征收土地公告')
  const { number } = page.application
  const without = await ask('clerk', page, 'activate', decision('征收土地公告'))
  expect([without.status, codesOf(without), await drafts()]).toEqual([422, ['catalogue-area'], []])
  const accepted = await step('clerk', page, 'activate', decision('征收土地公告', { area: AREA }))
  const [draft, ...others] = await drafts()
  expect(others).toEqual([])
  expect(draft).toMatchObject({ state: 'submitted', rows: 1, open: 0, areas: [AREA] })
  // Nothing of an application is public: neither its number nor who asked is in the draft.
  expect(JSON.stringify(draft)).not.toContain(number)
  expect(JSON.stringify(draft)).not.toContain(PLANTED.name)
  expect(await todos('clerk-2', number)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ stage: '目录草稿等第二个人启用', dueOn: '2026-12-18' }),
    ]),
  )
  expect(await owed('征收土地公告')).toEqual([])

  // The person who accepted may not put it into force.
  const story = draftStoryOf(server)
  const { against, draft: seen } = await story.diff(draft!.id)
  const own = await server.ask('POST', `/catalogue-drafts/${draft!.id}/activate`, {
    token: tokenOf(server, 'clerk'),
    body: { version: seen.version, against },
  })
  expect(own.status).toBe(403)
  await story.activate(draft!.id)
  await runJobs()
  expect(await owed('征收土地公告')).toMatchObject([{ dueOn: '2026-12-18', area: AREA }])
  const [waiting] = (await todos('clerk', number)).filter(({ title }) => title.includes('征收土地公告'))
  expect(waiting).toMatchObject({ stage: '要主动公开', step: '公开，写下网址', dueOn: '2026-12-18' })

  const fresh = (await get<ApplicationPage>('clerk', `/applications/${page.application.id}`)).body
  expect(fresh.version).toBe(accepted.version + 1)
  const address = 'https://www.example.gov.cn/gg/1.html'
  await step('clerk', fresh, 'activate', decision('征收土地公告', { address }))
  expect((await todos('clerk', number)).filter(({ title }) => title.includes('征收'))).toEqual([])
  expect([await owed('征收土地公告'), await drafts()]).toMatchObject([
    [{ area: AREA }],
    [{ state: 'active' }],
  ])
})

test('an item that is in force is owed at once, once for several cases; nobody drafts it again', async () => {
  const { step } = applicationStory(server)
  const page = await asked('东二村2024年征收土地公告')
  const before = await drafts()
  const accepted = await step('clerk', page, 'activate', decision('征收土地公告'))
  expect(await drafts()).toEqual(before)
  expect(await owed('征收土地公告')).toHaveLength(2)
  await step('clerk', accepted, 'activate', decision('征收土地公告', { reason: '再看一遍，还是公开' }))
  expect(await owed('征收土地公告')).toHaveLength(2)
})

test('refused: the reason is kept, no draft and no duty', async () => {
  const { step } = applicationStory(server)
  const page = await asked('东一村2023年勘测定界图')
  const before = await drafts()
  const kept = await step('clerk', page, 'activate', {
    ...{ itemId: '1', accept: 'no', reason: '图上有国家秘密，正在定密', catalogueItem: '' },
  })
  expect([await drafts(), await owed('勘测定界图')]).toEqual([before, []])
  expect(kept.similar).toMatchObject([
    { proposed: false, dueOn: null, decision: '不转为主动公开：图上有国家秘密，正在定密' },
  ])
})
