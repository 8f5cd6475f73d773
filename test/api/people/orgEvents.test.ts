import type { ErrorBody } from '@shared/contract/common'
import type { Me } from '@shared/contract/people/auth'
import type { Inbox } from '@shared/contract/people/message'
import type { NoticePage, OrgList, OrgPage } from '@shared/contract/reading/site'
import type { ObjectionPage } from '@shared/contract/participation/objection'
import { OrgEvents } from '@server/people/orgs/models/orgEvents'
import { Objections } from '@server/participation/objections/models/objections'
import { Obligations } from '@server/disclosure/obligations/models/obligations'
import { endPublicity } from '@server/disclosure/notices/commands/closeNotice'
import { inTransaction } from '@server/platform/store/transaction'
import { systemActs } from '@server/platform/access/caller'
import { confirmedClaim } from '../../support/api/roster'
import { objectionStory, publishedNotice } from '../../support/api/objections'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, ITEMS, buildWorld, financeContent, storyOf, tokenOf } from '../../support/api/world'
import { cliOn } from '../../support/cli/onStore'
import { obligationsOf, openObligations, setDeadlines } from '../../support/obligations/openObligations'

/** Rename, merger and move of villages, as the operator does them; each test goes on where the one before has ended. */
let server: TestServer
let story: ReturnType<typeof storyOf>
beforeAll(async () => {
  server = await startTestServer('orgevents')
  await buildWorld(server.db)
  story = storyOf(server)
})
afterAll(() => server.close())

const APPROVAL = '新管函〔2026〕18号'
const DAY = '2026-11-20'
const cli = async (...args: string[]) => {
  const { code, stdout } = await cliOn(server, 'orgs', ...args, '--approval', APPROVAL, '--day', DAY)
  return { code, said: JSON.parse(stdout) as Partial<ErrorBody> }
}
const get = async <Body>(path: string, person?: Person) =>
  (await server.ask<Body>('GET', path, person && { token: tokenOf(server, person) })).body
const post = (person: Person, path: string, body: object) =>
  server.ask<ErrorBody>('POST', path, { token: tokenOf(server, person), body })

describe('a village merged in the middle of a notice period', () => {
  let id: string
  let before: NoticePage
  let asked: ObjectionPage

  beforeAll(async () => {
    await confirmedClaim(server)
    await setDeadlines(server, { finance: '每月公开' })
    await openObligations(server, 'V1')
    id = (await publishedNotice(server)).notice.id
    before = await get<NoticePage>(`/notices/${id}`)
    asked = await objectionStory(server).file('stranger', id)
  })

  test('is refused while something waits that nobody could finish', async () => {
    const draft = await story.create('editor', { content: financeContent('2026-09') })
    const met = await story.meet('head', await story.agree('supervisor', await story.submit('editor', draft)))
    const waiting = await story.step('head', met, 'schedule', { publishAt: '2026-11-21T02:00:00.000Z' })
    const refused = await cli('merge', 'V1', '--into', 'V2')
    expect([refused.code, refused.said.error?.code]).toEqual([1, 'org-unfinished'])
    expect(refused.said.error?.message).toContain('1 条定时公开的公示')
    await story.step('head', waiting, 'unschedule')
    for (const into of ['V1', 'ST1']) expect((await cli('merge', 'V1', '--into', into)).code).toBe(1)
    expect(await server.db.of(OrgEvents).countDocuments({})).toBe(0)
  })

  test('keeps links, words and period; they say where it belongs now', async () => {
    const open = (await obligationsOf(server, 'V1')).filter(({ status }) => status === 'open')
    expect(open.length).toBeGreaterThan(0)
    expect((await cli('merge', 'V1', '--into', 'V2')).code).toBe(0)
    const after = await get<NoticePage>(`/notices/${id}`)
    expect(after.org.mergedInto).toEqual({ code: 'V2', name: '东二村', day: DAY })
    expect([after.presented, after.publicity]).toEqual([before.presented, before.publicity])
    expect(after.notice.orgName).toBe('东一村')
    const { items } = await get<OrgList>('/orgs')
    expect(items.find(({ code }) => code === 'V1')?.mergedInto?.code).toBe('V2')
    const event = await server.db.of(OrgEvents).findOne({ orgCode: 'V1' }).lean()
    expect(event).toMatchObject({ kind: 'merge', to: 'V2', day: DAY, approval: APPROVAL, byName: '命令行' })
    const moved = await server.db.of(Obligations).find({ orgCode: 'V2', fromOrg: 'V1' }).lean()
    expect(moved.length).toBe(open.length)
    expect(moved[0]).toMatchObject({ path: ['XQ', 'XQ-A', 'ST1', 'V2'], status: 'open' })
    await openObligations(server, 'V2')
    expect(await server.db.of(Obligations).countDocuments({ fromOrg: 'V1', status: 'open' })).toBe(
      open.length,
    )
  })

  test('ends the roles in it with a message; it writes no more and gives no roles', async () => {
    const me = await get<Me>('/me', 'head')
    expect(me.roles).toEqual([])
    const inbox = await get<Inbox>('/me/inbox', 'head')
    expect(inbox.items.map(({ text }) => text).join()).toContain('您在东一村的职务到此结束')
    const draft = { orgCode: 'V1', itemId: ITEMS.other._id, regards: null, content: financeContent() }
    for (const person of ['editor', 'sister-editor'] as const) {
      expect((await post(person, '/notices', draft)).status).toBe(403)
    }
    const grant = { userId: me.id, role: 'head', from: DAY }
    const { status, body } = await post('security-admin', '/orgs/V1/grants', grant)
    expect([status, body.error.code]).toEqual([409, 'org-merged'])
    expect(body.error.message).toBe('东一村已并入东二村，请在东二村办。')
  })

  test('its objections are answered by the other; new ones come to it', async () => {
    const list = await get<{ items: { id: string }[] }>('/orgs/V2/objections', 'sister-editor')
    expect(list.items.map(one => one.id)).toEqual([asked.objection.id])
    const answered = await objectionStory(server).answer('sister-editor', asked)
    expect(answered.objection.state).toBe('answered')
    const again = await objectionStory(server).file('stranger', id, { target: { blockId: 'money' } as never })
    const row = await server.db.of(Objections).findById(again.objection.id).lean()
    expect([row?.handlerCode, row?.path.at(-2)]).toEqual(['V2', 'V2'])
  })

  test('the period ends on its day; the other may correct and withdraw what is public, but not drafts', async () => {
    const { items } = await get<{ items: { id: string; state: string }[] }>('/orgs/V1/work', 'sister-editor')
    const draft = items.find(({ state }) => state === 'met')!
    const refused = await post('sister-editor', `/notices/${draft.id}/publish`, { version: 1 })
    expect(refused.status).toBe(403)
    await inTransaction(server.services, tx => endPublicity(tx, systemActs('notice.end', 'test'), id, 1))
    const work = await get<{ notice: { state: string; version: number } }>(`/work/${id}`, 'sister-editor')
    expect(work.notice.state).toBe('ended')
    const { version } = work.notice
    const correct = await post('sister-editor', `/notices/${id}/correct`, { version, reason: '凭证号写错了' })
    expect(correct.status).toBe(200)
  })
})

test('a renamed village keeps its former name and what it printed', async () => {
  const printed = async () => (await server.ask('GET', `/notices/${noticeId}/wall?form=article`)).text
  const street = await story.agree('clerk-2', await story.submit('clerk', await story.create('clerk', { orgCode: 'ST1', itemId: ITEMS.other._id, content: financeContent('2026-08') }))) // prettier-ignore
  const noticeId = (await story.publish('clerk', street)).notice.id
  expect((await cli('rename', 'ST1', '--name', '东风街道')).code).toBe(0)
  const page = await get<OrgPage>('/orgs/ST1')
  expect([page.name, page.formerNames]).toEqual(['东风街道', [{ name: '东街道', until: DAY }]])
  expect((await get<NoticePage>(`/notices/${noticeId}`)).notice.orgName).toBe('东风街道')
  expect(await printed()).toContain('东街道')
  const typo = await cliOn(server, 'orgs', 'rename', 'ST2', '--name', '西风街道', '--typo')
  expect(typo.code).toBe(0)
  const corrected = await get<OrgPage>('/orgs/ST2')
  expect([corrected.name, corrected.formerNames]).toEqual(['西风街道', undefined])
})

test('a village moved to another street is guided by it', async () => {
  expect((await cli('move', 'V9', '--to', 'ST2')).code).toBe(1)
  expect((await cli('move', 'V9', '--to', 'ST1')).code).toBe(0)
  const { path, ancestors } = await get<OrgPage>('/orgs/V9')
  expect([path.at(-2), ancestors.at(-1)?.name]).toEqual(['ST1', '东风街道'])
  const allowed = async (person: Person) =>
    (await server.ask('GET', '/orgs/V9/contacts', { token: tokenOf(server, person) })).status
  expect([await allowed('clerk'), await allowed('other-clerk')]).toEqual([200, 403])
  const later = await cliOn(
    server,
    'orgs',
    'move',
    'V9',
    '--to',
    'ST2',
    '--approval',
    APPROVAL,
    '--day',
    '2099-01-01',
  )
  expect(later.stdout).toContain('生效的日子还没有到')
})
