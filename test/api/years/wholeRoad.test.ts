import { addDays } from '@server/domain/deadline'
import { chinaDate } from '@shared/common/period'
import { ASSUMED_WORDS } from '@shared/texts/holidays'
import { adopt } from '../../support/api/caseDesk'
import { openWorld, server } from '../../support/api/workDesk'
import { ITEMS } from '../../support/api/world'
import { pictureOf } from '../../support/faults/storePicture'
import { LONG } from '../../support/figures'
import { brokenInCases } from '../../support/invariants/cases'
import { brokenInNotices } from '../../support/invariants/notices'
import { brokenInObligations } from '../../support/invariants/obligations'
import { brokenInPublications } from '../../support/invariants/publications'
import { namesIn } from '../../support/journeys/wholeRoad'
import { wrongYears, yearWalk } from '../../support/journeys/yearWalk'
import { setDeadlines } from '../../support/obligations/openObligations'

/** The eve of the Spring Festival 除夕 of the ten years after this one. */
const EVES = [
  '2027-02-05',
  '2028-01-25',
  '2029-02-12',
  '2030-02-02',
  '2031-01-22',
  '2032-02-10',
  '2033-01-30',
  '2034-02-18',
  '2035-02-07',
  '2036-01-27',
  '2037-02-14',
] as const
const LAST_DAYS = ['12-26', '12-27', '12-28', '12-29', '12-30', '12-31'] as const

/** Years of which every day is taken: this one, whose next has no holiday table; of the others one day each, in turn. */
const WHOLE = LONG ? EVES.length : 1

/** The last days of each year, and the first day and the eve of the next; a case begins on one day of each year. */
const ROADS = EVES.flatMap((eve, nth) => {
  const next = Number(eve.slice(0, 4))
  const days = [...LAST_DAYS.map(day => `${next - 1}-${day}`), `${next}-01-01`, eve]
  const taken = nth < WHOLE ? days : [days[nth % days.length]!]
  return taken.map((day, at) => ({ day, withCase: LONG || at === 0 }))
})

let now = new Date('2026-12-26T01:00:00.000Z')
openWorld('tenyears', { now: () => now })
const walk = () =>
  yearWalk(server, moment => {
    now = moment
  })
const today = () => chinaDate(now)

beforeEach(() =>
  setDeadlines(server, {
    subsidy: '信息形成之日起10个工作日内',
    finance: '信息形成之日起20个工作日内',
    other: '每月10日前',
  }),
)

/** A list goes to the public, is doubted and answered, its period ends and it is archived; its duty is fulfilled. */
async function walkList(day: string): Promise<void> {
  const { goTo, record, createList, publish, object, notice, obligations, endAndArchive } = walk()
  await goTo(day)
  const owed = await record(day, 'subsidy')
  expect(['running', 'due-soon']).toContain(owed.state)
  expect(wrongYears(day, owed.dueOn!, owed)).toEqual([])

  const published = await publish(await createList(day))
  const { id } = published.notice
  const { publicity } = published.editions[0]!
  expect(wrongYears(day, publicity.endsOn, publicity)).toEqual([])
  const done = await obligations('done')
  expect(done.items).toMatchObject([{ id: owed.id, state: 'done-on-time', doneOn: day, noticeId: id }])
  const page = await notice(id)
  expect(namesIn(page)).toContain('张*')

  const doubt = await object(id)
  const { dueOn, dueWords } = doubt.filed.objection
  expect(wrongYears(day, dueOn!, doubt.filed.objection)).toEqual([])
  expect(dueWords?.includes(ASSUMED_WORDS)).toBe(doubt.filed.objection.assumedYears !== undefined)
  await goTo(dueOn!)
  const { objection } = await doubt.answer()
  expect(objection).toMatchObject({ state: 'settled', late: false })

  await goTo(publicity.endsOn)
  expect((await notice(id)).publicity).toMatchObject({ over: false, folded: false })
  await goTo(addDays(publicity.endsOn, 1))
  const ended = await notice(id)
  expect(ended.publicity).toMatchObject({ over: true, folded: true })
  expect(JSON.stringify(ended.presented)).not.toMatch(/[张李王]\*/)
  const archived = await endAndArchive(published, `${today().slice(0, 4)}-民政-001`)
  expect(archived.notice).toMatchObject({ state: 'archived', archive: { at: now.toISOString() } })
}

/**
 * A statement is forgotten: its duty becomes overdue, then it is fulfilled late. The duty of each month is opened by the
 * day's work.
 */
async function walkForgotten(day: string): Promise<void> {
  const { goTo, beginDay, record, createStatement, publish, obligations } = walk()
  await beginDay(day)
  const monthly = (await obligations('open')).items.filter(({ causeKind }) => causeKind === 'period')
  expect(monthly.some(({ dueOn, itemId }) => itemId === ITEMS.other._id && dueOn! > day)).toBe(true)
  const owed = await record(day, 'finance')
  expect(wrongYears(day, owed.dueOn!, owed)).toEqual([])
  await goTo(owed.dueOn!)
  expect((await obligations('overdue')).items.map(({ id }) => id)).not.toContain(owed.id)
  await beginDay(addDays(owed.dueOn!, 1))
  expect((await obligations('overdue')).items).toContainEqual(
    expect.objectContaining({ id: owed.id, state: 'overdue', daysLeft: -1 }),
  )
  await publish(await createStatement(day))
  expect((await obligations('done-late')).items).toContainEqual(
    expect.objectContaining({ id: owed.id, state: 'done-late', doneOn: today() }),
  )
}

/** A case is opened and taken to its end, waiting wherever its rules ask for it. */
async function walkCaseFrom(day: string): Promise<void> {
  const { goTo, walkCase } = walk()
  await goTo(day)
  await adopt(ITEMS.other)
  const page = await walkCase({ itemCode: 'BM-07', title: '三组一户的申请' })
  expect(page).toMatchObject({ status: 'finished', task: null })
  expect(page.steps.map(({ step }) => step)).toEqual(['apply', 'check', 'post', 'town', 'publish'])
  for (const due of page.obligations) expect(wrongYears(day, due.dueOn!, due)).toEqual([])
}

test.each(ROADS)('begun on $day, the whole way is walked to its end', async ({ day, withCase }) => {
  await walkList(day)
  await walkForgotten(day)
  if (withCase) await walkCaseFrom(day)
  const picture = await pictureOf(server.db.connection)
  expect([
    ...brokenInNotices(picture),
    ...brokenInPublications(picture),
    ...brokenInObligations(picture),
    ...brokenInCases(picture),
  ]).toEqual([])
})
