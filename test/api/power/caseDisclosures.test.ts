import type { ObligationList } from '../../../shared/contract/disclosure/obligation'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import type { WorkCasePage } from '../../../shared/contract/power/case'
import {
  OPENING,
  type Place,
  done,
  open,
  openCaseWorld,
  read,
  seenBy,
  send,
  server,
} from '../../support/api/caseDesk'
import { confirmSame, listStoryOf } from '../../support/api/villageCatalogues'
import { ITEMS } from '../../support/api/world'
import { openObligations } from '../../support/obligations/openObligations'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'

openCaseWorld('case-disclosures')

/** Works at the step after the vote, which has to be disclosed. */
async function voted(place?: Place, title = OPENING.title): Promise<WorkCasePage> {
  let page = await open({ ...OPENING, title }, 'editor', place)
  for (let n = 0; n < 4; n++) page = await done(page)
  return page
}

const obligationsOfV1 = async () =>
  (await read<ObligationList>('/orgs/V1/obligations?limit=50', 'editor')).items

test('a disclosure outside the five categories is drafted like any other', async () => {
  const { obligations } = await voted(ITEMS.other)
  expect(obligations).toMatchObject([{ noticeId: expect.any(String), todo: null }])
  const { notice, issues } = await read<WorkNoticePage>(`/work/${obligations[0]!.noticeId!}`, 'editor')
  expect(notice).toMatchObject({ category: 'general', content: { title: '修村东头水渠：村民议事会表决' } })
  expect(issues).toEqual([])
})

test('what cannot be drafted never fails the step: it is something to do that says why', async () => {
  await voted()
  const page = await send<WorkCasePage>('editor', '/orgs/V1/cases', { ...OPENING, title: '修村西头水渠' })
  let second = page.body
  for (let n = 0; n < 4; n++) second = await done(second)
  const why = '当天已经有“村级财务 › 财务收支”的公示，请写在那一份里。'
  const period = second.steps.at(-1)!.on
  expect(second.obligations).toMatchObject([
    { noticeId: null, todo: { why: [why], next: { kind: 'write', itemId: ITEMS.finance._id, period } } },
  ])
  const owed = await obligationsOfV1()
  expect(new Set(owed.map(({ reason }) => reason))).toEqual(new Set([null, why]))
  expect(owed.map(({ abilities }) => abilities)).toEqual([['write'], ['write']])
})

test('an item that the list lacks: the case says what to add; once it is there, it is owed and can be written', async () => {
  const lacking = { area: '村务公开', path: ['宅基地审批情况'] }
  const page = await voted(lacking)
  const why = ['村公开目录里没有“宅基地审批情况”这一项，公示写不了。请先采用它，再让目录生效。']
  expect(page.obligations).toMatchObject([{ noticeId: null, todo: { why, next: { kind: 'adopt' } } }])
  expect(await obligationsOfV1()).toEqual([])

  const item = { ...ITEMS.other, _id: 'itm_homestead001', key: 'key-homestead', order: 90, ...lacking }
  await server.db.of(CatalogueItems).collection.insertOne(item as never)
  try {
    await openObligations(server)
    const owed = (await obligationsOfV1()).filter(({ itemKey }) => itemKey === item.key)
    const ofCase = owed.find(({ causeKind }) => causeKind === 'event')!
    expect(ofCase).toMatchObject({ abilities: ['write'], reason: expect.stringContaining('请现在写') })
    const todo = { next: { kind: 'write', itemId: item._id, period: page.steps.at(-1)!.on } }
    expect((await seenBy(page, 'editor')).obligations).toMatchObject([{ noticeId: null, todo }])
    const again = await done(await seenBy(page, 'editor'))
    expect(again.obligations).toHaveLength(1)

    await server.db.of(CatalogueItems).collection.deleteOne({ _id: item._id as never })
    await openObligations(server)
    const now = (await obligationsOfV1()).find(({ id }) => id === ofCase.id)!
    expect(now).toMatchObject({ state: ofCase.state, dueOn: ofCase.dueOn, abilities: ['adopt'] })
    expect((await seenBy(page, 'editor')).obligations).toMatchObject([
      { todo: { why, next: { kind: 'adopt' } } },
    ])
  } finally {
    await server.db.of(CatalogueItems).collection.deleteOne({ _id: item._id as never })
  }
})

test('an item of the village’s own that the street has linked with the one asked for takes the disclosure', async () => {
  const list = listStoryOf(server)
  const [key] = await list.listInForce('补贴公开')
  const page = await voted(ITEMS.subsidy)
  expect(page.obligations).toMatchObject([{ noticeId: null, todo: { next: { kind: 'adopt' } } }])
  await openObligations(server)
  await list.decide([confirmSame(key!, ITEMS.subsidy.key)])
  const owed = (await obligationsOfV1()).find(
    ({ causeKind, itemKey }) => causeKind === 'event' && itemKey === key,
  )
  expect(owed).toMatchObject({ abilities: ['write'] })
})
