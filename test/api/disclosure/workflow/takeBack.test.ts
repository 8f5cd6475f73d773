import type { ErrorBody } from '@shared/contract/common'
import type { NoticeForm, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import type { NoticePage } from '@shared/contract/reading/site'
import { ask, errorOf, openWorld, server, signed, story } from '../../../support/api/workDesk'
import { publishedTwice } from '../../../support/api/publishedTwice'
import { ITEMS, type Person, financeContent } from '../../../support/api/world'
import { JOB_HANDLERS } from '@server/compose'
import { createClock } from '@server/platform/clock'
import { createJobRunner } from '@server/platform/jobs/runner'
import { Publications } from '@server/disclosure/publications/models/publications'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { LeakRecords } from '@server/disclosure/removals/models/leakRecords'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Revisions } from '@server/disclosure/notices/models/revisions'
import { Statuses } from '@server/disclosure/notices/models/statuses'

/** The ways back: a submission recalled, a draft discarded, a correction cancelled, a duplicate withdrawn. */
openWorld('take-back')

/** Runs the jobs that are due at a moment; the server's own clock stays. */
const runJobs = (at: string) => {
  const services = { ...server.services, clock: createClock(at) }
  return createJobRunner({ services, handlers: JOB_HANDLERS }).runDue()
}

const REASON = { reason: '余额写错，按台账更正' }
const LEAK = { reason: '误带了证件号码', leaked: ['id'], persons: 1, measures: '已撤下并告知本人' }

const take = (person: Person, page: WorkNoticePage, step: string, more: object = {}) =>
  ask<WorkNoticePage>(person, 'POST', `/notices/${page.notice.id}/${step}`, {
    version: page.notice.version,
    ...more,
  })
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, errorOf(body).code]
const labels = ({ history }: WorkNoticePage) => history.map(({ label }) => label)
const auditOf = async ({ notice }: WorkNoticePage, action: string) =>
  server.db.of(AuditEntries).countDocuments({ targetId: notice.id, action, outcome: 'done' })
const published = async () => story.publish('head', await signed())
const begun = async (page: WorkNoticePage) => story.step('editor', page, 'correct', REASON)
const reload = async ({ notice }: WorkNoticePage) =>
  (await ask<WorkNoticePage>('head', 'GET', `/work/${notice.id}`)).body

/** Six press at once: one is done, each of the others gets a conflict. */
async function pressedBySix(page: WorkNoticePage, step: string, people: readonly Person[]): Promise<void> {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => take(people[index % people.length]!, page, step)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  const losers = answers.filter(({ status }) => status === 409)
  expect(losers.map(({ body }) => errorOf(body).code)).toEqual(losers.map(() => 'version-conflict'))
  expect(await server.db.of(Statuses).countDocuments({ noticeId: page.notice.id })).toBe(
    page.history.length + 1,
  )
}

describe('撤回送审', () => {
  test('a submission, a sign-off and a meeting go back to a draft; what was agreed to is void', async () => {
    for (const page of [
      await story.submit('editor', await story.create('editor')),
      await story.agree(
        'supervisor',
        await story.submit('editor', await story.create('editor', { content: financeContent('2026-09') })),
      ),
    ]) {
      const back = (await take('editor-2', page, 'recall')).body
      expect(back.notice).toMatchObject({ state: 'draft', submittedBy: null, meeting: null })
      expect([back.signOff, labels(back).at(-1)]).toEqual([null, '撤回送审'])
      expect(await auditOf(back, 'notice.recall')).toBe(1)
      const again = await story.publish(
        'head',
        await story.agree('supervisor', await story.submit('editor', back)),
      )
      expect(again.notice.state).toBe('published')
    }
  })

  test('so does what the meeting has decided', async () => {
    const met = await story.meet('head', await signed())
    expect((await take('head', met, 'recall')).body.notice).toMatchObject({ state: 'draft', meeting: null })
  })

  test('is refused to others, in other states and to the slower one', async () => {
    const page = await story.submit('editor', await story.create('editor'))
    for (const person of ['supervisor', 'sister-editor', 'clerk', 'villager'] as const) {
      expect([person, ...codeOf(await take(person, page, 'recall'))]).toEqual([person, 403, 'forbidden'])
    }
    await pressedBySix(page, 'recall', ['editor', 'head'])
    expect(codeOf(await take('editor', await reload(page), 'recall'))).toEqual([409, 'wrong-state'])
  })

  test('is refused once the publication is scheduled, and afterwards', async () => {
    const met = await story.meet('head', await signed())
    const scheduled = await story.step('head', met, 'schedule', { publishAt: '2026-11-21T02:00:00.000Z' })
    expect(codeOf(await take('editor', scheduled, 'recall'))).toEqual([409, 'wrong-state'])
  })
})

describe('作废草稿', () => {
  test('frees the item and its period; the history of both stays', async () => {
    const draft = await story.create('editor')
    const gone = (await take('editor', draft, 'discard')).body
    expect(gone.work).toMatchObject({ state: 'discarded', stateLabel: '已作废', abilities: [] })
    expect(await auditOf(gone, 'notice.discard')).toBe(1)
    const form = `/catalogue-items/${ITEMS.finance._id}/form?org=V1&period=2026-10`
    const { periods } = (await ask<NoticeForm>('editor', 'GET', form)).body
    expect(periods.find(({ key }) => key === '2026-10')).toMatchObject({ taken: false })
    const again = await story.create('editor-2', {
      content: { ...financeContent(), title: '十月的账，重新写' },
    })
    expect(again.notice).toMatchObject({
      id: draft.notice.id,
      state: 'draft',
      edition: 1,
      createdBy: expect.stringMatching(/^usr_/) as string,
      content: { title: '十月的账，重新写' },
    })
    expect(labels(again)).toEqual(['起草', '作废草稿', '重新起草'])
    expect(again.comparisons).toEqual([])
    expect(await server.db.of(Notices).countDocuments({})).toBe(1)
    expect(await server.db.of(Revisions).countDocuments({})).toBe(2)
    // The writer of the discarded one has no part in the new one.
    const handed = await story.submit('editor-2', again)
    expect((await story.publish('head', await story.agree('supervisor', handed))).notice.state).toBe(
      'published',
    )
  })

  test('no other draft can be moved to its period: the refusal says how to go on, and that works', async () => {
    const gone = (await take('editor', await story.create('editor'), 'discard')).body
    const other = await story.create('editor', { content: financeContent('2026-09') })
    const { id, version } = other.notice
    const moved = await ask<ErrorBody>('editor', 'PUT', `/notices/${id}`, {
      version,
      content: financeContent(),
    })
    expect([moved.status, moved.body.error.code, moved.body.error.details]).toEqual([
      409,
      'notice-discarded',
      [expect.objectContaining({ field: 'content.period', link: `work/${gone.notice.id}` })],
    ])
    expect((await reload(other)).notice).toMatchObject({ content: { period: '2026-09' }, version })
    expect((await story.create('editor')).notice.id).toBe(gone.notice.id)
    const again = await ask<ErrorBody>('editor', 'PUT', `/notices/${id}`, {
      version,
      content: financeContent(),
    })
    expect(codeOf(again as never)).toEqual([409, 'notice-exists'])
  })

  test('eight begin anew at once: one does, the others get a conflict', async () => {
    await take('editor', await story.create('editor'), 'discard')
    const body = { orgCode: 'V1', itemId: ITEMS.finance._id, content: financeContent() }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask('editor', 'POST', '/notices', body)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)])
    expect(await server.db.of(Revisions).countDocuments({})).toBe(2)
  })

  test('is refused to others, in other states and to the slower one', async () => {
    const draft = await story.create('editor')
    for (const person of ['supervisor', 'sister-editor', 'clerk', 'villager'] as const) {
      expect([person, ...codeOf(await take(person, draft, 'discard'))]).toEqual([person, 403, 'forbidden'])
    }
    const handed = await story.submit('editor', draft)
    expect(codeOf(await take('editor', handed, 'discard'))).toEqual([409, 'wrong-state'])
    const refused = await story.object('supervisor', handed, '凭证 002 对不上')
    expect(codeOf(await take('editor', refused, 'cancel-correction'))).toEqual([409, 'wrong-state'])
    await pressedBySix(refused, 'discard', ['editor', 'head'])
    const other = await story.create('editor', { content: financeContent('2026-09') })
    const open = await story.publish(
      'head',
      await story.agree('supervisor', await story.submit('editor', other)),
    )
    expect(codeOf(await take('editor', open, 'discard'))).toEqual([409, 'wrong-state'])
    expect(codeOf(await take('editor', await begun(open), 'discard'))).toEqual([409, 'wrong-state'])
  })
})

describe('取消更正', () => {
  test('the notice is again as it was, in whatever state it was', async () => {
    const first = await published()
    const order = { reason: '与街道目录要求不一致' }
    const ways: [string, () => Promise<WorkNoticePage>][] = [
      ['published', async () => reload(first)],
      ['ordered', async () => story.step('clerk', await reload(first), 'order', order)],
    ]
    for (const [state, make] of ways) {
      const before = await make()
      const work = await begun(before)
      const edited = await story.edit('editor-2', work, financeContent('2026-10', 20_000))
      const refused = await story.object('supervisor', await story.submit('editor', edited), '还是不对')
      const { body: after, status } = await take('head', refused, 'cancel-correction')
      expect([status, after.notice.state]).toEqual([200, state])
      const { version: _version, updatedAt: _updated, ...same } = before.notice
      expect(after.notice).toMatchObject(same)
      expect(after.signOff).toEqual(before.signOff)
      expect(labels(after).at(-1)).toBe('取消更正')
      expect((await server.ask<NoticePage>('GET', `/notices/${first.notice.id}`)).body.notice.edition).toBe(1)
    }
    expect(await auditOf(first, 'notice.cancel')).toBe(2)
    const next = await story.edit(
      'editor',
      await begun(await reload(first)),
      financeContent('2026-10', 30_000),
    )
    const second = await story.publish(
      'head',
      await story.agree('supervisor', await story.submit('editor', next)),
    )
    expect(second.notice).toMatchObject({ edition: 2, liveEdition: 2, order: null })
  })

  test('an archived notice stays archived, under its volume', async () => {
    const ended = await story.end(await published())
    const confirmed = await story.step('head', ended, 'confirm')
    const archived = await story.step('editor', confirmed, 'archive', { volume: '2026-12' })
    const after = (await take('editor', await begun(archived), 'cancel-correction')).body
    expect(after.notice).toMatchObject({ state: 'archived', archive: { volume: '2026-12' } })
  })

  test('a period that ended meanwhile is ended by its job', async () => {
    const work = await begun(await published())
    await runJobs('2026-12-20T02:00:00Z')
    expect((await reload(work)).notice.state).toBe('draft')
    await server.db
      .of(Publications)
      .collection.updateOne(
        { noticeId: work.notice.id },
        { $set: { 'publicity.endsAt': '2026-11-19T15:59:59.999Z' } },
      )
    const after = (await take('editor', work, 'cancel-correction')).body
    expect(after.notice.state).toBe('published')
    await runJobs('2026-11-20T03:00:00Z')
    expect((await reload(work)).notice.state).toBe('ended')
  })

  test('what was withdrawn meanwhile stays withdrawn', async () => {
    const work = await begun(await published())
    const withdrawn = await story.step('editor', work, 'withdraw', LEAK)
    const after = (await take('editor', withdrawn, 'cancel-correction')).body
    expect(after.notice).toMatchObject({ state: 'withdrawn', edition: 1, liveEdition: null })
  })

  test('is refused to others, in other states and to the slower one', async () => {
    const open = await published()
    expect(codeOf(await take('editor', open, 'cancel-correction'))).toEqual([409, 'wrong-state'])
    const work = await begun(open)
    for (const person of ['supervisor', 'sister-editor', 'clerk', 'villager'] as const) {
      expect([person, ...codeOf(await take(person, work, 'cancel-correction'))]).toEqual([
        person,
        403,
        'forbidden',
      ])
    }
    await pressedBySix(work, 'cancel-correction', ['editor', 'head'])
  })
})

describe('重复公开', () => {
  test('the copy leaves the public and names the one that stays; no leak is recorded', async () => {
    const { kept, copy } = await publishedTwice(story)
    expect(copy.duplicates).toEqual([{ id: kept.notice.id, title: '十月收支' }])
    const { status, body } = await take('head', copy, 'withdraw-duplicate', { instead: kept.notice.id })
    expect([status, body.notice.state]).toEqual([200, 'withdrawn'])
    const page = (await server.ask<NoticePage>('GET', `/notices/${copy.notice.id}`)).body
    expect(page.withdrawn).toMatchObject({
      reason: '重复公开，同一内容另有一条公示',
      instead: kept.notice.id,
    })
    expect(await server.db.of(LeakRecords).countDocuments({})).toBe(0)
    expect((await server.ask<NoticePage>('GET', `/notices/${kept.notice.id}`)).body.withdrawn).toBeNull()
    expect(codeOf(await take('head', body, 'withdraw-duplicate', { instead: kept.notice.id }))).toEqual([
      409,
      'wrong-state',
    ])
    // It held nothing back: published again as it was, it is no repeated leak.
    const same = await story.edit('editor', await begun(body), copy.notice.content)
    const again = await story.submit('editor', same)
    expect(again.notice.state).toBe('submitted')
  })

  test('only for a public notice of the same class and period, by the village itself', async () => {
    const { kept, copy } = await publishedTwice(story)
    const draft = await story.create('editor', { content: financeContent('2026-09') })
    for (const instead of [copy.notice.id, draft.notice.id, 'ntc_unknown']) {
      const answer = await take('head', copy, 'withdraw-duplicate', { instead })
      expect([answer.status, errorOf(answer.body).details[0]?.code]).toEqual([422, 'duplicate-not-public'])
    }
    for (const person of ['supervisor', 'sister-editor', 'clerk'] as const) {
      const answer = await take(person, copy, 'withdraw-duplicate', { instead: kept.notice.id })
      expect([person, ...codeOf(answer)]).toEqual([person, 403, 'forbidden'])
    }
    const stale = await ask('head', 'POST', `/notices/${copy.notice.id}/withdraw-duplicate`, {
      version: copy.notice.version - 1,
      instead: kept.notice.id,
    })
    expect([stale.status, errorOf(stale.body).code]).toEqual([409, 'version-conflict'])
  })
})
