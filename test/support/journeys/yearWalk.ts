import { createJobRunner, addJob } from '@server/platform/jobs/runner'
import { dailyJob } from '@server/disclosure/obligations/jobs/dailyObligations'
import { inTransaction } from '@server/platform/store/transaction'
import { JOB_HANDLERS } from '@server/compose'
import { addDays, type Assumed, PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import { chinaDate, periodOf, previousPeriod } from '@shared/common/period'
import type { ErrorBody } from '@shared/contract/common'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { Obligation, ObligationList, RecordedTriggerEvent } from '@shared/contract/disclosure/obligation'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import type { ObjectionPage } from '@shared/contract/participation/objection'
import type { WorkCasePage } from '@shared/contract/power/case'
import type { NoticePage } from '@shared/contract/reading/site'
import { BALLOTS } from '../api/caseDesk'
import { objectionStory } from '../api/objections'
import type { TestServer } from '../api/testServer'
import { financeContent, ITEMS, MEETING, type Person, storyOf, tokenOf } from '../api/world'

/** Nine in the morning in China of a day. */
const morning = (day: string) => new Date(`${day}T01:00:00.000Z`)

/**
 * Returns what is wrong with the years that an answer calls computed by weekends, for a span of days: that of the last
 * day if it has no holiday table, and none but such years of the span.
 */
export function wrongYears(from: string, to: string, { assumedYears = [] }: Assumed): string[] {
  const isKnown = (year: number) => PUBLISHED_HOLIDAYS.has(year)
  const last = Number(to.slice(0, 4))
  const said = assumedYears.filter(year => isKnown(year) || year < Number(from.slice(0, 4)) || year > last)
  return [
    ...said.map(year => `${from} to ${to}: ${year} is no assumed year`),
    ...(isKnown(last) || assumedYears.includes(last)
      ? []
      : [`${from} to ${to}: ${last} is not called assumed`]),
  ]
}

/** A list with names of last month. */
export const listContent = (period: string): NoticeContent => ({
  title: `${period}补贴名单`,
  period,
  blocks: [
    {
      type: 'recipients',
      label: '补贴结果',
      rows: [
        { name: '张*', group: '一组', scheme: '地力补贴', persons: 3, amountFen: 40_000 },
        { name: '李*', group: '二组', scheme: '地力补贴', persons: 2, amountFen: 51_000 },
        { name: '王*', group: '二组', scheme: '地力补贴', persons: 1, amountFen: 8_000 },
      ],
      totalPersons: 6,
      totalFen: 99_000,
    },
    {
      type: 'facts',
      label: '公开内容',
      entries: [
        { label: '政策依据', value: '见附件' },
        { label: '补贴标准', value: '每亩68元' },
        { label: '监督渠道', value: '村委会' },
      ],
    },
  ],
})

/** People in the order in which they are asked for a step of a case. */
const HANDS: readonly Person[] = ['editor', 'supervisor', 'head', 'clerk', 'editor-2']

/** The whole way of a notice, an objection, a duty and a case on a server whose clock can be put to any day. */
export function yearWalk(server: TestServer, setClock: (now: Date) => void) {
  const story = storyOf(server)
  const objections = objectionStory(server)

  async function call<Body>(person: Person | null, method: string, path: string, body?: unknown) {
    const token = person ? tokenOf(server, person) : undefined
    const answer = await server.ask<Body>(method, path, { ...(token && { token }), body })
    if (answer.status >= 400) throw new Error(`${person} ${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }

  /** Puts the clock to the morning of a day, and does what is due by then. */
  async function goTo(day: string): Promise<void> {
    setClock(morning(day))
    await createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()
  }

  /** The same, after the server has begun its day. */
  async function beginDay(day: string): Promise<void> {
    setClock(morning(day))
    await inTransaction(server.services, tx => addJob(tx, dailyJob(tx.now)))
    await goTo(day)
  }

  /** Takes a draft of the village to the public; all of it on the clock's day. */
  async function publish(draft: WorkNoticePage): Promise<WorkNoticePage> {
    const agreed = await story.agree('supervisor', await story.submit('editor', draft))
    const heldOn = chinaDate(server.services.clock.now())
    return story.step('head', await story.step('head', agreed, 'meeting', { ...MEETING, heldOn }), 'publish')
  }

  const lastMonth = (day: string) => previousPeriod(periodOf(day, 'monthly'))!
  const createList = (day: string) =>
    story.create('editor', { itemId: ITEMS.subsidy._id, content: listContent(lastMonth(day)) })
  const createStatement = (day: string) => story.create('editor', { content: financeContent(lastMonth(day)) })

  /** A clerk records an event of the day; its obligations. */
  const record = async (day: string, item: keyof typeof ITEMS): Promise<Obligation> => {
    const body = { kind: 'paid', on: day, itemIds: [ITEMS[item]._id] }
    const recorded = await call<RecordedTriggerEvent>('clerk', 'POST', '/orgs/V1/trigger-events', body)
    return recorded.obligations[0]!
  }
  const obligations = (show: string) =>
    call<ObligationList>('head', 'GET', `/orgs/V1/obligations?show=${show}&limit=50`)
  const notice = (id: string) => call<NoticePage>(null, 'GET', `/notices/${id}`)

  /** A villager doubts a row on one day; the village answers on its last day, the villager is satisfied. */
  async function object(noticeId: string) {
    const filed = await objections.file('villager', noticeId, { target: { blockId: 'recipients' } })
    return {
      filed,
      async answer(): Promise<ObjectionPage> {
        const seen = await call<ObjectionPage>('head', 'GET', `/objections/${filed.objection.id}`)
        return objections.settle('villager', await objections.answer('head', seen), true)
      },
    }
  }

  /** Lets the publicity period end; the head confirms and archives. */
  async function endAndArchive({ notice: { id } }: WorkNoticePage, volume: string): Promise<WorkNoticePage> {
    const ended = await call<WorkNoticePage>('head', 'GET', `/work/${id}`)
    if (ended.notice.state !== 'ended') throw new Error(`the period did not end: ${ended.notice.state}`)
    return story.step('editor', await story.step('head', ended, 'confirm'), 'archive', { volume })
  }

  /** Who may take the step at hand, and the case as they see it. */
  async function handFor(id: string): Promise<[Person, WorkCasePage]> {
    for (const person of HANDS) {
      const page = await call<WorkCasePage>(person, 'GET', `/work/cases/${id}`)
      if (page.mine || page.abilities.includes('claim')) return [person, page]
    }
    throw new Error('nobody may take the step')
  }

  /** Takes a case from its opening to its end, a step on the first day that its rules allow. */
  async function walkCase(body: object): Promise<WorkCasePage> {
    let page = await call<WorkCasePage>('editor', 'POST', '/orgs/V1/cases', body)
    while (page.status === 'running') {
      const [person, seen] = await handFor(page.id)
      const { step, evidence: papers, results, vote } = seen.task!
      const claim = { version: seen.version, step }
      const { version } = seen.mine
        ? seen
        : await call<WorkCasePage>(person, 'POST', `/cases/${page.id}/claim`, claim)
      const leave = vote
        ? { path: 'vote', body: { ballots: BALLOTS } }
        : { path: 'finish', body: { result: results[0] ?? null } }
      page = await whenAllowed(person, `/cases/${page.id}/${leave.path}`, {
        version,
        step,
        papers,
        ...leave.body,
      })
    }
    return page
  }

  /** Sends a step again each day until its least time has passed. */
  async function whenAllowed(person: Person, path: string, body: object): Promise<WorkCasePage> {
    for (let days = 0; days < 60; days += 1) {
      const answer = await server.ask<WorkCasePage>('POST', path, { token: tokenOf(server, person), body })
      if (answer.status === 200) return answer.body
      const [fault] = (answer.body as unknown as ErrorBody).error.details
      if (fault?.code !== 'case-too-early') throw new Error(`${person} ${path}: ${answer.text}`)
      setClock(morning(addDays(chinaDate(server.services.clock.now()), 1)))
    }
    throw new Error(`${path}: refused as too early for 60 days`)
  }

  return {
    goTo,
    beginDay,
    createList,
    createStatement,
    publish,
    record,
    obligations,
    notice,
    object,
    endAndArchive,
    walkCase,
  }
}
