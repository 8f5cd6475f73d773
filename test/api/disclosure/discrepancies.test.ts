import type { AlongsidePage, NoticePage } from '@shared/contract/reading/site'
import type { DiscrepancyList, DiscrepancyPage } from '@shared/contract/disclosure/discrepancy'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { ask, errorOf, openWorld, server, story } from '../../support/api/workDesk'
import { type Person, financeContent } from '../../support/api/world'
import { Discrepancies } from '@server/disclosure/discrepancies/models/discrepancies'

openWorld('findings')

const PERIOD = '2026-10'

/** The same facts, said by words of one's own. */
function said(opinion: string, openingFen = 10_000): NoticeContent {
  const content = financeContent(PERIOD, openingFen)
  return {
    ...content,
    blocks: [
      content.blocks[0]!,
      { type: 'facts', label: '公开内容', entries: [{ label: '民主理财小组意见', value: opinion }] },
    ],
  }
}

async function village(content: NoticeContent) {
  const draft = await story.create('editor', { content })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

async function street(content: NoticeContent, regards: string | null = 'V1') {
  const draft = await story.create('clerk', { orgCode: 'ST1', regards, content })
  return story.publish('street-head', await story.agree('clerk-2', await story.submit('clerk', draft)))
}

async function corrected(id: string, content: NoticeContent) {
  const page = (await ask<Awaited<ReturnType<typeof village>>>('head', 'GET', `/work/${id}`)).body
  const begun = await story.step('editor', page, 'correct', { reason: '余额写错，按台账更正' })
  const edited = await story.edit('editor', begun, content)
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', edited)))
}

const list = async (code = 'V1', person: Person = 'clerk', query = '') =>
  (await ask<DiscrepancyList>(person, 'GET', `/orgs/${code}/discrepancies${query}`)).body.items
const brief = async () => (await list()).map(({ kind, label, state }) => [kind, label, state])
const alongside = async (id: string) =>
  (await server.ask<AlongsidePage>('GET', `/notices/${id}/alongside`)).body.discrepancies

const OPINION = '审核属实，核减3.5万元'

test('the same in other notations is no finding, whichever side comes first', async () => {
  await village(said(OPINION))
  expect(await list()).toEqual([])
  const { notice } = await street(said('审核属实，核减 35,000.00 元'))
  expect(await list()).toEqual([])
  expect(await alongside(notice.id)).toEqual([])
})

test('what differs is found in the publishing of the later side, once, and said on 对照', async () => {
  const { notice } = await village(said(OPINION))
  await street(said('审核属实，核减36000元'))
  expect(await brief()).toEqual([['amount', '民主理财小组意见', 'open']])
  const [shown] = await alongside(notice.id)
  expect(shown).toMatchObject({
    severity: 'must',
    village: OPINION,
    government: '审核属实，核减36000元',
    stateLabel: '待处理',
    steps: [{ event: 'found', body: '系统' }],
  })
  expect(await list('ST1')).toHaveLength(1)
  expect(await list('V1', 'clerk', '?state=corrected')).toEqual([])
})

test('a street’s word about all its villages meets each that has spoken', async () => {
  await village(said(OPINION))
  await street(said('审核属实，核减1元'), null)
  expect(await brief()).toEqual([['amount', '民主理财小组意见', 'open']])
  expect(await server.db.of(Discrepancies).countDocuments({ orgCode: 'V2' })).toBe(0)
})

test('the whole way: comment, answer, order with its day, correction; the finding closes by itself', async () => {
  const { notice } = await village(said(OPINION))
  await street(said('审核属实，核减36000元'))
  const [found] = await list()
  const path = `/discrepancies/${found!.id}`
  const step = async (person: Person, name: string, body: object) => {
    const answer = await ask<DiscrepancyPage>(person, 'POST', `${path}/${name}`, body)
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.body
  }
  const commented = await step('clerk', 'comment', { version: 1, text: '请核对核减金额' })
  expect(commented.discrepancy).toMatchObject({ state: 'open', version: 2, abilities: ['comment', 'order'] })
  const answered = await step('head', 'answer', { version: 2, text: '按村账核减，凭证在村委会' })
  expect(answered.discrepancy).toMatchObject({ state: 'answered', abilities: ['answer'] })
  expect(answered.notice).toMatchObject({ id: notice.id, mayCorrect: true, mayRead: true })
  expect(commented.notice).toMatchObject({ mayCorrect: false, mayRead: true })
  const ordered = await step('clerk', 'order', {
    version: 3,
    reason: '与街道台账不一致',
    correctBy: '2026-11-30',
  })
  expect(ordered.discrepancy.state).toBe('ordered')
  const page = (await server.ask<NoticePage>('GET', `/notices/${notice.id}`)).body
  expect(page.order).toMatchObject({ reason: '与街道台账不一致', correctBy: '2026-11-30', body: '东街道' })

  await corrected(notice.id, said('审核属实，核减三万六千元'))
  expect(await brief()).toEqual([['amount', '民主理财小组意见', 'corrected']])
  const [shown] = await alongside(notice.id)
  expect(shown!.steps.map(({ event, body, correctBy }) => [event, body, correctBy])).toEqual([
    ['found', '系统', null],
    ['comment', '东街道', null],
    ['answer', '东一村村委会', null],
    ['order', '东街道', '2026-11-30'],
    ['corrected', '系统', null],
  ])
  expect(JSON.stringify(shown)).not.toContain('人物')
  expect((await server.ask<NoticePage>('GET', `/notices/${notice.id}`)).body.order).toBeNull()
})

test('an edition that was ordered and still differs opens the finding again', async () => {
  const { notice } = await village(said(OPINION))
  await street(said('审核属实，核减36000元'))
  const [found] = await list()
  await ask('clerk', 'POST', `/discrepancies/${found!.id}/order`, { version: 1, reason: '与街道台账不一致' })
  await corrected(notice.id, said('审核属实，核减3.7万元'))
  expect(await brief()).toEqual([['amount', '民主理财小组意见', 'open']])
  expect((await list())[0]).toMatchObject({ village: '审核属实，核减3.7万元' })
})

test('an explanation that is accepted stands until somebody writes something else', async () => {
  const { notice } = await village(said(OPINION))
  const other = await street(said('审核属实，核减36000元'))
  const [found] = await list()
  await ask('head', 'POST', `/discrepancies/${found!.id}/answer`, { version: 1, text: '街道另有一笔' })
  await ask('clerk', 'POST', `/discrepancies/${found!.id}/accept`, { version: 2 })
  await corrected(notice.id, { ...said(OPINION), title: '2026年10月财务收支' })
  expect(await brief()).toEqual([['amount', '民主理财小组意见', 'explained']])
  const page = (await ask<typeof other>('clerk', 'GET', `/work/${other.notice.id}`)).body
  const begun = await story.step('clerk', page, 'correct', { reason: '街道更正自己的公开' })
  const edited = await story.edit('clerk', begun, said('审核属实，核减35000元'))
  await story.publish('street-head', await story.agree('clerk-2', await story.submit('clerk', edited)))
  expect(await brief()).toEqual([['amount', '民主理财小组意见', 'corrected']])
})

test('a withdrawal makes it void and takes the words along', async () => {
  const page = await village(said(OPINION))
  await street(said('审核属实，核减36000元'))
  await story.step('editor', page, 'withdraw', {
    reason: '误带了证件号码',
    leaked: ['id'],
    persons: 1,
    measures: '已撤下并告知本人',
  })
  expect(await brief()).toEqual([['amount', '', 'void']])
  const rows = await server.db.of(Discrepancies).find({}).lean()
  expect(JSON.stringify(rows)).not.toContain('核减')
})

describe('refusals', () => {
  let id: string
  beforeEach(async () => {
    await village(said(OPINION))
    await street(said('审核属实，核减36000元'))
    id = (await list())[0]!.id
  })

  test('the loser of a race is told what happened', async () => {
    await ask('clerk', 'POST', `/discrepancies/${id}/comment`, { version: 1, text: '请核对' })
    const { status, body } = await ask('clerk-2', 'POST', `/discrepancies/${id}/comment`, {
      version: 1,
      text: '请核对',
    })
    expect([status, errorOf(body).code, errorOf(body).message]).toEqual([
      409,
      'finding-changed',
      '刚刚“街道（镇）提意见”，请看过最新情况再办。',
    ])
  })

  test('nothing is accepted that was not explained', async () => {
    const { status, body } = await ask('clerk', 'POST', `/discrepancies/${id}/accept`, { version: 1 })
    expect([status, errorOf(body).code]).toEqual([409, 'finding-wrong-state'])
  })

  test('a person’s number in the words, a day that is over: nothing is half done', async () => {
    const text = '请联系 13812345678 核对'
    const commented = await ask('clerk', 'POST', `/discrepancies/${id}/comment`, { version: 1, text })
    expect([commented.status, errorOf(commented.body).details[0]!.field]).toEqual([422, 'text'])
    const order = { version: 1, reason: '与街道台账不一致', correctBy: '2026-11-01' }
    const ordered = await ask('clerk', 'POST', `/discrepancies/${id}/order`, order)
    expect([ordered.status, errorOf(ordered.body).details[0]!.code]).toEqual([422, 'mend-by-past'])
    expect((await list())[0]).toMatchObject({ state: 'open', version: 1 })
  })

  test('a second finding of the notice joins the order that stands: its day holds', async () => {
    const [one, two] = await twoDiscrepancies()
    await ask('clerk', 'POST', `/discrepancies/${one}/order`, {
      version: 1,
      reason: '期初不一致',
      correctBy: '2026-11-30',
    })
    const second = { version: 1, reason: '期末也不一致', correctBy: '2026-12-15' }
    const { status, body } = await ask<DiscrepancyPage>(
      'clerk',
      'POST',
      `/discrepancies/${two}/order`,
      second,
    )
    expect([status, body.discrepancy.state, body.steps.at(-1)]).toEqual([
      200,
      'ordered',
      expect.objectContaining({ text: '期末也不一致', correctBy: '2026-11-30' }),
    ])
  })
})

/** The opening balance and an element of another month differ; the closing balance follows from the opening one. */
async function twoDiscrepancies(): Promise<[string, string]> {
  const of = (openingFen: number, opinion: string): NoticeContent => {
    const content = financeContent('2026-08', openingFen)
    const entries = [{ label: '民主理财小组意见', value: opinion }]
    return { ...content, blocks: [content.blocks[0]!, { type: 'facts', label: '公开内容', entries }] }
  }
  await village(of(10_000, '核减1元'))
  await street(of(20_000, '核减2元'))
  const ids = (await list()).filter(({ period }) => period === '2026-08')
  expect(ids).toHaveLength(2)
  return [ids[0]!.id, ids[1]!.id]
}
