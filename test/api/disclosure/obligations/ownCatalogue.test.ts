import type { NoticeForm } from '../../../../shared/contract/disclosure/noticeWorkflow'
import type { ColumnIndex, ColumnPage } from '../../../../shared/contract/reading/column'
import type { MatrixCell, ObligationMatrix } from '../../../../shared/contract/disclosure/matrix'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { confirmSame, listStoryOf } from '../../../support/api/villageCatalogues'
import { ask, errorOf, openWorld, server, story } from '../../../support/api/workDesk'
import { ITEMS, financeContent } from '../../../support/api/world'
import { brokenInObligations } from '../../../support/invariants/obligations'
import { pictureOf } from '../../../support/faults/storePicture'
import { obligationsOf, openObligations, setDeadlines } from '../../../support/obligations/openObligations'

openWorld('owncatalogue')

afterEach(async () => {
  expect(brokenInObligations(await pictureOf(server.db.connection))).toEqual([])
})

const OWN = '村级财务月度收支'
const MONTHLY = '每月10日前'

const publish = async (itemId: string, period: string, openingFen?: number) => {
  const draft = await story.create('editor', { itemId, content: financeContent(period, openingFen) })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const lines = async () =>
  (await obligationsOf(server))
    .filter(({ causeKind, name }) => causeKind === 'period' && name.includes('财务'))
    .map(({ name, causeKey, status, dueOn }) => `${name} ${causeKey} ${status} ${dueOn}`)
    .sort()

const itemIdOf = async (key: string) =>
  (await server.db.of(CatalogueItems).findOne({ orgCode: 'V1', key }).sort({ _id: -1 }).lean().exec())!._id

/** October is published under the street's item, September overdue, then the village puts a catalogue of its own into force. */
async function ownCatalogue(before = () => Promise.resolve()) {
  await setDeadlines(server, { finance: MONTHLY })
  await openObligations(server)
  const october = await publish(ITEMS.finance._id, '2026-10')
  await before()
  const list = listStoryOf(server)
  await list.adopt([ITEMS.other.key])
  await list.add(OWN, { deadline: MONTHLY, elements: ['收支明细', '民主理财小组意见'] })
  const { items } = await list.activate()
  const { key } = items.find(({ path }) => path[0] === OWN)!
  const link = () => list.decide([confirmSame(key, ITEMS.finance.key)])
  return { october, key, itemId: await itemIdOf(key), link }
}

test('a catalogue of the village’s own makes nothing overdue undone; what was not due yet is the new item’s', async () => {
  await ownCatalogue()
  expect(await lines()).toEqual([
    `村级财务 › 财务收支 period:2026-09 open 2026-10-10`,
    `村级财务 › 财务收支 period:2026-10 late 2026-11-10`,
    `村级财务 › 财务收支 period:2026-11 not-applicable 2026-12-10`,
    `${OWN} period:2026-11 open 2026-12-10`,
  ])
})

test('once the street has linked the two, one matter has one obligation a period, with its state and its notice', async () => {
  const { october, itemId, link } = await ownCatalogue()
  await link()
  expect(await lines()).toEqual([
    `${OWN} period:2026-09 open 2026-10-10`,
    `${OWN} period:2026-10 late 2026-11-10`,
    `${OWN} period:2026-11 open 2026-12-10`,
  ])
  const done = (await obligationsOf(server)).find(({ causeKey }) => causeKey === 'period:2026-10')!
  expect(done.noticeId).toBe(october.notice.id)
  await publish(itemId, '2026-09')
  expect(await lines()).toContain(`${OWN} period:2026-09 late 2026-10-10`)
  await openObligations(server)
  expect(await lines()).toHaveLength(3)
})

test('the matrix has one column for the matter: to the street its own, to the village the village’s', async () => {
  const { key, link } = await ownCatalogue()
  const own = async (person: 'clerk' | 'head', code: string) => {
    const { body } = await ask<ObligationMatrix>(person, 'GET', `/orgs/${code}/matrix`)
    const row = body.villages.find(village => village.code === 'V1')!
    return body.items.flatMap((item, at) =>
      [key, ITEMS.finance.key].includes(item.key) ? [`${item.name} ${row.rows[at]!.slice(-4)}`] : [],
    )
  }
  expect(await own('clerk', 'ST1')).toHaveLength(2)
  await link()
  expect(await own('clerk', 'ST1')).toEqual(['村级财务 › 财务收支 .olr'])
  expect(await own('head', 'V1')).toEqual([`${OWN} .olr`])
  const place = `village=V1&item=${ITEMS.finance.key}&month=2026-12`
  const { body } = await ask<MatrixCell>('clerk', 'GET', `/orgs/ST1/matrix/cell?${place}`)
  expect(body.obligations.map(({ name, state }) => [name, state])).toEqual([[OWN, 'running']])
})

test('the village’s column has what it disclosed by the street’s catalogue before', async () => {
  const { october, key, link } = await ownCatalogue()
  await link()
  const { body } = await ask<ColumnPage>('editor', 'GET', `/orgs/V1/columns/${key}`)
  expect(body.orgs.flatMap(({ notices }) => notices.map(({ id }) => id))).toEqual([october.notice.id])
  const index = (await ask<ColumnIndex>('editor', 'GET', '/orgs/V1/columns')).body
  expect(index.columns.find(column => column.key === key)).toMatchObject({ disclosing: 1 })
})

test('what the head has marked as not applicable stays so, with the reason, under the new item', async () => {
  const { link } = await ownCatalogue(async () => {
    const due = (await obligationsOf(server)).find(({ causeKey }) => causeKey === 'period:2026-11')!
    const body = { version: due.version, reason: '本月没有收支，已报街道' }
    expect((await ask('head', 'POST', `/obligations/${due._id}/not-applicable`, body)).status).toBe(200)
  })
  await link()
  const november = (await obligationsOf(server)).filter(({ causeKey }) => causeKey === 'period:2026-11')
  expect(november).toMatchObject([
    { name: OWN, status: 'not-applicable', byRule: false, reason: '本月没有收支，已报街道（人物head）' },
  ])
})

test('the month that is public already is refused a second time, with a link to the first; the next carries its balance', async () => {
  const { october, itemId, link } = await ownCatalogue()
  await link()
  const second = await ask('editor', 'POST', '/notices', {
    orgCode: 'V1',
    itemId,
    regards: null,
    content: financeContent('2026-10'),
  })
  expect(second.status).toBe(409)
  expect(errorOf(second.body)).toMatchObject({
    code: 'notice-exists',
    details: [{ field: 'content.period', link: `work/${october.notice.id}` }],
  })
  const form = (
    await ask<NoticeForm>('editor', 'GET', `/catalogue-items/${itemId}/form?org=V1&period=2026-11`)
  ).body
  expect(form.periods.find(({ key }) => key === '2026-10')).toMatchObject({ taken: true })
  expect(form.content.blocks[0]).toMatchObject({ type: 'money', openingFen: 47_655 })
  const wrong = await ask('editor', 'POST', '/notices', {
    orgCode: 'V1',
    itemId,
    regards: null,
    content: financeContent('2026-11', 0),
  })
  const draft = wrong.body as { notice: { id: string } }
  const checked = await ask('editor', 'POST', `/notices/${draft.notice.id}/submit`, { version: 1 })
  expect(errorOf(checked.body).details.map(({ code }) => code)).toContain('opening-mismatch')
})

test('two drafts of one month, begun before the items were linked: the second is not published', async () => {
  const { itemId, link } = await ownCatalogue()
  const draft = await story.create('editor', { itemId, content: financeContent('2026-10') })
  const signed = await story.agree('supervisor', await story.submit('editor', draft))
  const met = await story.meet('head', signed)
  await link()
  const { id, version } = met.notice
  const { status, body } = await ask('head', 'POST', `/notices/${id}/publish`, { version })
  expect([status, errorOf(body).code]).toEqual([409, 'notice-exists'])
})
