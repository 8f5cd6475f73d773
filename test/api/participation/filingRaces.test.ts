import type { ErrorBody } from '../../../shared/contract/common'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { Objections } from '@server/participation/objections/models/objections'
import { objectionOf, publishedNotice } from '../../support/api/objections'
import { decideClaimOf, relativeOf, uploadRoll } from '../../support/api/roster'
import { startTestServer, type TestServer } from '../../support/api/testServer'
import { buildWorld, clearNotices, financeContent, storyOf, userId } from '../../support/api/world'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('filing')
  await buildWorld(server.db)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

/** Lets something happen while WeChat checks the villager's words, once. */
function during(happens: () => Promise<unknown>): void {
  let over = false
  server.services.textCheck = {
    judge: async () => {
      if (!over) await happens()
      over = true
      return 'pass'
    },
  }
}

/** Files an objection and returns the answer's code, and how many objections there are then. */
async function fileOn(noticeId: string, more: { person?: 'other-clerk'; actsFor?: string } = {}) {
  const { person = 'villager', ...input } = more
  const { status, body } = await objectionOf(server, person, noticeId, input)
  const { error } = body as unknown as Partial<ErrorBody>
  return [status, error?.code, await server.db.of(Objections).countDocuments()]
}

test('a notice withdrawn during the text check takes no objection', async () => {
  const page = await publishedNotice(server)
  during(() =>
    storyOf(server).step('head', page, 'withdraw', {
      reason: '附件里有身份证号',
      measures: '已撤下并通知本人',
      leaked: ['id'],
      persons: 1,
    }),
  )
  expect(await fileOn(page.notice.id)).toEqual([409, 'notice-withdrawn', 0])
})

test('nor does an edition that was corrected during the text check', async () => {
  const page = await publishedNotice(server)
  const story = storyOf(server)
  during(async () => {
    const begun = await story.step('editor', page, 'correct', { reason: '收据的金额写错了' })
    const edited = await story.edit('editor', begun, financeContent('2026-10', 20_000))
    await story.publish('head', await story.agree('supervisor', await story.submit('editor', edited)))
  })
  expect(await fileOn(page.notice.id)).toEqual([409, 'edition-changed', 0])
})

test('nor one from a relative whose claim ended during the text check', async () => {
  const page = await publishedNotice(server)
  await uploadRoll(server)
  const { id } = (await relativeOf(server, 'other-clerk', 'elder')).body
  await decideClaimOf(server, 'head', id, 'confirm', 1)
  during(() => decideClaimOf(server, 'head', id, 'end', 2))
  expect(await fileOn(page.notice.id, { person: 'other-clerk', actsFor: id })).toEqual([
    404,
    'claim-not-found',
    0,
  ])
})

test('nor one from a villager whose role ended during the text check; the next attempt is judged by the new roles', async () => {
  const page = await publishedNotice(server)
  const grant = { userId: userId('villager'), role: 'villager' as const }
  during(() => server.db.of(RoleGrants).updateOne(grant, { revokedAt: server.services.clock.now() }))
  expect(await fileOn(page.notice.id)).toEqual([409, 'roles-changed', 0])
  expect(await fileOn(page.notice.id)).toEqual([403, 'not-resident', 0])
})
