import { presentItem } from '@shared/presentation/presentItem'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { ask, errorOf, server, signed, story, openWorld } from '../../../support/api/workDesk'
import { ITEMS, type Person, financeContent, tokenOf } from '../../../support/api/world'
import { Publications } from '@server/disclosure/publications/models/publications'
import { FeedVersions } from '@server/platform/pages/pageVersions'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { Revisions } from '@server/disclosure/notices/models/revisions'
import { Statuses } from '@server/disclosure/notices/models/statuses'
import { Notices } from '@server/disclosure/notices/models/notices'

openWorld('workflow')

describe('the whole way of a notice', () => {
  test('editor writes, supervisor signs, head publishes; every step leaves its mark', async () => {
    const page = await story.publish('head', await signed())
    expect(page.notice).toMatchObject({ state: 'published', version: 6, edition: 1, liveEdition: 1 })
    expect(page.history.map(row => [row.to, row.by])).toEqual([
      ['draft', '人物editor'],
      ['checked', '人物editor'],
      ['submitted', '人物editor'],
      ['signed', '人物supervisor'],
      ['met', '人物head'],
      ['published', '人物head'],
    ])
    expect(page.signOff).toMatchObject({ body: '村务监督委员会', name: '人物supervisor', opinion: 'agree' })
    expect(page.work.abilities).toEqual(['correct', 'withdraw'])
    const publication = await server.db.of(Publications).findOne({ noticeId: page.notice.id }).lean()
    expect(publication).toMatchObject({
      live: true,
      orgCode: 'V1',
      author: '人物editor',
      category: 'village-finance',
    })
    expect(publication?.sha256).toBe(presentItem(ITEMS.finance, page.notice.content).sha256)
    expect(publication?.grams).toEqual(expect.arrayContaining(['财务', '收支']))
    expect(await server.db.of(FeedVersions).findById('V1').lean()).toMatchObject({ version: 1 })
    const deeds = await server.db.of(AuditEntries).find({ targetId: page.notice.id }).sort({ at: 1 }).lean()
    expect(deeds.map(deed => deed.action).sort()).toEqual([
      'notice.check',
      'notice.create',
      'notice.meet',
      'notice.publish',
      'notice.sign-off',
      'notice.submit',
    ])
  })

  test('refused, mended, signed, published', async () => {
    const draft = await story.create('editor')
    const refused = await story.object('supervisor', await story.submit('editor', draft), '凭证 002 对不上')
    expect(refused.notice.state).toBe('refused')
    expect(refused.signOff).toMatchObject({ opinion: 'object', reason: '凭证 002 对不上' })
    const mended = await story.edit('editor-2', refused, { ...financeContent(), title: '十月收支（更正）' })
    expect(mended.notice).toMatchObject({ state: 'draft', submittedBy: null })
    expect(mended.signOff).toBeNull()
    const again = await story.agree('supervisor', await story.submit('editor', mended))
    expect((await story.publish('editor', again)).notice.state).toBe('published')
    expect(await server.db.of(Revisions).countDocuments({ noticeId: draft.notice.id })).toBe(2)
  })

  test('a street writes of one of its villages, and a second clerk signs', async () => {
    const draft = await story.create('clerk', { orgCode: 'ST1', regards: 'V1' })
    const handed = await story.submit('clerk', draft)
    const self = await ask('clerk', 'POST', `/notices/${draft.notice.id}/sign-off`, {
      version: 2,
      opinion: 'agree',
    })
    expect([self.status, errorOf(self.body).code]).toEqual([403, 'four-eyes'])
    const page = await story.publish('clerk', await story.agree('clerk-2', handed))
    expect(page.signOff?.body).toBe('东街道')
  })
})

describe('four eyes', () => {
  test('nobody who wrote or handed in may sign; a committee member never', async () => {
    const handed = await story.submit('head', await story.create('two-hats'))
    for (const [person, code] of [
      ['two-hats', 'committee-member'],
      ['editor', 'forbidden'],
      ['head', 'forbidden'],
      ['sister-supervisor', 'forbidden'],
      ['clerk', 'forbidden'],
    ] as const) {
      const answer = await ask(person, 'POST', `/notices/${handed.notice.id}/sign-off`, {
        version: 2,
        opinion: 'agree',
      })
      expect([person, answer.status, errorOf(answer.body).code]).toEqual([person, 403, code])
    }
  })

  test('the second clerk who signed may not publish; whoever edited may not sign', async () => {
    const draft = await story.create('clerk', { orgCode: 'ST1' })
    const edited = await story.edit('clerk-2', draft, financeContent())
    const handed = await story.submit('clerk', edited)
    const sign = (person: Person) =>
      ask(person, 'POST', `/notices/${draft.notice.id}/sign-off`, { version: 4, opinion: 'agree' })
    expect(errorOf((await sign('clerk-2')).body).code).toBe('four-eyes')
    const page = await story.agree('street-head', handed)
    const own = await ask('street-head', 'POST', `/notices/${draft.notice.id}/publish`, {
      version: page.notice.version,
    })
    expect([own.status, errorOf(own.body).code]).toEqual([403, 'four-eyes'])
  })

  test('an objection needs its reason', async () => {
    const handed = await story.submit('editor', await story.create('editor'))
    const answer = await ask('supervisor', 'POST', `/notices/${handed.notice.id}/sign-off`, {
      version: 2,
      opinion: 'object',
    })
    expect([answer.status, errorOf(answer.body).details[0]]).toEqual([
      400,
      { code: 'reason-required', field: 'reason', message: '“理由”不同意时必须写明理由。' },
    ])
  })
})

describe('state and version', () => {
  test('a step that the state does not allow: 409 that says the state', async () => {
    const { notice } = await story.create('editor')
    const answer = await ask('head', 'POST', `/notices/${notice.id}/publish`, { version: 1 })
    expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'wrong-state'])
    expect(errorOf(answer.body).message).toContain('草稿')
  })

  test('an older version: 409 that says who did what', async () => {
    const draft = await story.create('editor')
    await story.edit('editor-2', draft, financeContent())
    const answer = await ask('editor', 'PUT', `/notices/${draft.notice.id}`, {
      version: 1,
      content: financeContent(),
    })
    expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'version-conflict'])
    expect(errorOf(answer.body).message).toContain('人物editor-2')
  })

  test('a published notice cannot be edited', async () => {
    const page = await story.publish('head', await signed())
    const body = { version: page.notice.version, content: financeContent() }
    expect(errorOf((await ask('editor', 'PUT', `/notices/${page.notice.id}`, body)).body).code).toBe(
      'wrong-state',
    )
  })

  test('twelve publish at once: one wins, the others get 409, one publication', async () => {
    const page = await story.meet('head', await signed())
    const rivals = Array.from(
      { length: 12 },
      (_, index) => (['head', 'editor', 'editor-2'] as const)[index % 3]!,
    )
    const answers = await Promise.all(
      rivals.map(person =>
        ask(person, 'POST', `/notices/${page.notice.id}/publish`, { version: page.notice.version }),
      ),
    )
    const statuses = answers.map(answer => answer.status).sort()
    expect(statuses).toEqual([200, ...Array.from({ length: 11 }, () => 409)])
    expect(await server.db.of(Publications).countDocuments({ noticeId: page.notice.id })).toBe(1)
    expect(await server.db.of(Statuses).countDocuments({ noticeId: page.notice.id })).toBe(6)
    expect(await server.db.of(FeedVersions).findById('V1').lean()).toMatchObject({ version: 1 })
  })

  test('eight create the same period at once: one notice', async () => {
    const body = { orgCode: 'V1', itemId: ITEMS.finance._id, content: financeContent() }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask('editor', 'POST', '/notices', body)),
    )
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(1)
    expect(answers.filter(answer => answer.status === 409).map(answer => errorOf(answer.body).code)).toEqual(
      Array.from({ length: 7 }, () => 'notice-exists'),
    )
    expect(await server.db.of(Notices).countDocuments({})).toBe(1)
    expect(await server.db.of(Revisions).countDocuments({})).toBe(1)
  })
})

describe('Idempotency-Key', () => {
  const body = { orgCode: 'V1', itemId: ITEMS.finance._id, regards: null, content: financeContent() }
  const post = (key: string | null, what: unknown = body, person: Person = 'editor') =>
    server.ask<WorkNoticePage>('POST', '/notices', { token: tokenOf(server, person), body: what, key })

  test('the same key gives the same answer and one effect, one after another and at once', async () => {
    const first = await post('key-00000001')
    const again = await post('key-00000001')
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.text).toBe(first.text)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const other = { ...body, content: financeContent('2026-09') }
    const many = await Promise.all(Array.from({ length: 6 }, () => post('key-00000002', other)))
    expect(new Set(many.map(answer => answer.text)).size).toBe(1)
    expect(await server.db.of(Notices).countDocuments({})).toBe(2)
  })

  test('missing, malformed, used for something else, used by another person', async () => {
    expect(errorOf((await post(null)).body).code).toBe('idempotency-key-required')
    expect(errorOf((await post('kurz')).body).code).toBe('idempotency-key-invalid')
    await post('key-00000003')
    const reused = await post('key-00000003', { ...body, regards: 'V2' })
    expect([reused.status, errorOf(reused.body).code]).toEqual([409, 'idempotency-key-reused'])
    const stranger = await post('key-00000003', body, 'sister-editor')
    expect(stranger.status).toBe(403)
  })

  test('a refused write leaves no key behind: mended, it may be sent again', async () => {
    const bad = { ...body, content: { ...financeContent(), period: '2027-01' } }
    expect((await post('key-00000004', bad)).status).toBe(422)
    expect((await post('key-00000004')).status).toBe(201)
  })
})
