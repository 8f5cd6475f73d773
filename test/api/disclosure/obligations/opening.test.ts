import { pictureOf } from '../../../support/faults/storePicture'
import { brokenInObligations } from '../../../support/invariants/obligations'
import { lettersOn } from '../../../../server/domain/obligation'
import { openWorld, server, story } from '../../../support/api/workDesk'
import { ITEMS, financeContent } from '../../../support/api/world'
import {
  obligationsOf,
  obligationLines,
  openObligations,
  setDeadlines,
} from '../../../support/obligations/openObligations'
import { MatrixYears, type MatrixYearRow } from '@server/disclosure/obligations/models/matrixYears'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'

openWorld('dutyopen')

afterEach(async () => {
  expect(brokenInObligations(await pictureOf(server.db.connection))).toEqual([])
})

const FINANCE = '每月10日前'

beforeEach(() =>
  setDeadlines(server, { finance: FINANCE, subsidy: '信息形成之日起10个工作日内', other: '长期公开' }),
)

const published = async (period: string) => {
  const draft = await story.create('editor', { content: financeContent(period) })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const cells = async (key: string, today = '2026-11-20'): Promise<string | null> => {
  const row = await server.db.of(MatrixYears).findById('V1/2026').lean<MatrixYearRow>().exec()
  return row?.cells[key] ? lettersOn(row.cells[key], today) : null
}

test('every month of late, the standing matter, nothing twice, nothing of long ago', async () => {
  await openObligations(server)
  const first = await obligationsOf(server)
  await openObligations(server)
  expect(await obligationsOf(server)).toEqual(first)
  const lines = await obligationLines(server)
  expect(lines.filter(line => line.startsWith('财务收支'))).toHaveLength(3)
  expect(lines).toContain('财务收支 period:2026-09 open 2026-10-10')
  expect(lines).toContain('财务收支 period:2026-11 open 2026-12-10')
  expect(lines).toContain('村庄规划 standing open 2026-01-08')
  expect(await cells(ITEMS.finance.key)).toBe('.........oor')
})

test('a publication closes its month, late or on time; a sound matrix follows', async () => {
  await openObligations(server)
  await published('2026-10')
  expect((await obligationLines(server)).filter(line => / (late|done) /.test(line))).toEqual([
    '财务收支 period:2026-10 late 2026-11-10',
  ])
  expect((await cells(ITEMS.finance.key))![10]).toBe('l')
})

test('what was published before the obligation was opened answers it', async () => {
  const page = await published('2026-10')
  expect(await obligationLines(server)).toEqual(['财务收支 notice done -'])
  await openObligations(server)
  const obligation = (await obligationsOf(server)).find(({ causeKey }) => causeKey === 'period:2026-10')!
  expect(obligation).toMatchObject({ status: 'late', doneOn: '2026-11-20', noticeId: page.notice.id })
  expect(await obligationLines(server)).not.toContain('财务收支 notice done -')
})

test('a publication that is withdrawn answers nothing any more: the obligation is open again', async () => {
  await openObligations(server)
  const page = await published('2026-10')
  await story.step('head', page, 'withdraw', {
    reason: '附件里有身份证号',
    measures: '已撤下并通知本人',
    leaked: ['id'],
    persons: 1,
  })
  expect((await obligationLines(server)).filter(line => / (late|done) /.test(line))).toEqual([])
  expect((await cells(ITEMS.finance.key))![10]).toBe('o')
})

test('an item that leaves the catalogue is closed with the reason, what is done or overdue stays; it comes back when the item does', async () => {
  await openObligations(server)
  await published('2026-10')
  const gone = { catalogueId: 'cat_outdated0001' }
  await server.db
    .of(CatalogueItems)
    .collection.updateOne({ _id: ITEMS.finance._id as never }, { $set: { ...gone, order: 9 } })
  await openObligations(server)
  const obligations = (await obligationsOf(server)).filter(({ itemKey }) => itemKey === ITEMS.finance.key)
  expect(obligations.map(({ causeKey, status, reason }) => [causeKey, status, reason])).toEqual([
    ['period:2026-09', 'open', null],
    ['period:2026-10', 'late', null],
    ['period:2026-11', 'not-applicable', '2026年11月20日起，目录里不再有这个事项'],
  ])
  await server.db
    .of(CatalogueItems)
    .collection.updateOne(
      { _id: ITEMS.finance._id as never },
      { $set: { catalogueId: ITEMS.finance.catalogueId, order: 0 } },
    )
  await openObligations(server)
  expect((await obligationLines(server)).filter(line => line.includes(' open '))).toHaveLength(3)
})

test('another deadline: what is open goes by it or is closed with the reason, what is done is kept', async () => {
  await openObligations(server)
  await published('2026-10')
  await setDeadlines(server, { finance: '每月8日前' })
  await openObligations(server)
  expect(await obligationLines(server)).toEqual(
    expect.arrayContaining([
      '财务收支 period:2026-10 late 2026-11-10',
      '财务收支 period:2026-11 open 2026-12-08',
    ]),
  )
  await setDeadlines(server, { finance: '季后十五日内' })
  await openObligations(server)
  const lines = (await obligationLines(server)).filter(line => line.startsWith('财务收支'))
  expect(lines).toContain('财务收支 period:2026-09 open 2026-10-10')
  expect(lines).toContain('财务收支 period:2026-10 late 2026-11-10')
  expect(lines).toContain('财务收支 period:2026-11 not-applicable 2026-12-08')
  expect(lines).toContain('财务收支 period:2026Q3 open 2026-10-15')
})

test('an item that is given on request obliges nobody to publish it', async () => {
  await openObligations(server)
  const items = server.db.of(CatalogueItems).collection
  const setMode = (mode: string) => items.updateOne({ _id: ITEMS.other._id as never }, { $set: { mode } })
  await setMode('on-request')
  try {
    await openObligations(server)
    const [standing, ...more] = (await obligationsOf(server)).filter(row => row.itemKey === ITEMS.other.key)
    expect(more).toEqual([])
    expect(standing).toMatchObject({
      status: 'not-applicable',
      reason: expect.stringContaining('依申请公开，不用主动公开'),
    })
  } finally {
    await setMode('active')
  }
  await openObligations(server)
  expect(await obligationLines(server)).toContain('村庄规划 standing open 2026-01-08')
})
