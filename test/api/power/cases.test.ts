import type { ErrorBody } from '../../../shared/contract/common'
import type { CaseList, CasePage, WorkCaseList, WorkCasePage } from '../../../shared/contract/power/case'
import type { SplitAlarms, SplitAlarm } from '../../../shared/contract/power/splitAlarm'
import type { UploadedFile } from '../../../shared/contract/disclosure/files'
import type { NoticeContent } from '../../../shared/contract/disclosure/notice'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import { photo } from '../../support/files/pictures'
import {
  ADOPTION,
  BALLOTS,
  OPENING,
  adopt,
  done,
  open,
  openCaseWorld,
  read,
  seenBy,
  send,
  server,
  step,
} from '../../support/api/caseDesk'
import { coreItem, reasonsWithout } from '../../support/power/core'
import { ITEMS, type Person, storyOf, tokenOf, userId } from '../../support/api/world'
import { Obligations } from '@server/disclosure/obligations/models/obligations'
import { PowerLists } from '@server/power/lists/models/powerLists'
import { PowerCaseEvents, PowerCases } from '@server/power/cases/models/powerCases'

openCaseWorld('power-cases')

/** Uploads a photo for the step at hand; gives its hash. */
async function upload(
  page: WorkCasePage,
  person: Person,
  name: string,
  kind: 'jpeg' | 'png',
): Promise<string> {
  const text = new Uint8Array(await photo(kind))
  const file = { name, text, fields: { reason: '只拍了会场，没有人像' } }
  const { status, body } = await server.ask<UploadedFile>('POST', `/cases/${page.id}/files`, {
    token: tokenOf(server, person),
    file,
  })
  expect([name, status]).toEqual([name, 201])
  return body.attachment.sha256
}

const filled = (blocks: NoticeContent['blocks']) =>
  blocks.map(block =>
    block.type === 'facts'
      ? {
          ...block,
          entries: block.entries.map(entry => ({ ...entry, value: entry.value || '已审核，属实' })),
        }
      : block,
  )

test('works of 60,000 yuan go to the vote; its result is an obligation with a draft, and the villager sees the notice', async () => {
  let page = await open()
  expect(page).toMatchObject({ status: 'running', stepName: '提出项目', mine: true, version: 1 })
  for (const name of ['propose', 'party', 'meeting']) {
    expect(page.task?.step).toBe(name)
    page = await done(page)
  }
  expect(page.task).toMatchObject({ step: 'council', results: [] })
  page = await done(page)
  expect(page.steps.at(-1)).toMatchObject({
    step: 'council',
    result: '通过',
    ballots: BALLOTS,
    amountFen: 6_000_000,
  })
  expect(page.obligations).toMatchObject([
    { stepName: '村民议事会表决', todo: null, noticeId: expect.any(String) },
  ])

  const [obligation] = await server.db.of(Obligations).find({ orgCode: 'V1' }).lean()
  expect(obligation).toMatchObject({
    itemKey: ITEMS.finance.key,
    status: 'open',
    eventOn: page.steps.at(-1)!.on,
  })
  const noticeId = page.obligations[0]!.noticeId!
  const draft = await read<WorkNoticePage>(`/work/${noticeId}`, 'editor')
  expect(JSON.stringify(draft.notice.content)).toMatch(
    /修村东头水渠.*应到30人，实到25人，同意20票.*60,000\.00元/,
  )

  expect((await read<CasePage>(`/cases/${page.id}`)).notices).toEqual([])
  // What the catalogue asks for and the case cannot know is left to the village; of one day no statement is owed.
  const { version, content } = draft.notice
  const body = { version, content: { ...content, blocks: filled(content.blocks) } }
  await server.ask('PUT', `/notices/${noticeId}`, { token: tokenOf(server, 'editor'), body })
  const story = storyOf(server)
  const ready = await read<WorkNoticePage>(`/work/${noticeId}`, 'editor')
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', ready)))
  const seen = await read<CasePage>(`/cases/${page.id}`)
  expect(seen.notices).toEqual([{ id: noticeId, title: '修村东头水渠：村民议事会表决' }])
  expect(seen.progress).toMatchObject({ done: ['propose', 'party', 'meeting', 'council'], here: 'way' })
  const closed = await server.db.of(Obligations).findById(obligation!._id).lean()
  expect(closed).toMatchObject({ noticeId, status: expect.stringMatching(/done|late/) })
})

test('papers as files: staff and supervisors read them, the public those alone that the disclosure publishes', async () => {
  await adopt()
  const list = await server.db.of(PowerLists).findById('V1').lean()
  const items = list!.items.filter(({ code }) => code === 'XM-01')
  for (const { id, disclosure } of items[0]!.steps) if (id === 'council') disclosure!.evidence = ['会议记录']
  await send('head', '/orgs/V1/powers/adopt', {
    ...ADOPTION,
    version: 1,
    items,
    reasons: [{ code: 'XM-01', reason: '会议记录要公开' }, ...reasonsWithout(items)],
  })
  let page = (await send<WorkCasePage>('editor', '/orgs/V1/cases', OPENING)).body
  for (let n = 0; n < 3; n++) page = await done(page)
  page = await step(page, 'editor', 'claim', { step: 'council' })
  const [minutes, roll] = [
    await upload(page, 'editor', '会议记录.jpg', 'jpeg'),
    await upload(page, 'editor', '签到册.png', 'png'),
  ]
  const vote = { step: 'council', ballots: BALLOTS, papers: page.task!.evidence }
  const strange = [
    { paper: '别人的', sha256: minutes },
    { paper: '签到册', sha256: 'f'.repeat(64) },
  ]
  const unknown = await send<ErrorBody>('editor', `/cases/${page.id}/vote`, {
    ...vote,
    version: page.version,
    files: strange,
  })
  expect(unknown.body.error.details).toMatchObject([{ code: 'file-not-uploaded', field: 'files.1' }])
  const stray = await send<ErrorBody>('editor', `/cases/${page.id}/vote`, {
    ...vote,
    version: page.version,
    files: strange.slice(0, 1),
  })
  expect(stray.body.error.details).toMatchObject([{ code: 'case-file-without-paper' }])
  page = await step(page, 'editor', 'vote', {
    ...vote,
    files: [
      { paper: '会议记录', sha256: minutes },
      { paper: '签到册', sha256: roll },
    ],
  })
  expect(page.steps.at(-1)?.files).toMatchObject([
    { paper: '会议记录', name: '会议记录.jpg' },
    { paper: '签到册' },
  ])

  const status = async (path: string, person?: Person) =>
    (await server.ask('GET', path, person ? { token: tokenOf(server, person) } : {})).status
  const kept = (sha256: string) => `/cases/${page.id}/files/${sha256}`
  for (const reader of ['head', 'supervisor', 'clerk'] as const) {
    expect(await status(kept(roll), reader)).toBe(200)
  }
  expect(await status(kept(roll), 'villager')).toBe(403)
  expect(await status(kept(roll))).toBe(401)
  expect(await status(kept('f'.repeat(64)), 'head')).toBe(404)
  expect(JSON.stringify(await read(`/cases/${page.id}`))).not.toMatch(/签到册\.png|会议记录\.jpg/)
  expect([await status(`/files/${minutes}`), await status(`/files/${roll}`)]).toEqual([404, 404])

  const noticeId = page.obligations[0]!.noticeId!
  const { notice } = await read<WorkNoticePage>(`/work/${noticeId}`, 'editor')
  const body = {
    version: notice.version,
    content: { ...notice.content, blocks: filled(notice.content.blocks) },
  }
  await server.ask('PUT', `/notices/${noticeId}`, { token: tokenOf(server, 'editor'), body })
  const story = storyOf(server)
  const ready = await read<WorkNoticePage>(`/work/${noticeId}`, 'editor')
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', ready)))
  expect([await status(`/files/${minutes}`), await status(`/files/${roll}`)]).toEqual([200, 404])

  page = await step(await seenBy(page, 'head'), 'head', 'cancel', { reason: '今年资金不够' })
  expect(await status(kept(roll), 'supervisor')).toBe(200)
  expect(
    (await send('editor', `/cases/${page.id}/claim`, { version: page.version, step: 'way' })).status,
  ).toBe(403)
})

test('the public sees neither names, amounts nor votes, and of a service matter not what it is about', async () => {
  const page = await open({ itemCode: 'BM-07', title: '三组一户的申请' })
  const seen = await read<CasePage>(`/cases/${page.id}`)
  expect(seen).toMatchObject({ title: null, itemName: '惠农补贴申报' })
  expect(JSON.stringify(seen)).not.toContain('三组一户')
  const list = await read<CaseList>('/orgs/V1/cases?show=open')
  expect(list.items).toMatchObject([{ id: page.id, title: null }])
  expect((await read<CaseList>('/orgs/V1/cases?show=closed')).items).toEqual([])
  const work = await read<WorkCaseList>('/orgs/V1/work/cases', 'head')
  expect(work.items).toMatchObject([{ about: '三组一户的申请', mine: false, clock: { light: 'none' } }])
})

test('the list of staff names what the person may open: by role, in use, in force', async () => {
  await adopt()
  const openable = async (person: Person) =>
    (await read<WorkCaseList>('/orgs/V1/work/cases', person)).openable.map(({ code }) => code)
  expect((await openable('editor')).sort()).toEqual(['BM-07', 'XM-01', 'ZC-01'])
  expect(await openable('supervisor')).toEqual([])
  const off = { version: 1, code: 'XM-01', reason: '村里今年没有工程' }
  expect((await send('head', '/orgs/V1/powers/switch', off)).status).toBe(200)
  expect((await openable('editor')).sort()).toEqual(['BM-07', 'ZC-01'])
})

test('quorum not met, papers missing and a wrong sum of votes are refused together, and nothing is kept', async () => {
  let page = await open()
  for (let n = 0; n < 3; n++) page = await done(page)
  page = await step(page, 'editor', 'claim', { step: 'council' })
  const { status, body } = await send<ErrorBody>('editor', `/cases/${page.id}/vote`, {
    version: page.version,
    step: 'council',
    ballots: { ...BALLOTS, present: 19 },
    papers: ['会议记录'],
  })
  expect([status, body.error.code]).toEqual([422, 'case-refused'])
  expect(body.error.details.map(({ code }) => code)).toEqual([
    'case-evidence-missing',
    'case-votes-sum',
    'case-quorum-not-met',
  ])
  expect((await seenBy(page, 'editor')).version).toBe(page.version)
})

test('two who finish one step at once: one does, the other is told', async () => {
  const page = await open()
  const body = { version: page.version, step: 'propose', papers: page.task!.evidence }
  const answers = await Promise.all(
    [1, 2].map(() => send<ErrorBody>('editor', `/cases/${page.id}/finish`, body)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const events = await server.db.of(PowerCaseEvents).find({ caseId: page.id }).lean()
  expect(events.map(({ kind, version }) => [kind, version])).toEqual([
    ['open', 1],
    ['finish', 2],
  ])
})

test('four eyes: who sits on both sides does not review; a case keeps its item when the list changes', async () => {
  let page = await open({ itemCode: 'BM-07', title: '一户的申请' })
  await send('head', '/orgs/V1/powers/switch', { version: 1, code: 'BM-07', reason: '改由街道直接受理' })
  expect(
    (await send<ErrorBody>('editor', '/orgs/V1/cases', { ...OPENING, itemCode: 'BM-07' })).body.error.code,
  ).toBe('power-off')
  page = await done(page)
  expect(page.item.steps.map(({ id }) => id)).toEqual(coreItem('BM-07').steps.map(({ id }) => id))
  expect(page.abilities).not.toContain('claim')
  expect((await seenBy(page, 'two-hats')).abilities).not.toContain('claim')
  expect((await seenBy(page, 'supervisor')).abilities).toContain('claim')
})

test('supervision stops a case; handing over, pausing and cancelling go by the rules', async () => {
  let page = await open()
  page = await step(page, 'editor', 'hand-over', {
    step: 'propose',
    to: userId('editor-2'),
    reason: '下乡出差几天',
  })
  expect(page.mine).toBe(false)
  const wrong = { version: page.version, step: 'propose', to: userId('clerk'), reason: '下乡出差几天' }
  expect(
    (await send<ErrorBody>('head', `/cases/${page.id}/hand-over`, wrong)).body.error.details,
  ).toMatchObject([{ code: 'case-role-wrong' }])
  page = await step(await seenBy(page, 'supervisor'), 'supervisor', 'stop', { reason: '预算没有依据' })
  expect(page).toMatchObject({ status: 'stopped', statusLabel: '监督叫停', clock: { light: 'standing' } })
  expect(page.abilities).toEqual(['remark', 'lift'])
  expect((await seenBy(page, 'editor')).abilities).toEqual(['cancel'])
  page = await step(page, 'supervisor', 'lift', { reason: '依据已经补上' })
  page = await step(page, 'head', 'cancel', { reason: '今年资金不够' })
  expect(page.events.map(({ label }) => label)).toEqual([
    '提出',
    '交给别人办',
    '监督叫停',
    '解除叫停',
    '取消',
  ])
  expect(await read<CasePage>(`/cases/${page.id}`)).toMatchObject({ status: 'cancelled', stepName: null })
})

test('personal data in a reason or title is refused', async () => {
  await adopt()
  const id = '11010519491231002X'
  const titled = await send<ErrorBody>('editor', '/orgs/V1/cases', { ...OPENING, title: `给${id}修路` })
  expect([titled.status, titled.body.error.details[0]?.field]).toEqual([422, 'title'])
  expect(await server.db.of(PowerCases).countDocuments({})).toBe(0)
})

test('works split up to stay below the vote: the village is told, the street asks once, a third makes it ask again', async () => {
  await adopt()
  const works = (title: string, amountFen = 4_500_000) =>
    send<WorkCasePage>('editor', '/orgs/V1/cases', {
      itemCode: 'XM-01',
      title,
      amountFen,
      payee: '惠民水利公司',
    })
  expect((await works('修村东水渠一期')).body.alarm).toBeNull()
  const { body: second } = await works('修村东水渠二期')
  expect(second.alarm).toMatch(
    /^2件事收款方相同、用途相近，.*每件都不到5万元，合计9万元。疑似拆分，请核实。$/,
  )
  await works('修村东水渠护栏', 6_000_000)
  const desk = () => read<SplitAlarms>('/orgs/ST1/split-alarms', 'clerk')
  const { alarms, villages } = await desk()
  expect(alarms.map(({ cases, answer, mayAnswer }) => [cases.length, answer, mayAnswer])).toEqual([
    [2, null, true],
  ])
  expect(villages.find(({ code }) => code === 'V1')?.counts[0]).toMatchObject({ status: 'running', n: 3 })
  const path = `/orgs/V1/split-alarms/${alarms[0]!.id}/answer`
  const body = { outcome: 'separate', text: '两期分两年立项，各有预算' }
  expect((await send('head', path, body)).status).toBe(403)
  expect((await send<SplitAlarm>('clerk', path, body)).body).toMatchObject({
    answer: { text: body.text },
    mayAnswer: false,
  })
  expect((await send<ErrorBody>('clerk-2', path, body)).body.error.code).toBe('split-alarm-answered')
  await works('修村东水渠第三期')
  expect((await desk()).alarms.map(({ cases, answer }) => [cases.length, answer])).toEqual([[3, null]])
  expect((await send('clerk', path, body)).status).toBe(404)
})

test('the desk shows votes with their count and who was stopped and why, without names of villagers', async () => {
  let page = await open()
  for (const person of ['editor', 'editor', 'editor'] as const) page = await done(page, person)
  page = await done(page)
  page = await step(page, 'supervisor', 'remark', { reason: '会议记录要附签到' })
  await send('supervisor', `/cases/${page.id}/stop`, { version: page.version, reason: '报价单没有公示' })
  const { meetings, stops, remarks, late } = await read<SplitAlarms>('/orgs/V1/split-alarms', 'head')
  expect(meetings).toMatchObject([
    { about: OPENING.title, result: '通过', count: expect.stringContaining('同意20票') },
  ])
  expect(stops).toMatchObject([{ about: OPENING.title, reason: '报价单没有公示', to: null }])
  expect(remarks).toMatchObject([
    { about: OPENING.title, stepName: '确定竞价办法', text: '会议记录要附签到' },
  ])
  expect(late).toEqual([])
})
