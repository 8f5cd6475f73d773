import { trusted } from 'mongoose'
import type { ErrorBody } from '@shared/contract/common'
import { yuanText } from '@shared/common/money'
import type { ObligationMatrix } from '@shared/contract/disclosure/matrix'
import type { AlongsidePage, ItemPage } from '@shared/contract/reading/site'
import type { ColumnExport, ColumnIndex, ColumnPage } from '@shared/contract/reading/column'
import type { FinanceClassPage, FinanceYear } from '@shared/contract/reading/financeYear'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Notices } from '@server/disclosure/notices/models/notices'
import {
  OPENING_FEN,
  accountantOf,
  bookOfMonth,
  periodOf,
  settableClock,
} from '../../support/api/accountsYear'
import { draftStoryOf } from '../../support/api/drafts'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { confirmSame, listStoryOf } from '../../support/api/villageCatalogues'
import { ITEMS, type Person, buildWorld, storyOf, tokenOf } from '../../support/api/world'
import { pictureOf } from '../../support/faults/storePicture'
import { brokenInObligations } from '../../support/invariants/obligations'
import { readCells } from '../../support/obligations/readCells'
import { obligationsOf, openObligations, setDeadlines } from '../../support/obligations/openObligations'
import { closingOf } from '../../support/tables/accountBook'

/**
 * A village's accounts of a year, typed and imported; the village puts a list of its own into force in month 5, the street a
 * new version of its catalogue in month 8, under another name of the matter.
 */

const MONTHLY = '每月10日前'
const OWN = '村级财务月度收支'
const RENAMED = '村集体财务收支'
/** Published after their day, which had passed when the list or the catalogue changed. */
const LATE = [4, 7]
/** What the street publishes about the village too. */
const STREET_TOO = [3, 6, 9, 11]
/** In this month the street says something else. */
const DIFFERS = 11
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

const clock = settableClock('2026-01-20T02:00:00Z')
let server: TestServer
let story: ReturnType<typeof storyOf>
let accountant: ReturnType<typeof accountantOf>
let itemId: string = ITEMS.finance._id
let ownKey = ''
const notices = new Map<number, WorkNoticePage>()
const streets = new Map<number, WorkNoticePage>()
const contents = new Map<number, NoticeContent>()
const changes: { before: string[]; after: string[] }[] = []
const proposed: { period: string; taken: boolean; last: string | undefined; openingFen: number }[] = []

/** Day of the month after. */
const after = (month: number, day: number) =>
  `${month === 12 ? '2027-01' : periodOf(month + 1)}-${String(day).padStart(2, '0')}T02:00:00Z`
const moneyIn = ({ blocks }: NoticeContent) => blocks.find(block => block.type === 'money')!
const ask = <Body>(person: Person, method: string, path: string, body?: unknown) =>
  server.ask<Body>(method, path, { token: tokenOf(server, person), body })
const open = async <Body>(path: string) => (await server.ask<Body>('GET', path)).body
const moveTo = async (moment: string) => {
  clock.moveTo(moment)
  for (const code of ['V1', 'V2']) await openObligations(server, code)
}

/** The item of the version in force. */
async function itemOf(orgCode: string, key: string) {
  const versions = await server.db.of(Catalogues).find({ orgCode, active: true }).lean()
  const catalogueId = trusted({ $in: versions.map(({ _id }) => _id) })
  return (await server.db.of(CatalogueItems).findOne({ catalogueId, key }).lean())!
}

/** The month's account, in the form as it is proposed. */
async function account(month: number) {
  const form = await accountant.form(itemId)
  proposed.push({
    period: form.period,
    taken: form.periods.find(({ key }) => key === form.period)!.taken,
    last: form.last?.period,
    openingFen: moneyIn(form.content).openingFen,
  })
  const content = await accountant.contentOf(itemId, month, month % 2 ? 'typed' : 'imported')
  contents.set(month, content)
  notices.set(month, await accountant.publish(await story.create('editor', { itemId, content })))
}

/** The same, said by the street; in one month with another opinion. */
const streetsContent = (month: number): NoticeContent => {
  const content = contents.get(month)!
  if (month !== DIFFERS) return content
  const blocks = content.blocks.map(block =>
    block.type === 'facts'
      ? { ...block, entries: block.entries.map(({ label }) => ({ label, value: '核减 300 元' })) }
      : block,
  )
  return { ...content, blocks }
}

/** The street publishes about the village too. */
async function streetsAccount(month: number) {
  const { _id } = await itemOf('ST1', ITEMS.finance.key)
  const input = { orgCode: 'ST1', itemId: _id, regards: 'V1', content: streetsContent(month) }
  const draft = await story.create('clerk', input)
  streets.set(
    month,
    await story.publish('street-head', await story.agree('clerk-2', await story.submit('clerk', draft))),
  )
}

async function ownList() {
  const list = listStoryOf(server)
  await list.adopt([ITEMS.subsidy.key, ITEMS.other.key])
  await list.add(OWN, { deadline: MONTHLY, elements: ['收支明细', '民主理财小组意见'] })
  const { items } = await list.activate()
  ownKey = items.find(({ path }) => path[0] === OWN)!.key
  await list.decide([confirmSame(ownKey, ITEMS.finance.key)])
  itemId = (await itemOf('V1', ownKey))._id
}

async function newVersion() {
  const row = (no: number, first: string, second: string, elements: string, limit: string) =>
    `${no},${first},${second},${elements},《村民委员会组织法》,${limit},村民委员会,■村务公开栏,全社会,主动,村级`
  const drafts = draftStoryOf(server)
  const text = [
    '村级财务领域政务公开标准目录',
    '序号,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级',
    row(1, '村级财务', RENAMED, '收支明细、民主理财小组意见', MONTHLY),
    row(2, '涉农补贴', '耕地地力保护补贴', '政策依据、补贴结果、监督渠道', ''),
    row(3, '城乡规划', '村庄规划', '规划文本', ''),
  ].join('\n')
  const { draft } = await drafts.upload({ name: '村级财务目录.csv', text })
  const { areas } = await drafts.diff(draft.id)
  await drafts.acceptAll(draft.id)
  const successors = areas.flatMap(({ renamed }) => renamed.map(({ key, rowId }) => ({ key, rowId })))
  await drafts.step(draft.id, 'terms', { effectiveFrom: null, successors })
  await drafts.step(draft.id, 'submit')
  await drafts.activate(draft.id)
}

const lines = async (code: string) =>
  (await obligationsOf(server, code))
    .filter(({ name }) => name.includes('财务'))
    .map(({ name, causeKey, status, dueOn }) => `${name} ${causeKey} ${status} ${dueOn}`)
    .sort()

/** The catalogue changes while a month is overdue; that month is published after it. */
async function afterChange(month: number, day: string, change: () => Promise<void>) {
  await moveTo(`${day}T02:00:00Z`)
  const before = await lines('V1')
  await change()
  await moveTo(`${day}T06:00:00Z`)
  changes.push({ before, after: await lines('V1') })
  await moveTo(after(month + 1, 5))
  await account(month)
}

beforeAll(async () => {
  server = await startTestServer('accountsyear', clock)
  await buildWorld(server.db)
  story = storyOf(server)
  accountant = accountantOf(server, story)
  await setDeadlines(server, { finance: MONTHLY })
  await moveTo('2026-01-20T02:00:00Z')
  for (let month = 1; month <= 12; month += 1) {
    if (month === 5) await afterChange(4, '2026-05-20', ownList)
    if (month === 8) await afterChange(7, '2026-08-20', newVersion)
    await moveTo(after(month, 8))
    if (!LATE.includes(month)) await account(month)
    if (STREET_TOO.includes(month)) await streetsAccount(month)
  }
  await moveTo('2027-01-20T02:00:00Z')
}, 300_000)
afterAll(() => server.close())
const closingAfter = (month: number): number =>
  month === 0 ? OPENING_FEN : closingOf(bookOfMonth(month, closingAfter(month - 1)))
const idOf = (month: number) => notices.get(month)!.notice.id
const yearOf = async () => (await open<FinanceYear>('/orgs/V1/finance?year=2026')).series

describe('month by month', () => {
  test('each opens with what the month before closed with, typed or imported', () => {
    for (const month of MONTHS) {
      const { openingFen, closingFen, lines: entries } = moneyIn(contents.get(month)!)
      expect([month, openingFen, closingFen]).toEqual([month, closingAfter(month - 1), closingAfter(month)])
      expect(entries).toHaveLength(3)
    }
  })

  test('the form proposes the newest month without a notice, after the last one that is public', () => {
    expect(proposed.map(({ period, last }) => [period.slice(5), last?.slice(5)])).toEqual([
      ['01', undefined],
      ['02', '01'],
      ['03', '02'],
      ['05', '03'],
      ['05', '04'],
      ['06', '05'],
      ['08', '06'],
      ['08', '07'],
      ['09', '08'],
      ['10', '09'],
      ['11', '10'],
      ['12', '11'],
    ])
    expect(proposed.every(({ taken }) => !taken)).toBe(true)
    const opened = proposed.slice(1).map(({ last, openingFen }) => [last, openingFen])
    expect(opened).toEqual(opened.map(([last]) => [last, closingAfter(Number(String(last).slice(5)))]))
  })

  test('a month that is public is published no second time, under whichever item', async () => {
    const items = [itemId, ITEMS.finance._id, (await itemOf('ST1', ITEMS.finance.key))._id]
    for (const month of [2, 6, 9]) {
      const answers = []
      for (const one of items) {
        const input = { orgCode: 'V1', itemId: one, regards: null, content: contents.get(month)! }
        answers.push(await ask<ErrorBody>('editor', 'POST', '/notices', input))
      }
      expect(answers.map(({ status, body }) => [status, body.error.details[0]?.code])).toEqual([
        [409, 'notice-exists'],
        [422, 'item-outdated'],
        [409, 'notice-exists'],
      ])
      expect(answers[0]!.body.error.details[0]).toMatchObject({ link: `work/${idOf(month)}` })
    }
    const live = await server.db.of(Notices).find({ orgCode: 'V1' }).lean()
    expect(live.map(({ period, state }) => `${period} ${state}`).sort()).toEqual(
      expect.arrayContaining(MONTHS.map(month => expect.stringContaining(periodOf(month)))),
    )
    expect(live).toHaveLength(12)
  })
})

describe('obligations', () => {
  const bare = (all: string[]) => all.map(line => line.replace(/^.* period:/, ''))

  test('are neither lost nor invented by the village’s list or the street’s new version; what is overdue stays so', () => {
    for (const { before, after: now } of changes) expect(bare(now)).toEqual(bare(before))
    expect(changes[0]!.after.every(line => line.startsWith(OWN))).toBe(true)
    expect(bare(changes[0]!.after)).toContain('2026-04 open 2026-05-10')
    expect(bare(changes[1]!.after)).toContain('2026-07 open 2026-08-10')
  })

  test('each month has one, fulfilled by its notice on its day or late; the month before the first stays overdue', async () => {
    const rows = (await obligationsOf(server)).filter(({ name }) => name === OWN)
    expect(rows.map(({ period, status, noticeId }) => [period, status, noticeId])).toEqual([
      ['2025-12', 'open', null],
      ...MONTHS.map(month => [periodOf(month), LATE.includes(month) ? 'late' : 'done', idOf(month)]),
      ['2027-01', 'open', null],
    ])
    expect((await lines('V1')).every(line => line.startsWith(OWN))).toBe(true)
    expect(brokenInObligations(await pictureOf(server.db.connection))).toEqual([])
  })

  test('of a village that follows the street’s list go on under the new name, all overdue', async () => {
    const due = MONTHS.map(month => `${periodOf(month)} open ${after(month, 10).slice(0, 10)}`)
    expect(await lines('V2')).toEqual(
      ['2025-12 open 2026-01-10', ...due, '2027-01 open 2027-02-10'].map(
        line => `村级财务 › ${RENAMED} period:${line}`,
      ),
    )
  })
})

describe('one matter', () => {
  test('in the year of accounts: twelve months in one row, unbroken, with the right sums', async () => {
    const series = await yearOf()
    expect(series.map(({ name, notices: sources }) => [name, sources.map(({ id }) => id)])).toEqual([
      [OWN, MONTHS.map(idOf)],
    ])
    const { blocks, key } = series[0]!
    expect(blocks.find(({ id }) => id === 'year-breaks')).toBeUndefined()
    const income = MONTHS.reduce((sum, month) => sum + 300_000 + month * 1_111, 0)
    const expense = MONTHS.reduce((sum, month) => sum + 150_050 + month * 20, 0)
    expect(blocks[0]).toMatchObject({
      text: `1月到12月公开了12期，收入${yuanText(income)}，支出${yuanText(expense)}，期末结余${yuanText(closingAfter(12))}。`,
    })
    const page = await open<FinanceClassPage>(`/orgs/V1/finance/class?year=2026&class=income&key=${key}`)
    expect(page.notices.map(({ id }) => id).sort()).toEqual(MONTHS.map(idOf).sort())
    const old = await open<FinanceClassPage>(
      `/orgs/V1/finance/class?year=2026&class=income&key=${ITEMS.finance.key}`,
    )
    expect(old.notices).toEqual(page.notices)
  })

  test('in its workbook: a line a month, numbers as numbers', async () => {
    const cells = await readCells(server, '/orgs/V1/finance/export?year=2026&format=xlsx', '')
    const head = cells.findIndex(row => row[0] === '时间')
    expect(cells.slice(head + 1, head + 13)).toEqual(
      MONTHS.map(month => [
        `${month}月`,
        String(closingAfter(month - 1) / 100),
        String((300_000 + month * 1_111) / 100),
        String((150_050 + month * 20) / 100),
        String(closingAfter(month) / 100),
      ]),
    )
  })

  test('in the columns of the street and of the village, and in their exports', async () => {
    const newestFirst = (page: ColumnPage) =>
      page.orgs.find(({ org }) => org.code === 'V1')!.notices.map(({ id }) => id)
    const byDay = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map(idOf)
    for (const address of [`/orgs/ST1/columns/${ITEMS.finance.key}`, `/orgs/V1/columns/${ownKey}`]) {
      expect(newestFirst(await open<ColumnPage>(address))).toEqual(byDay)
      const { column, records } = await open<ColumnExport>(`${address}/export?format=json`)
      expect(newestFirst(column)).toEqual(byDay)
      expect(records.find(({ orgCode }) => orgCode === 'V1')!.noticeId).toBe(idOf(12))
    }
    const { columns } = await open<ColumnIndex>('/orgs/ST1/columns')
    expect(columns.find(({ key }) => key === ITEMS.finance.key)).toMatchObject({ disclosing: 2 })
  })

  test('on the page of either item, with what both have published', async () => {
    for (const [id, org] of [
      [itemId, 'V1'],
      [(await itemOf('ST1', ITEMS.finance.key))._id, 'V1'],
    ]) {
      const page = await open<ItemPage>(`/catalogue-items/${id}?org=${org}`)
      expect(page.villages[0]!.newest?.id).toBe(idOf(12))
      expect(page.government.map(({ id: one }) => one).sort()).toEqual(
        [...streets.values()].map(({ notice }) => notice.id).sort(),
      )
    }
  })

  test('in 对照, both ways, before and after either change; only what differs is found', async () => {
    for (const [month, { notice }] of streets) {
      const [ours, theirs] = await Promise.all(
        [idOf(month), notice.id].map(id => open<AlongsidePage>(`/notices/${id}/alongside`)),
      )
      for (const page of [ours!, theirs!]) {
        expect([month, page.village?.notice.id, page.government?.notice.id]).toEqual([
          month,
          idOf(month),
          notice.id,
        ])
        expect(page.discrepancies.map(({ label }) => label)).toEqual(
          month === DIFFERS ? ['民主理财小组意见'] : [],
        )
      }
    }
  })

  test('in the street’s matrix: one row of the village, with every month', async () => {
    const matrix = (await ask<ObligationMatrix>('clerk', 'GET', '/orgs/ST1/matrix?year=2026')).body
    const { rows } = matrix.villages.find(({ code }) => code === 'V1')!
    const ofFinance = matrix.items.flatMap(({ name }, at) =>
      name.includes('财务') ? [[name, rows[at]]] : [],
    )
    expect(ofFinance).toEqual([[`村级财务 › ${RENAMED}`, 'odddlddldddd']])
  })
})
