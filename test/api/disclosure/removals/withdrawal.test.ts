import type { NoticePage } from '@shared/contract/reading/site'
import type { ObligationList } from '@shared/contract/disclosure/obligation'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { Subscriptions } from '@server/people/messages/models/subscriptions'
import { ask, errorOf, openWorld, server, story } from '../../../support/api/workDesk'
import { financeContent, ITEMS, userId } from '../../../support/api/world'
import { act, LEAK, register, removalOf, runJobs, waiting } from '../../../support/removals/acts'
import { LeakRecords } from '@server/disclosure/removals/models/leakRecords'

/** 撤回: hidden at once, final only with the supervising body's word. */
openWorld('withdrawal')

const WORD = '清塘补偿'
/** Friday 2026-11-20, so three working days end on Wednesday. */
const DUE = '2026-11-25'
const AFTER = '2026-11-25T16:00:01.000Z'

async function published(title = `${WORD}公示`): Promise<WorkNoticePage> {
  const draft = await story.create('editor', { content: { ...financeContent(), title } })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const withdrawn = async (page?: WorkNoticePage) =>
  story.step('editor', page ?? (await published()), 'withdraw', LEAK)

const shown = async (id: string) => (await server.ask<NoticePage>('GET', `/notices/${id}`)).body

const told = async (person: Parameters<typeof userId>[0]) =>
  (
    await server.db
      .of(InboxMessages)
      .find({ userId: userId(person) })
      .sort({ at: -1 })
      .lean()
  ).filter(({ link }) => link?.startsWith('removal'))

test('an editor hides a notice alone, and everybody can see that it waits for the supervisors', async () => {
  const { notice } = await withdrawn()
  const [row] = await register()
  expect(row).toMatchObject({
    kind: 'withdrawal',
    state: 'waiting',
    word: '已撤回，等确认',
    noticeId: notice.id,
    matter: '村级财务 · 财务收支',
    by: expect.stringContaining('东一村') as string,
    basis: LEAK.reason,
    confirmBy: DUE,
    agreed: [],
  })
  expect(JSON.stringify(row)).not.toContain(WORD)
  expect((await shown(notice.id)).withdrawn?.reason).toBe(LEAK.reason)
  const [asked] = await waiting('supervisor')
  expect(asked).toMatchObject({ subject: row!.id, orgCode: 'V1', step: '确认', dueOn: DUE, late: false })
  expect(await server.db.of(LeakRecords).countDocuments({ noticeId: notice.id })).toBe(1)
})

test('supervisors, head, street and followers are told', async () => {
  await server.db.of(Subscriptions).create([
    {
      _id: 'sub_removaltest000001',
      userId: userId('villager'),
      orgCode: 'V1',
      category: ITEMS.finance.category,
      createdAt: new Date(0),
    },
  ])
  await withdrawn()
  await runJobs('2026-11-20T04:00:00.000Z')
  for (const person of ['supervisor', 'supervisor-2', 'head', 'clerk', 'street-head'] as const) {
    const [message] = await told(person)
    expect([person, message?.text]).toEqual([
      person,
      '东一村：已撤回，等确认，最晚2026年11月25日，过期就恢复公开',
    ])
  }
  const [follower] = await told('villager')
  expect([follower?.text, follower?.link]).toEqual(['东一村：已撤回，等确认', 'removals/V1'])
  expect(JSON.stringify([...(await told('supervisor')), follower])).not.toContain(WORD)
  await server.db.of(Subscriptions).deleteMany({})
})

test('confirmed by the supervising body it is final, also past the last day', async () => {
  const { notice } = await withdrawn()
  const removal = await removalOf({ notice } as WorkNoticePage)
  const { status, body } = await act('supervisor', removal, 'agree')
  expect([status, body.removal.state, body.removal.word]).toEqual([200, 'confirmed', '已撤回'])
  expect(body.removal.agreed).toMatchObject([{ side: 'supervisors', body: '村务监督委员会' }])
  await runJobs(AFTER)
  expect((await shown(notice.id)).withdrawn).not.toBeNull()
  expect(await waiting('supervisor')).toEqual([])
})

test.each([
  ['editor', 403, 'forbidden'],
  ['head', 403, 'forbidden'],
  ['clerk', 403, 'forbidden'],
  ['two-hats', 403, 'committee-member'],
  ['sister-supervisor', 403, 'forbidden'],
  ['district', 403, 'forbidden'],
  ['system-admin', 403, 'forbidden'],
] as const)('%s may neither confirm nor refuse a withdrawal', async (person, status, code) => {
  const page = await withdrawn()
  const removal = await removalOf(page)
  for (const name of ['agree', 'refuse'] as const) {
    const answer = await act(person, removal, name, name === 'refuse' ? { reason: '没有泄露' } : {})
    expect([answer.status, errorOf(answer.body).code]).toEqual([status, code])
  }
  expect((await removalOf(page)).state).toBe('waiting')
})

test('not confirmed in time, it is public again as a new edition', async () => {
  const { notice } = await withdrawn()
  await runJobs('2026-11-25T15:00:00.000Z')
  expect((await shown(notice.id)).withdrawn).not.toBeNull()
  await runJobs(AFTER)
  const page = await shown(notice.id)
  expect([page.withdrawn, page.notice.edition, page.notice.title]).toEqual([null, 2, `${WORD}公示`])
  expect(page.editions.map(({ edition, withdrawn }) => [edition, withdrawn])).toEqual([
    [2, false],
    [1, true],
  ])
  expect(page.editions[0]?.reason).toContain('撤回到期没有得到监督机构确认')
  const [row] = await register()
  expect([row?.state, row?.word]).toEqual(['returned', '撤回没有成立，已恢复公开'])
})

test('names and attachments stay back when nobody looked; a refusal brings them back as the supervisors say', async () => {
  const file = await story.attach('editor', { name: '发放表.csv', text: '批次,金额\n一,100\n' })
  const list = {
    title: '九月补贴', period: '2026-09',
    blocks: [
      { type: 'recipients' as const, label: '发放明细', totalPersons: 4, totalFen: 40_000,
        rows: ['赵*', '钱*', '孙*', '李*'].map(name => ({ name, scheme: '种粮补贴', persons: 1, amountFen: 10_000 })) },
      { type: 'facts' as const, label: '公开内容', entries: [
        { label: '政策依据', value: '区里的通知' }, { label: '补贴标准', value: '每亩一百元' }, { label: '监督渠道', value: '村委会办公室' },
      ] },
      { type: 'attachments' as const, label: '附件', files: [file] },
    ],
  } // prettier-ignore
  const publish = async () => {
    const draft = await story.create('editor', { content: list, itemId: ITEMS.subsidy._id })
    return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  }
  const page = await publish()
  await withdrawn(page)
  await runJobs(AFTER)
  const unseen = JSON.stringify((await shown(page.notice.id)).presented)
  for (const word of ['赵*', '李*', file.sha256]) expect(unseen).not.toContain(word)
  expect(unseen).toContain('400.00')

  const again = (await ask<WorkNoticePage>('head', 'GET', `/work/${page.notice.id}`)).body
  await withdrawn(again)
  const refused = await act('supervisor', await removalOf(again), 'refuse', {
    reason: '看过了，没有泄露',
    withFiles: true,
  })
  expect([refused.status, refused.body.removal.outcome]).toEqual([
    200,
    '村务监督委员会没有同意：看过了，没有泄露',
  ])
  expect((await shown(page.notice.id)).notice.edition).toBe(3)
})

test('refused, it is public again at once, whole; the reason may hold no personal data', async () => {
  const page = await published()
  await withdrawn(page)
  const removal = await removalOf(page)
  const bad = await act('supervisor', removal, 'refuse', { reason: '请问张三 13812345678' })
  expect([bad.status, errorOf(bad.body).code]).toEqual([422, 'requirements-unmet'])
  const { status } = await act('supervisor', removal, 'refuse', { reason: '没有泄露个人信息' })
  expect(status).toBe(200)
  const { notice, presented } = await shown(page.notice.id)
  expect([notice.title, notice.edition]).toEqual([`${WORD}公示`, 2])
  expect(JSON.stringify(presented)).toContain('土地租金')
  const late = await act('supervisor', removal, 'agree')
  expect([late.status, errorOf(late.body).code]).toEqual([409, 'removal-decided'])
})

test('a correction that was begun meanwhile goes on, as a correction of what is public again', async () => {
  const page = await withdrawn()
  const begun = await story.step('editor', page, 'correct', { reason: '改掉不该公开的' })
  const mine = { ...financeContent(), title: '改过的标题' }
  await story.edit('editor', begun, mine)
  await runJobs(AFTER)
  const work = (await ask<WorkNoticePage>('editor', 'GET', `/work/${page.notice.id}`)).body
  expect(work.notice).toMatchObject({
    state: 'draft',
    edition: 3,
    liveEdition: 2,
    content: { title: '改过的标题' },
  })
  expect((await shown(page.notice.id)).notice.title).toBe(`${WORD}公示`)
  const cancelled = await story.step('editor', work, 'cancel-correction')
  expect(cancelled.notice).toMatchObject({ state: 'published', edition: 2, liveEdition: 2 })
})

test('a corrected edition that was signed off takes its place', async () => {
  const page = await withdrawn()
  const begun = await story.step('editor', page, 'correct', { reason: '改掉不该公开的' })
  const draft = await story.edit('editor', begun, { ...financeContent('2026-10', 20_000), title: '改好的' })
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  const [row] = await register()
  expect([row?.state, row?.outcome]).toEqual(['replaced', '更正后的新版已经监督审核并公开'])
  await runJobs(AFTER)
  expect((await shown(page.notice.id)).notice).toMatchObject({ title: '改好的', edition: 2 })
})

test('the duty is open while it is hidden, and done again once it is back', async () => {
  const page = await published()
  const duties = async () => (await ask<ObligationList>('head', 'GET', '/orgs/V1/obligations')).body
  await withdrawn(page)
  expect(JSON.stringify(await duties())).not.toContain(page.notice.id)
  await runJobs(AFTER)
  const matrix = await server.db.connection
    .collection('obligations')
    .find({ noticeId: page.notice.id })
    .toArray()
  expect(matrix.length).toBeGreaterThan(0)
})
